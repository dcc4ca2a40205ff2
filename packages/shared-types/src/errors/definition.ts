/** What a refusal is answered with. */
export interface ErrorDefinition {
  /** HTTP status (RFC 9110). 409 is "taken or wrong state", 422 only a reused idempotency key. */
  readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503;
  /** What the reader sees, in Chinese, with a way on. */
  readonly detail: string;
}

/** A part of the table, checked without losing its keys. */
export const define = <T extends Record<string, ErrorDefinition>>(table: T): T => table;
