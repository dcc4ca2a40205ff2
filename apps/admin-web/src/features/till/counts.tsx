import type { DailyClose } from '../../shared/api/contract';
import { Amount } from '../../shared/ui/amount';
import { TENDER_WORDS } from './words';
import styles from './till.module.css';

/** What should have been there, what was, and why they differ. */
export function Counts({ counts }: { counts: DailyClose['counts'] }) {
  return (
    <ul className={styles.counts} data-testid="counts">
      {counts.map(({ tender, expectedFen, countedFen, differenceFen, reason }) => (
        <li key={tender} data-differs={differenceFen !== 0}>
          <strong>{TENDER_WORDS[tender]}</strong>
          <span className="note">
            账面 <Amount fen={expectedFen} />
          </span>
          <span className="note">
            清点 <Amount fen={countedFen} />
          </span>
          <span>
            <Amount fen={differenceFen} signed strong={differenceFen !== 0} />
          </span>
          {reason && <span className={styles.reason}>{reason}</span>}
        </li>
      ))}
    </ul>
  );
}
