import { useEffect, useRef, useState } from 'react';
import { clockOf, inOffset, minutesInto, offsetOf } from '../../../shared/format/time';
import { topOf, type Window } from './geometry';
import styles from './time-grid.module.css';

/** The current time across the grid, kept by the API's clock and not by the computer's. */
export function NowLine({ now, date, window }: { now: string; date: string; window: Window }) {
  const [, tick] = useState(0);
  const ahead = useRef({ now, ms: Date.parse(now) - Date.now() });
  if (ahead.current.now !== now) ahead.current = { now, ms: Date.parse(now) - Date.now() };
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 20_000);
    return () => clearInterval(timer);
  }, []);
  const current = inOffset(Date.now() + ahead.current.ms, offsetOf(now));
  const minutes = minutesInto(date, current);
  if (minutes < window.from || minutes > window.to) return null;
  return (
    <div className={styles.now} style={{ top: topOf(window, minutes) }} data-testid="now-line">
      <span>{clockOf(current)}</span>
    </div>
  );
}
