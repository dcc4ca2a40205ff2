import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { blockWord, positionWord, roomKindWord } from '../../../shared/format/words';
import { minutesInto } from '../../../shared/format/time';
import { layLanes, type Lane, type Span } from './lanes';

/** A visit's part in one column: a stretch in which a person works on it, or in which it uses a room. */
export interface GridCard extends Span, Lane {
  readonly key: string;
  readonly visit: StaffAppointment;
  readonly title: string;
  /** The client asked for this person (点客). */
  readonly requested: boolean;
}

export interface Block extends Span {
  readonly kind: string;
  readonly label: string;
}

export interface GridColumn {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** When the column is at work. A room always is. */
  readonly shifts: readonly Span[];
  readonly blocks: readonly Block[];
  readonly cards: readonly GridCard[];
}

const HIDDEN = new Set(['cancelled', 'expired']);
type Part = Omit<GridCard, keyof Lane>;

const withLanes = (parts: Part[]): GridCard[] => {
  const lanes = layLanes(parts);
  return parts.map((part, at) => ({
    ...part,
    lane: lanes[at]?.lane ?? 0,
    lanes: lanes[at]?.lanes ?? 1,
  }));
};

/** The visits that still matter on a board; cancelled and expired ones gave their time back. */
export const shownVisits = (calendar: Calendar): StaffAppointment[] =>
  calendar.appointments.filter(({ state }) => !HIDDEN.has(state));

type StaffPart = Part & { readonly staffId: string };

/** What a visit is called during a stretch of it. */
function titleIn(visit: StaffAppointment, date: string, span: Span): string {
  const names = visit.items
    .filter(
      ({ start, end }) => minutesInto(date, start) < span.to && minutesInto(date, end) > span.from,
    )
    .map(({ serviceName }) => serviceName);
  return names.join('、');
}

/**
 * A visit by the people who work on it: stretches that follow each other with one person are one card, and the time
 * in which the client waits and the person is free stays open.
 */
export function staffParts(visit: StaffAppointment, date: string): StaffPart[] {
  const byStaff = new Map<string, Span[]>();
  for (const { staffId, start, end } of visit.allocations) {
    if (!staffId) continue;
    byStaff.set(staffId, [
      ...(byStaff.get(staffId) ?? []),
      { from: minutesInto(date, start), to: minutesInto(date, end) },
    ]);
  }
  return [...byStaff].flatMap(([staffId, spans]) =>
    joinTouching(spans).map((span, at) => ({
      ...span,
      key: `${visit.id}:${staffId}:${at}`,
      staffId,
      visit,
      title: titleIn(visit, date, span),
      requested: visit.items.some((item) => item.staffId === staffId && item.requested),
    })),
  );
}

function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** A column for each therapist who is on duty or has a visit that day, in the API's order. */
export function staffColumns(calendar: Calendar): GridColumn[] {
  const byStaff = new Map<string, Part[]>();
  for (const visit of shownVisits(calendar))
    for (const { staffId, ...part } of staffParts(visit, calendar.date))
      byStaff.set(staffId, [...(byStaff.get(staffId) ?? []), part]);
  const span = ({ start, end }: { start: string; end: string }): Span => ({
    from: minutesInto(calendar.date, start),
    to: minutesInto(calendar.date, end),
  });
  return calendar.staff
    .filter(({ id, shifts }) => shifts.length > 0 || byStaff.has(id))
    .map((person) => ({
      id: person.id,
      name: person.name,
      note: person.title || positionWord(person.position),
      shifts: person.shifts.map(span),
      blocks: person.blocks.map((block) => ({
        ...span(block),
        kind: block.kind,
        label: block.reason ? `${blockWord(block.kind)} ${block.reason}` : blockWord(block.kind),
      })),
      cards: withLanes(byStaff.get(person.id) ?? []),
    }));
}

/** A column for each room, bed and device, with the visits that use it. */
export function roomColumns(calendar: Calendar): GridColumn[] {
  const { date } = calendar;
  const byRoom = new Map<string, Part[]>();
  for (const visit of shownVisits(calendar)) {
    for (const { resourceId, kind, start, end } of visit.allocations) {
      if (kind === 'staff') continue;
      const span = { from: minutesInto(date, start), to: minutesInto(date, end) };
      const own = byRoom.get(resourceId) ?? [];
      const key = `${visit.id}:${resourceId}:${span.from}`;
      const requested = visit.items.some((item) => item.requested);
      byRoom.set(resourceId, [
        ...own,
        { ...span, key, visit, title: titleIn(visit, date, span), requested },
      ]);
    }
  }
  return calendar.rooms.map((room) => ({
    id: room.id,
    name: room.name,
    note: roomKindWord(room.kind),
    shifts: [{ from: 0, to: 2880 }],
    blocks: [],
    cards: withLanes(byRoom.get(room.id) ?? []),
  }));
}

/** Visits with a part that nobody on the board does. */
export function unassignedVisits(calendar: Calendar): StaffAppointment[] {
  const known = new Set(calendar.staff.map(({ id }) => id));
  return shownVisits(calendar).filter(({ items }) =>
    items.some(({ staffId }) => !known.has(staffId)),
  );
}

/** Whether a column would be drawn the same, so that a change elsewhere leaves it alone. */
export function sameColumn(one: GridColumn, other: GridColumn): boolean {
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.note === other.note &&
    one.cards.length === other.cards.length &&
    one.cards.every((card, at) => sameCard(card, other.cards[at])) &&
    JSON.stringify([one.shifts, one.blocks]) === JSON.stringify([other.shifts, other.blocks])
  );
}

/** Whether a card would be drawn the same. Visits keep their identity in the cache while they do not change. */
export function sameCard(one: GridCard, other: GridCard | undefined): boolean {
  return (
    other !== undefined &&
    one.visit === other.visit &&
    one.key === other.key &&
    one.from === other.from &&
    one.to === other.to &&
    one.lane === other.lane &&
    one.lanes === other.lanes
  );
}
