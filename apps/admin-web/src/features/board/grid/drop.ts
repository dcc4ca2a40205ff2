import type { StaffAppointment } from '../../../shared/api/contract';
import { dateOf, instantAt, minutesInto, offsetOf } from '../../../shared/format/time';
import type { GridColumn } from './columns';
import type { Span } from './lanes';

/** What is known before a visit is let go; the API has the last word. */
export type Verdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'off_shift' }
  | { readonly kind: 'blocked'; readonly label: string }
  | { readonly kind: 'clash'; readonly name: string };

const overlaps = (one: Span, other: Span) => one.from < other.to && other.from < one.to;

/** Judges a place for a visit against what the board shows of that column. */
export function judgeDrop(column: GridColumn, place: Span, visitId: string): Verdict {
  const clash = column.cards.find(
    (card) => card.visit.id !== visitId && card.visit.state !== 'no_show' && overlaps(card, place),
  );
  if (clash) return { kind: 'clash', name: clash.visit.customer.name };
  const block = column.blocks.find((one) => overlaps(one, place));
  if (block) return { kind: 'blocked', label: block.label };
  const isOnShift = column.shifts.some(({ from, to }) => from <= place.from && place.to <= to);
  return isOnShift ? { kind: 'free' } : { kind: 'off_shift' };
}

/** The verdict in words; null when nothing stands in the way. */
export function verdictWords(verdict: Verdict): string | null {
  switch (verdict.kind) {
    case 'free':
      return null;
    case 'clash':
      return `与${verdict.name}的预约冲突`;
    case 'blocked':
      return `这段时间${verdict.label}`;
    case 'off_shift':
      return '不在班次内';
  }
}

/** Where a dragged part of a visit is put down. */
export interface Drop {
  readonly visit: StaffAppointment;
  /** Minutes by which the whole visit shifts. */
  readonly shift: number;
  readonly fromStaffId: string;
  readonly toStaffId: string;
}

const shifted = (instant: string, minutes: number): string => {
  const date = dateOf(instant);
  return instantAt(date, minutesInto(date, instant) + minutes, offsetOf(instant));
};

/** The same change of people at another start: one that the API offered instead. */
export const dropAt = (drop: Drop, start: string): Drop => ({
  ...drop,
  shift: (Date.parse(start) - Date.parse(drop.visit.start)) / 60_000,
});

/** The visit's new start. */
export const startAfter = ({ visit, shift }: Drop): string => shifted(visit.start, shift);

/** The visit as it will stand if the API agrees, shown until it answers. */
export function visitAfter(
  { visit, shift, fromStaffId, toStaffId }: Drop,
  staffName: string,
): StaffAppointment {
  return {
    ...visit,
    start: shifted(visit.start, shift),
    end: shifted(visit.end, shift),
    items: visit.items.map((item) => ({
      ...item,
      start: shifted(item.start, shift),
      end: shifted(item.end, shift),
      ...(item.staffId === fromStaffId && fromStaffId !== toStaffId
        ? { staffId: toStaffId, staffName, requested: false }
        : {}),
    })),
    allocations: visit.allocations.map((part) => ({
      ...part,
      start: shifted(part.start, shift),
      end: shifted(part.end, shift),
      ...(part.staffId === fromStaffId ? { staffId: toStaffId } : {}),
    })),
  };
}
