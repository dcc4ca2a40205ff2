import type { ErrorCode, FieldError, Problem } from '@yance/shared-types';

/** A refusal or failure of the API, in words that may be shown as they are. */
export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came at all. */
    readonly status: number,
    readonly code: ErrorCode | 'NO_ANSWER' | 'UNREADABLE',
    message: string,
    readonly fields: readonly FieldError[] = [],
    /** Members that some refusals add, such as `alternatives`. */
    readonly extras: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  /** Nobody knows whether the call was carried out: try again with the same key. */
  get isUnanswered(): boolean {
    return this.status === 0 || this.status >= 502;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** Turns whatever a failing answer carried into one shape. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  if (isProblem(body))
    return new ApiProblem(status, body.code, body.detail, body.errors ?? [], { ...body });
  return new ApiProblem(status, 'UNREADABLE', '系统暂时没有正常应答，请稍后再试。');
}

export const noAnswer = (): ApiProblem =>
  new ApiProblem(0, 'NO_ANSWER', '网络不通，请检查网络后重试。');

/** Whether nobody knows if a write was carried out. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof ApiProblem && error.isUnanswered;

/** The sentence to show for anything that went wrong. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiProblem ? error.message : '出了点问题，请刷新页面后再试。';
}

/** Refused only because the day takes no more of a service or of somebody's visits, which the desk may go beyond. */
export const isFullDay = (error: unknown): boolean =>
  error instanceof ApiProblem && ['DAY_FULL', 'STAFF_DAY_FULL'].includes(error.code);
