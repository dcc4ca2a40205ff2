import { useEffect, useState } from 'react';
import type { StaffAppointment } from '../../shared/api/contract';
import { leftWords } from './left-words';
import styles from './board.module.css';

const TICK_MS = 30_000;

/** How long a visit may still wait, counting down; in amber once the manager was told. */
export function Deadline({ visit }: { visit: StaffAppointment }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (visit.expiresAt === null) return null;
  const left = leftWords(visit.expiresAt, now);
  return (
    <span
      className={`${styles.deadline} tabular`}
      data-urgent={visit.escalatedAt !== null || undefined}
      data-testid={`deadline-${visit.id}`}
    >
      {visit.heldFor === 'choice' ? `等顾客选时间，${left}` : `请尽快答复，${left}`}
      {visit.escalatedAt !== null && ' · 已提醒店长'}
    </span>
  );
}
