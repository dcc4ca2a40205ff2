import { useCallback, useRef } from 'react';
import { ulid } from 'ulid';
import { attemptKeyFor, type AttemptKey } from './attempt-key';

/** Gives the idempotency key for a request: the same as before while the same request is tried again. */
export function useAttemptKey(): (body: unknown) => string {
  const attempt = useRef<AttemptKey | null>(null);
  return useCallback((body) => {
    attempt.current = attemptKeyFor(attempt.current, body, ulid);
    return attempt.current.key;
  }, []);
}
