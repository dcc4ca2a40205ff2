import { clockLabel } from '../../../shared/format/time';
import { verdictWords } from './drop';
import { heightOf, topOf, type Window } from './geometry';
import styles from './time-grid.module.css';
import type { Drag } from './use-visit-drag';

/** What is being dragged, where it would land, and what is known to be in the way. */
export function DragGhost({ drag, window, count }: { drag: Drag; window: Window; count: number }) {
  const { card, column, at, from, verdict } = drag;
  const length = card.to - card.from;
  const warning = verdictWords(verdict);
  return (
    <div
      className={styles.ghost}
      data-verdict={warning ? 'warn' : 'free'}
      data-testid="drag-ghost"
      style={{
        top: topOf(window, from),
        minHeight: heightOf(length),
        left: `calc(${(at / count) * 100}% + 2px)`,
        width: `calc(${100 / count}% - 4px)`,
      }}
    >
      <strong className="tabular">
        {clockLabel(from)}–{clockLabel(from + length)}
      </strong>
      <span>
        {card.visit.customer.name} · {column.name}
      </span>
      {warning && <span className={styles.ghostWarning}>{warning}</span>}
    </div>
  );
}
