import { useState } from 'react';

/**
 * Keeps what is being worked on in its list though the list, read again, no longer has it: a sheet that stands on it
 * can still say how the work ended.
 */
export function useHeld<T>(keyOf: (item: T) => string) {
  const [held, hold] = useState<T | null>(null);
  const withHeld = (items: readonly T[]): readonly T[] =>
    held === null || items.some((item) => keyOf(item) === keyOf(held)) ? items : [held, ...items];
  return { hold, withHeld };
}
