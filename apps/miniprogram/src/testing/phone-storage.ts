import type { KeyValue } from '@/lib/storage';

/** Storage as a phone keeps it: only JSON survives, and it may be opened again. */
export function phoneStorage(kept = new Map<string, string>()): KeyValue {
  return {
    read: (key) => {
      const text = kept.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as unknown);
    },
    write: (key, value) => void kept.set(key, JSON.stringify(value)),
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}
