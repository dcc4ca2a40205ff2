import { useDeferredValue, useRef, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { addDays } from '../../shared/format/time';
import { useShortcuts } from '../../shared/keyboard/use-shortcuts';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useCalendar } from './api/read-calendar';
import { usePending } from './api/list-pending';
import { BoardToolbar, type BoardView } from './board-toolbar';
import { DayGrid } from './day-grid';
import { GridSkeleton } from './grid/grid-skeleton';
import { headsWhileLoading } from './grid/heads';
import { DayList } from './list/day-list';
import styles from './board.module.css';
import { SidePanel } from './side-panel';

/** The home of the console: a store's day. */
export default function BoardPage() {
  const { may } = useDesk();
  return may('calendar.read') ? <Board /> : <Navigate to="/clients" replace />;
}

function Board() {
  const { store } = useDesk();
  const narrow = useNarrow();
  const today = useToday(store.id);
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useState<BoardView>('staff');
  // The switch answers at once; hundreds of cards are drawn behind it.
  const shownView = useDeferredValue(view);
  const date = search.get('date') ?? today;
  const calendar = useCalendar(store.id, date);
  const seen = useRef(calendar.data ?? null);
  if (calendar.data) seen.current = calendar.data;
  const pending = usePending(store.id);
  const goTo = (day: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      if (day === today) after.delete('date');
      else after.set('date', day);
      return after;
    });
  useShortcuts({ '[': () => goTo(addDays(date, -1)), ']': () => goTo(addDays(date, 1)) });

  const toolbar = { date, today, goTo, view, setView, calendar: calendar.data };
  if (narrow)
    return (
      <DayList calendar={calendar} pending={pending}>
        <BoardToolbar {...toolbar} narrow />
      </DayList>
    );
  return (
    <div className={styles.board} data-testid="board" data-date={date}>
      <h1 className="visually-hidden">今日看板</h1>
      <BoardToolbar {...toolbar} narrow={false} />
      <div className={styles.main}>
        <div className={styles.grid}>
          <Loaded
            query={calendar}
            loading={<GridSkeleton heads={headsWhileLoading(seen.current, store.id, shownView)} />}
          >
            {(day) => <DayGrid calendar={day} view={shownView} isToday={day.date === today} />}
          </Loaded>
        </div>
        <SidePanel calendar={calendar.data} pending={pending} today={today} />
      </div>
    </div>
  );
}
