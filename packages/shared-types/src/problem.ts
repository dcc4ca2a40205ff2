import type { ErrorCode } from './error-codes.js';

/** One bad field of a request: where (a path such as `services.0.serviceId`) and what is wrong, in Chinese. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** RFC 9457 problem document as our API writes it; refusals may add members (for example `alternatives`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}
