import type { ErrorCode, FieldError } from '@yance/shared-types';

/** The API said no: its stable code, a sentence for the client, the bad fields, and what else it sent along. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  is(code: ErrorCode): boolean {
    return this.code === code;
  }
}

/** No answer came: the phone is offline, the line broke, or the wait was too long. The outcome is unknown. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';

  constructor(readonly reason: 'offline' | 'timeout') {
    super(reason);
  }
}

/** One sentence in Chinese that tells a client what happened and what to do. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof ApiProblem) return failure.errors[0]?.message ?? failure.detail;
  if (failure instanceof NetworkFailure) {
    return failure.reason === 'timeout'
      ? '等了好一会儿没有回应，请再试一次。'
      : '网络好像断开了，请检查后再试。';
  }
  return '出了点问题，请再试一次。';
}

const UNKNOWN_DETAIL = '系统出了点问题，请稍后再试。';

/** Reads a problem+json answer; anything else with an error status becomes a problem without a sentence of its own. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (!isRecord(body) || typeof body['code'] !== 'string') {
    return new ApiProblem(status, 'INTERNAL', UNKNOWN_DETAIL);
  }
  const { code, detail, errors, type: _type, title: _title, status: _status, ...extras } = body;
  return new ApiProblem(
    status,
    code,
    typeof detail === 'string' ? detail : UNKNOWN_DETAIL,
    Array.isArray(errors) ? errors.filter(isFieldError) : [],
    extras,
  );
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string'
  );
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
