import { useCallback, useEffect, useRef, useState } from 'react';
import { loadMemberCode } from '@/api/member-code';
import { usePageVisible } from '@/lib/use-visible-polling';
import { codeState, heldCode, type CodeState, type HeldCode } from './code-clock';

const TICK_MS = 500;
/** Between tries while the line is broken. */
const RETRY_MS = 3_000;

export interface MemberCode {
  held: HeldCode | undefined;
  state: CodeState | undefined;
  error: unknown;
  reload(): Promise<void>;
}

/** The code of this minute; the next is fetched when its minute is over, and tried for while the line is broken. */
export function useMemberCode(): MemberCode {
  const [held, setHeld] = useState<HeldCode>();
  const [error, setError] = useState<unknown>();
  const [now, setNow] = useState(() => Date.now());
  const visible = usePageVisible();
  const inFlight = useRef<Promise<void>>();
  const nextTry = useRef(0);

  const reload = useCallback(() => {
    inFlight.current ??= loadMemberCode()
      .then((view) => {
        setHeld(heldCode(view, Date.now()));
        setError(undefined);
      })
      .catch((failure: unknown) => setError(failure))
      .finally(() => {
        nextTry.current = Date.now() + RETRY_MS;
        inFlight.current = undefined;
      });
    return inFlight.current;
  }, []);

  useEffect(() => void reload(), [reload]);
  useEffect(() => {
    if (!visible) return undefined;
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [visible]);

  const state = held && codeState(held, now);
  const due = held !== undefined && state?.kind !== 'fresh';
  useEffect(() => {
    if (visible && due && now >= nextTry.current) void reload();
  }, [visible, due, now, reload]);
  return { held, state, error, reload };
}
