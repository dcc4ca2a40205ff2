import { useSyncExternalStore } from 'react';

let hasEnded = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  hasEnded = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Remembers that the session ran out while somebody was at work. */
export const markExpired = (): void => set(true);

/** Somebody signed in again, or left. */
export const clearExpired = (): void => set(false);

/** Whether the session ran out and nobody has signed in since. */
export const useExpired = (): boolean => useSyncExternalStore(subscribe, () => hasEnded);
