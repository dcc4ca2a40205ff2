import { memo } from 'react';
import type { StaffAppointment } from '../../../shared/api/contract';
import { clockLabel } from '../../../shared/format/time';
import { sameColumn, type GridColumn } from './columns';
import { heightOf, topOf, type Window } from './geometry';
import styles from './time-grid.module.css';
import { VisitCard } from './visit-card';

interface Props {
  column: GridColumn;
  window: Window;
  canMove: (visit: StaffAppointment) => boolean;
  onOpen: (id: string) => void;
  /** A free place was clicked, at so many pixels from the top. */
  onFree: (column: GridColumn, px: number) => void;
}

/** One therapist's or room's day. Drawn again only when something in it changed. */
export const ColumnView = memo(
  function ColumnView({ column, window, canMove, onOpen, onFree }: Props) {
    return (
      <div
        className={styles.column}
        role="group"
        aria-label={`${column.name}，${column.cards.length} 个预约`}
        data-testid={`grid-column-${column.id}`}
        onClick={(event) => {
          if ((event.target as HTMLElement).closest('[data-visit]')) return;
          onFree(column, event.clientY - event.currentTarget.getBoundingClientRect().top);
        }}
      >
        {column.shifts.map(({ from, to }) => {
          const [top, bottom] = [Math.max(from, window.from), Math.min(to, window.to)];
          return (
            <div
              key={from}
              className={styles.shift}
              style={{ top: topOf(window, top), height: heightOf(bottom - top) }}
            />
          );
        })}
        <div className={styles.lines} />
        {column.blocks.map(({ from, to, label, kind }) => (
          <div
            key={`${kind}${from}`}
            className={styles.block}
            style={{ top: topOf(window, from), height: heightOf(to - from) }}
            title={`${label} ${clockLabel(from)}–${clockLabel(to)}`}
          >
            <span>{label}</span>
          </div>
        ))}
        {column.cards.map((card) => (
          <VisitCard
            key={card.key}
            card={card}
            top={topOf(window, card.from)}
            height={heightOf(card.to - card.from)}
            isMovable={canMove(card.visit)}
            onOpen={onOpen}
          />
        ))}
      </div>
    );
  },
  (before, after) => before.window === after.window && sameColumn(before.column, after.column),
);
