import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { Store } from '@/lib/store';

/** What is known about one question to the API. Data stays while it is asked again. */
export interface Remote<T> {
  data: T | undefined;
  error: unknown;
  loading: boolean;
}

interface Entry {
  store: Store<Remote<unknown>>;
  load: (() => Promise<unknown>) | undefined;
  inFlight: Promise<void> | undefined;
  stale: boolean;
}

const BLANK: Remote<never> = { data: undefined, error: undefined, loading: false };
const NOTHING = new Store<Remote<unknown>>(BLANK);
const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  const known = entries.get(key);
  if (known) return known;
  const made: Entry = {
    store: new Store<Remote<unknown>>(BLANK),
    load: undefined,
    inFlight: undefined,
    stale: true,
  };
  entries.set(key, made);
  return made;
}

function reloadEntry(entry: Entry): Promise<void> {
  const { load } = entry;
  if (!load) return Promise.resolve();
  entry.inFlight ??= (async () => {
    entry.store.set({ ...entry.store.get(), loading: true });
    entry.stale = false;
    try {
      entry.store.set({ data: await load(), error: undefined, loading: false });
    } catch (error) {
      entry.stale = true;
      entry.store.set({ ...entry.store.get(), error, loading: false });
    } finally {
      entry.inFlight = undefined;
    }
  })();
  return entry.inFlight;
}

/** Puts an answer that came with another call where readers of this question find it. */
export function remember(key: string, data: unknown): void {
  const entry = entryOf(key);
  entry.stale = false;
  entry.store.set({ data, error: undefined, loading: false });
}

/** What the question was answered last, for whoever cannot wait for the next rendering. */
export const lastAnswer = <T>(key: string): Remote<T> => entryOf(key).store.get() as Remote<T>;

/** Marks what begins so as out of date; what is on screen is asked again at once. */
export function forget(prefix: string): void {
  for (const [key, entry] of entries) {
    if (!key.startsWith(prefix)) continue;
    entry.stale = true;
    if (entry.store.watched) void reloadEntry(entry);
  }
}

/**
 * Asks once per key and shares the answer between pages; a null key asks nothing.
 * Keys are the path of the question, so that `forget` can name a family of them.
 */
export function useRemote<T>(
  key: string | null,
  load: () => Promise<T>,
): Remote<T> & { reload: () => Promise<void> } {
  const store = key === null ? NOTHING : entryOf(key).store;
  const value = useSyncExternalStore(store.subscribe, store.get) as Remote<T>;
  // The key says what `load` asks for: a new closure is kept for the next time, but is no new question.
  useEffect(() => {
    if (key !== null) entryOf(key).load = load;
  });
  useEffect(() => {
    if (key !== null && entryOf(key).stale) void reloadEntry(entryOf(key));
  }, [key]);
  const reload = useCallback(
    () => (key === null ? Promise.resolve() : reloadEntry(entryOf(key))),
    [key],
  );
  return { ...value, reload };
}
