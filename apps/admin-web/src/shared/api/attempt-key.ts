/** A key and the request it stands for. */
export interface AttemptKey {
  readonly key: string;
  readonly body: string;
}

/**
 * The idempotency key of an attempt: kept while the same request is tried again, so that a double click or a lost
 * answer books once; new as soon as anything in the request changes.
 */
export function attemptKeyFor(
  before: AttemptKey | null,
  body: unknown,
  newKey: () => string,
): AttemptKey {
  const text = JSON.stringify(body);
  return before?.body === text ? before : { key: newKey(), body: text };
}
