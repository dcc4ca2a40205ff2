import { Button } from 'antd';
import styles from './money.module.css';

/** The cursors of the pages that were turned so far; the first page has none. */
export type Trail = readonly (string | null)[];
export const FIRST_PAGE: Trail = [null];

/** Turns the pages of a list that the API hands out by cursor. */
export function TrailPager({
  trail,
  setTrail,
  next,
}: {
  trail: Trail;
  setTrail: (trail: Trail) => void;
  next: string | undefined;
}) {
  if (trail.length === 1 && !next) return null;
  return (
    <div className={styles.pager}>
      <Button disabled={trail.length === 1} onClick={() => setTrail(trail.slice(0, -1))}>
        上一页
      </Button>
      <span className="note tabular">第 {trail.length} 页</span>
      <Button
        disabled={!next}
        onClick={() => next && setTrail([...trail, next])}
        data-testid="page-next"
      >
        下一页
      </Button>
    </div>
  );
}
