import { useCallback, useSyncExternalStore } from 'react';

/** How long a change stays softly marked on the screen, in milliseconds. */
export const FRESH_MS = 8000;

const fresh = new Map<string, ReturnType<typeof setTimeout>>();
const listeners = new Map<string, Set<() => void>>();

const tell = (id: string) => listeners.get(id)?.forEach((listener) => listener());

/** Marks a visit as just changed by somebody else; the mark fades by itself. */
export function markFresh(id: string): void {
  clearTimeout(fresh.get(id));
  fresh.set(
    id,
    setTimeout(() => {
      fresh.delete(id);
      tell(id);
    }, FRESH_MS),
  );
  tell(id);
}

/** Whether a visit was just changed; only the card of that visit is drawn again. */
export function useFresh(id: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    [id],
  );
  return useSyncExternalStore(subscribe, () => fresh.has(id));
}
