import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { principalKey } from '../auth/index.js';
import { refuse, refuseField } from '../errors/index.js';

/** One write as its sender numbered it. Without a key every send is a new write. */
export interface IdempotentCall {
  /** Whose key it is: two clients may choose the same one. */
  readonly principal: string;
  /** The route, so that a key belongs to one kind of write. */
  readonly operation: string;
  readonly key: string | undefined;
  /** SHA-256 of path and body: the same key with another body is refused. Kept under a key of ours only. */
  readonly requestHash: Buffer;
}

/** 8 to 64 visible characters; UUIDs and ULIDs fit. */
const KEY_PATTERN = /^[\x21-\x7e]{8,64}$/;

/** Object members in one order, so that the same request hashes alike however it was written. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, canonical(member)]));
}

/** Builds the call from what was sent. Exported for use cases that are not reached by HTTP. */
export function idempotentCall(
  principal: string,
  operation: string,
  key: string | undefined,
  request: unknown,
): IdempotentCall {
  const requestHash = createHash('sha256')
    .update(JSON.stringify(canonical(request) ?? null))
    .digest();
  return { principal, operation, key, requestHash };
}

/**
 * The Idempotency-Key of this request.
 * @throws Refusal IDEMPOTENCY_KEY_REQUIRED when `required` and absent, INVALID_INPUT when malformed
 */
export const Idempotent = createParamDecorator(
  (options: { required: boolean } | undefined, context: ExecutionContext): IdempotentCall => {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    const key = Array.isArray(header) ? header[0] : header;
    if (key === undefined && options?.required) refuse('IDEMPOTENCY_KEY_REQUIRED');
    if (key !== undefined && !KEY_PATTERN.test(key)) {
      refuseField('Idempotency-Key', '应为 8 到 64 个可见字符');
    }
    if (!request.principal) throw new Error('an idempotent route needs a signed-in caller');
    const operation = `${request.method} ${request.routeOptions.url ?? ''}`.slice(0, 64);
    const body = { path: request.url.split('?')[0], body: request.body };
    return idempotentCall(principalKey(request.principal), operation, key, body);
  },
);
