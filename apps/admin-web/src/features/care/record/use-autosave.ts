import { useCallback, useEffect, useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { TreatmentDraft } from '../../../shared/api/contract';
import { ApiProblem, isUnanswered, sentenceOf } from '../../../shared/api/problem';
import { saveDraft } from '../api/treatment';

/** How long the typing has to stand still before it is saved, in milliseconds. */
const STILL_MS = 1_200;

/** Where the draft stands. */
export type DraftState =
  | { readonly kind: 'untouched' | 'typing' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly why: string };

/** The revision that a refusal says the draft has. */
function revisionIn(cause: unknown): number | undefined {
  if (!(cause instanceof ApiProblem) || cause.code !== 'TREATMENT_DRAFT_CHANGED') return undefined;
  const { revision } = cause.extras;
  return typeof revision === 'number' ? revision : undefined;
}

/**
 * Keeps what is typed, one save after the other; what was typed while one was out goes with the next.
 * @param first the revision that was read; 0 for none
 */
export function useAutosave(visitId: string, first: number) {
  const [state, setState] = useState<DraftState>({ kind: 'untouched' });
  const revision = useRef(first);
  const waiting = useRef<TreatmentDraft | null>(null);
  const isOut = useRef(false);
  const mayHaveGone = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Saves what waits. @returns whether it went, or may go at the next try */
  const saveOnce = useCallback(
    async (draft: TreatmentDraft): Promise<boolean> => {
      try {
        const body = { ...draft, revision: revision.current };
        revision.current = await saveDraft(visitId, ulid(), body);
        mayHaveGone.current = false;
        setState({ kind: 'saved' });
        return true;
      } catch (cause) {
        waiting.current ??= draft;
        const now = revisionIn(cause);
        // The save before went through and only its answer was lost: what stands there is her own.
        const isOwn = mayHaveGone.current && now === revision.current + 1;
        mayHaveGone.current = isUnanswered(cause);
        if (isOwn) revision.current = now;
        else setState({ kind: 'failed', why: sentenceOf(cause) });
        return isOwn;
      }
    },
    [visitId],
  );

  const send = useCallback(async (): Promise<void> => {
    if (isOut.current) return;
    isOut.current = true;
    for (let goesOn = true; goesOn && waiting.current !== null;) {
      const draft = waiting.current;
      waiting.current = null;
      setState({ kind: 'saving' });
      goesOn = await saveOnce(draft);
    }
    isOut.current = false;
  }, [saveOnce]);

  const typed = useCallback(
    (draft: TreatmentDraft): void => {
      waiting.current = draft;
      setState({ kind: 'typing' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), STILL_MS);
    },
    [send],
  );

  /** Nothing more is saved: the record was written, or what was typed is thrown away. */
  const stop = useCallback((): void => {
    clearTimeout(timer.current);
    waiting.current = null;
  }, []);

  // Closed while something waits: it goes out at once.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      void send();
    },
    [send],
  );
  return { state, typed, stop, saveNow: () => void send() };
}
