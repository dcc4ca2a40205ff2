import type { Head } from './heads';
import styles from './time-grid.module.css';

/** The narrowest column that still shows a name and a state, in pixels. */
export const COLUMN_PX = 118;

/** Who or what a column is, and how many visits are in it once that is known. */
export function ColumnHead({ head, count = 0 }: { head: Head; count?: number }) {
  return (
    <div className={styles.head} data-testid={`grid-head-${head.id}`}>
      <span className={styles.headName}>{head.name}</span>
      <span className={styles.headNote}>
        {head.note}
        {count > 0 && <span className="tabular"> · {count}</span>}
      </span>
    </div>
  );
}
