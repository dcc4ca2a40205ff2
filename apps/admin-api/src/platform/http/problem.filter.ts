import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem, type ProblemAnswer } from '../errors/index.js';

/** Answers with a problem document and when to come back. */
export function sendProblem(reply: FastifyReply, problem: ProblemAnswer): void {
  if (problem.retryAfterSeconds !== undefined) {
    void reply.header('retry-after', String(problem.retryAfterSeconds));
  }
  void reply
    .status(problem.body.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problem.body));
}

/** Writes whatever was thrown as problem+json, and logs what is our fault with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    // Who hangs up halfway through sending is not there for an answer, and it is no fault of ours.
    if (request.raw.destroyed && !request.raw.complete) return;
    const problem = toProblem(error, request.id);
    if (problem.unexpected) this.#log.error(error instanceof Error ? error : String(error));
    // A stream that has begun cannot become a problem document any more.
    if (reply.sent || reply.raw.headersSent) return;
    sendProblem(reply, problem);
  }
}
