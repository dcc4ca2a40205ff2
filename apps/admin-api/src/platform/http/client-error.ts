import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, toProblem } from '../errors/index.js';
import { newId } from '../ids/index.js';

/** What the HTTP parser of Node calls the ways in which a request can be none. */
const STATUS_LINES: Readonly<Record<string, readonly [status: number, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
};

/** No hook of ours sees these answers, so they bring what keeps a browser from making anything of them. */
const HARMLESS = {
  'content-type': 'application/problem+json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Carries the status by which toProblem finds the code. */
class UnreadableRequest extends Error {
  constructor(readonly statusCode: number) {
    super('the request could not be read');
  }
}

/**
 * Answers what was no HTTP, came too slowly or had too many headers as everything else is answered, and hangs up:
 * after it nobody knows where the next request would begin.
 */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, reason] = STATUS_LINES[error.code ?? ''] ?? [400, 'Bad Request'];
  if (socket.writable) {
    const body = JSON.stringify(toProblem(new UnreadableRequest(status), newId()).body);
    socket.write(
      [
        `HTTP/1.1 ${status} ${reason}`,
        ...Object.entries(HARMLESS).map(([name, value]) => `${name}: ${value}`),
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}

/** The router answers a path that cannot be decoded, or has too long a part, before any filter of Nest sees it. */
export function answerUnroutable(
  _error: Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { body } = toProblem(new Refusal('NOT_FOUND'), request.id);
  void reply.status(body.status).headers(HARMLESS).send(JSON.stringify(body));
}
