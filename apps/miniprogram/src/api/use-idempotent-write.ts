import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { newKey } from '@/lib/new-key';
import { platform } from '@/platform';
import { IdempotentWrite, type WriteState } from './idempotent-write';

export interface IdempotentWriteHook<Body, Result> {
  /** @throws ApiProblem | NetworkFailure */
  submit(body: Body): Promise<Result>;
  /** Sends an unsettled write once more. */
  retry(): Promise<Result> | undefined;
  abandon(): void;
  state: WriteState<Body>;
}

const writes = new Map<string, unknown>();

/** One write per name for the whole app, so that leaving the page and coming back finds it as it was. */
export function useIdempotentWrite<Body, Result>(
  name: string,
  send: (body: Body, key: string) => Promise<Result>,
): IdempotentWriteHook<Body, Result> {
  const write = useMemo(() => writeOf(name, send), [name, send]);
  const state = useSyncExternalStore(write.state.subscribe, write.state.get);
  const submit = useCallback((body: Body) => write.submit(body), [write]);
  const retry = useCallback(() => write.retry(), [write]);
  const abandon = useCallback(() => write.abandon(), [write]);
  return { submit, retry, abandon, state };
}

function writeOf<Body, Result>(
  name: string,
  send: (body: Body, key: string) => Promise<Result>,
): IdempotentWrite<Body, Result> {
  const known = writes.get(name) as IdempotentWrite<Body, Result> | undefined;
  if (known) return known;
  const made = new IdempotentWrite<Body, Result>({
    name,
    storage: platform.storage,
    send,
    newKey,
    now: () => Date.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  writes.set(name, made);
  return made;
}
