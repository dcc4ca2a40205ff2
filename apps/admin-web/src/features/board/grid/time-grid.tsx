import { useEffect, useMemo, useRef } from 'react';
import type { Calendar } from '../../../shared/api/contract';
import { clockLabel, minutesInto } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { useCommands } from '../../../shared/ui-commands';
import { mayMove } from '../allowed';
import type { GridColumn } from './columns';
import { COLUMN_PX, ColumnHead } from './column-head';
import { ColumnView } from './column-view';
import { DragGhost } from './drag-ghost';
import type { Drop } from './drop';
import { heightOf, minuteAt, topOf, windowOf } from './geometry';
import { NowLine } from './now-line';
import styles from './time-grid.module.css';
import { useVisitDrag } from './use-visit-drag';

/** Space that is left above the current time when a day is opened, in pixels. */
const ABOVE_NOW_PX = 120;

/** The day on a grid: time down, a column per therapist or room across. */
export function TimeGrid({
  calendar,
  columns,
  isToday,
  onDrop,
  byStaff,
}: {
  calendar: Calendar;
  columns: readonly GridColumn[];
  isToday: boolean;
  /** Absent: nothing can be dragged. */
  onDrop?: (drop: Drop) => void;
  byStaff: boolean;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { from, to } = windowOf(calendar);
  const window_ = useMemo(() => ({ from, to }), [from, to]);
  const { may } = useDesk();
  const { openVisit, openBooking } = useCommands();
  const { drag, onPointerDown } = useVisitDrag({
    scroller,
    body,
    columns,
    window: window_,
    onDrop,
  });

  useScrollToNow(scroller, calendar, isToday, from);
  const openFree = (column: GridColumn, px: number) => {
    if (!may('appointments.book')) return;
    const minutes = minuteAt(window_, px - heightOf(7), 15);
    openBooking({ date: calendar.date, minutes, staffId: byStaff ? column.id : undefined });
  };
  return (
    <div ref={scroller} className={styles.scroller} data-testid="time-grid" tabIndex={-1}>
      <div className={styles.sheet} style={{ minWidth: 56 + columns.length * COLUMN_PX }}>
        <div className={styles.heads} data-testid="grid-heads">
          <div className={styles.corner} />
          {columns.map((column) => (
            <ColumnHead key={column.id} head={column} count={column.cards.length} />
          ))}
        </div>
        <div className={styles.body} style={{ height: heightOf(to - from) }}>
          <TimeAxis from={from} to={to} />
          <div ref={body} className={styles.columns} onPointerDown={onPointerDown}>
            {columns.map((column) => (
              <ColumnView
                key={column.id}
                column={column}
                window={window_}
                canMove={(visit) => onDrop !== undefined && mayMove(visit, may)}
                onOpen={openVisit}
                onFree={openFree}
              />
            ))}
            {isToday && <NowLine now={calendar.now} date={calendar.date} window={window_} />}
            {drag && <DragGhost drag={drag} window={window_} count={columns.length} />}
          </div>
        </div>
      </div>
    </div>
  );
}

function useScrollToNow(
  scroller: React.RefObject<HTMLDivElement>,
  calendar: Calendar,
  isToday: boolean,
  from: number,
) {
  const now = useRef(calendar.now);
  now.current = calendar.now;
  const { date, storeId } = calendar;
  useEffect(() => {
    const minutes = isToday ? minutesInto(date, now.current) : from;
    const top = topOf({ from, to: from }, minutes) - ABOVE_NOW_PX;
    scroller.current?.scrollTo({ top: Math.max(0, top) });
  }, [scroller, date, storeId, isToday, from]);
}

function TimeAxis({ from, to }: { from: number; to: number }) {
  const hours = Array.from({ length: (to - from) / 60 }, (_, at) => from + at * 60);
  return (
    <div className={styles.axis} aria-hidden>
      {hours.map((minutes) => (
        <span key={minutes} className={styles.hour} style={{ top: topOf({ from, to }, minutes) }}>
          {clockLabel(minutes)}
        </span>
      ))}
    </div>
  );
}
