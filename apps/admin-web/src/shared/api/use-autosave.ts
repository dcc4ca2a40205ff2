import { useEffect, useState } from 'react';
import { ulid } from 'ulid';
import { useUnsaved } from '../ui/guarded-drawer';
import { DraftKeeper, type DraftState, type DraftStore } from './draft-keeper';

const after = (ms: number, callBack: () => void): (() => void) => {
  const timer = setTimeout(callBack, ms);
  return () => clearTimeout(timer);
};

/**
 * Keeps what is typed as a draft, also on a network that fails: it is tried again by itself, and at once when the line is
 * back. The drawer around it asks before it closes on something that could not be saved.
 * @param store stays the same while the form is open
 * @param first the revision that was read; 0 for none
 */
export function useAutosave<Draft>(store: DraftStore<Draft>, first: number) {
  const [state, show] = useState<DraftState>({ kind: 'untouched' });
  const [keeper] = useState(
    () => new DraftKeeper<Draft>(store, first, { newKey: ulid, after, show }),
  );
  useUnsaved(async () => !(await keeper.settled()));
  useEffect(() => {
    const again = () => void keeper.saveNow();
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
      void keeper.close();
    };
  }, [keeper]);
  return {
    state,
    typed: (draft: Draft) => keeper.typed(draft),
    stop: () => keeper.stop(),
    saveNow: () => void keeper.saveNow(),
  };
}
