import { HttpException } from '@nestjs/common';
import { ERRORS, type ErrorCode, type Problem } from '@yance/shared-types';
import { isOverload, isTransient } from '../database/sql-errors.js';
import { Refusal } from './refusal.js';

/** A problem document with what the HTTP layer must do beside writing it. */
export interface ProblemAnswer {
  readonly body: Problem;
  readonly retryAfterSeconds?: number;
  /** True when this is our fault and belongs in the log as an error. */
  readonly unexpected: boolean;
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'INVALID_JSON',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'REQUEST_TOO_SLOW',
  413: 'BODY_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  431: 'HEADERS_TOO_LARGE',
  503: 'OVERLOADED',
};

/** Whether it is our fault and asking again at once would not help: neither a refusal nor a database that is busy. */
export const isOurFault = (error: unknown): boolean =>
  toProblem(error, '').body.code === 'INTERNAL';

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors (bad JSON, body too large, unknown media type) carry a numeric statusCode.
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return undefined;
}

function document(code: ErrorCode, requestId: string, detail: string, more: object = {}): Problem {
  return {
    type: `urn:yance:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: code,
    status: ERRORS[code].status,
    code,
    detail,
    requestId,
    ...more,
  };
}

/** Turns whatever was thrown into RFC 9457: a refusal keeps its code, the framework's errors get theirs, the rest is 500. */
export function toProblem(error: unknown, requestId: string): ProblemAnswer {
  if (error instanceof Refusal) {
    const errors = error.fields.length > 0 ? { errors: error.fields } : {};
    return {
      body: document(error.code, requestId, error.message, { ...error.extras, ...errors }),
      retryAfterSeconds: error.retryAfterSeconds,
      unexpected: false,
    };
  }
  if (isTransient(error) || isOverload(error)) {
    // The database is busy or just away: nothing was stored, and the same request may be sent again.
    const body = document('OVERLOADED', requestId, ERRORS.OVERLOADED.detail);
    return { body, retryAfterSeconds: 2, unexpected: true };
  }
  const status = statusOf(error);
  const code = status === undefined ? undefined : BY_STATUS[status];
  if (code) return { body: document(code, requestId, ERRORS[code].detail), unexpected: false };
  return { body: document('INTERNAL', requestId, ERRORS.INTERNAL.detail), unexpected: true };
}
