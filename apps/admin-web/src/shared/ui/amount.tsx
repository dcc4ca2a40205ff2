import { moneyLabel, signedLabel } from '../format/money';
import styles from './money.module.css';

/** Money in figures that line up. Gold is for stored value only. */
export function Amount({
  fen,
  gold = false,
  signed = false,
  strong = false,
  testId,
}: {
  fen: number;
  gold?: boolean;
  signed?: boolean;
  strong?: boolean;
  testId?: string;
}) {
  const classes = ['tabular', styles.amount, gold && styles.gold, strong && styles.strong];
  return (
    <span className={classes.filter(Boolean).join(' ')} data-fen={fen} data-testid={testId}>
      {signed ? signedLabel(fen) : moneyLabel(fen)}
    </span>
  );
}

/** A number of an entry, an order or a check value: letters that are no words. */
export function Code({ children }: { children: string }) {
  return (
    <span className={`tabular ${styles.code}`} data-code>
      {children}
    </span>
  );
}

export type Tone = 'leaf' | 'amber' | 'brand' | 'quiet' | 'alarm' | 'gold';

/** A state as a coloured word. */
export function ToneTag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

/** Something to know before going on. Alarm is for debt and what cannot be undone. */
export function Notice({
  tone = 'amber',
  children,
  testId,
}: {
  tone?: 'amber' | 'alarm' | 'leaf' | 'quiet';
  children: React.ReactNode;
  testId?: string;
}) {
  return (
    <div className={styles.notice} data-tone={tone} data-testid={testId}>
      {children}
    </div>
  );
}
