import { Skeleton } from 'antd';
import type { Head } from './heads';
import { COLUMN_PX, ColumnHead } from './column-head';
import styles from './time-grid.module.css';

/** Columns that stand in before any day was seen. */
const UNKNOWN = 6;
/** Grey cards in a column, as top and height in pixels; columns take turns. */
const CARDS = [
  [24, 88, 150, 132],
  [96, 132, 300, 88],
  [40, 64, 180, 88],
] as const;

/** The day's grid while its visits are on their way: the heads stay, so that the eye keeps its place. */
export function GridSkeleton({ heads }: { heads: readonly Head[] }) {
  const columns: readonly (Head | null)[] =
    heads.length > 0 ? heads : Array.from({ length: UNKNOWN }, () => null);
  return (
    <div
      className={styles.scroller}
      aria-busy="true"
      aria-label="正在加载"
      data-testid="grid-skeleton"
    >
      <div
        className={`${styles.sheet} ${styles.greySheet}`}
        style={{ minWidth: 56 + columns.length * COLUMN_PX }}
      >
        <div className={styles.heads}>
          <div className={styles.corner} />
          {columns.map((head, at) =>
            head ? (
              <ColumnHead key={head.id} head={head} />
            ) : (
              <div key={at} className={styles.head}>
                <Skeleton.Input active size="small" className={styles.greyHead} />
              </div>
            ),
          )}
        </div>
        <div className={`${styles.body} ${styles.greyBody}`}>
          <div className={styles.axis} />
          <div className={styles.columns}>
            {columns.map((head, at) => (
              <GreyColumn key={head?.id ?? at} at={at} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function GreyColumn({ at }: { at: number }) {
  const [top, height, nextTop, nextHeight] = CARDS[at % CARDS.length] ?? CARDS[0];
  return (
    <div className={`${styles.column} ${styles.greyColumn}`}>
      <div className={styles.greyCard} style={{ top, height }} />
      <div className={styles.greyCard} style={{ top: nextTop, height: nextHeight }} />
    </div>
  );
}
