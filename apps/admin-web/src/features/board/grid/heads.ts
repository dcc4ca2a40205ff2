import type { Calendar } from '../../../shared/api/contract';
import type { BoardView } from '../board-toolbar';
import { roomColumns, staffColumns, type GridColumn } from './columns';

/** What stands above a column. */
export type Head = Pick<GridColumn, 'id' | 'name' | 'note'>;

/** The columns of a day, by the people or by the rooms. */
export const columnsOf = (calendar: Calendar, view: BoardView): GridColumn[] =>
  view === 'staff' ? staffColumns(calendar) : roomColumns(calendar);

/**
 * The heads to show while a day is on its way: those of the day that was seen last in this store. Who is on duty may
 * differ, so they promise nothing below them. None are shown of another store.
 */
export function headsWhileLoading(
  last: Calendar | null,
  storeId: string,
  view: BoardView,
): readonly Head[] {
  return last?.storeId === storeId ? columnsOf(last, view) : [];
}
