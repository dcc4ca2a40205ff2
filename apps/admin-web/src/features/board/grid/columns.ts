import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { blockWord, positionWord, roomKindWord } from '../../../shared/format/words';
import { minutesInto } from '../../../shared/format/time';
import { layLanes, type Lane, type Span } from './lanes';

/** A visit's part in one column: the services that one therapist does in a row, or the whole visit in a room. */
export interface GridCard extends Span, Lane {
  readonly key: string;
  readonly visit: StaffAppointment;
  readonly title: string;
  /** The client asked for this therapist (点客). */
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

/** A visit's services by therapist; services that follow each other with one therapist are one card. */
export function partsOf(
  visit: StaffAppointment,
  date: string,
): (Part & { staffId: string | null })[] {
  const parts: (Part & { staffId: string | null })[] = [];
  for (const item of visit.items) {
    const [from, to] = [minutesInto(date, item.start), minutesInto(date, item.end)];
    const last = parts.at(-1);
    if (last && last.staffId === item.staffId && from - last.to <= 0) {
      const joined = { ...last, to, title: `${last.title}、${item.serviceName}` };
      parts[parts.length - 1] = { ...joined, requested: last.requested || item.requested };
    } else {
      const key = `${visit.id}:${parts.length}`;
      const { staffId, requested, serviceName: title } = item;
      parts.push({ key, visit, staffId, from, to, title, requested });
    }
  }
  return parts;
}

/** A column for each therapist who is on duty or has a visit that day, in the API's order. */
export function staffColumns(calendar: Calendar): GridColumn[] {
  const byStaff = new Map<string, Part[]>();
  for (const visit of shownVisits(calendar))
    for (const { staffId, ...part } of partsOf(visit, calendar.date))
      if (staffId) byStaff.set(staffId, [...(byStaff.get(staffId) ?? []), part]);
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

/** A column for each room, with whole visits. */
export function roomColumns(calendar: Calendar): GridColumn[] {
  const visits = shownVisits(calendar);
  return calendar.rooms.map((room) => ({
    id: room.id,
    name: room.name,
    note: roomKindWord(room.kind),
    shifts: [{ from: 0, to: 2880 }],
    blocks: [],
    cards: withLanes(
      visits
        .filter(({ rooms }) => rooms.includes(room.name))
        .map((visit) => ({
          key: `${visit.id}:${room.id}`,
          visit,
          from: minutesInto(calendar.date, visit.start),
          to: minutesInto(calendar.date, visit.end),
          title: visit.items.map(({ serviceName }) => serviceName).join('、'),
          requested: visit.items.some(({ requested }) => requested),
        })),
    ),
  }));
}

/** Visits with a part that nobody on the board does. */
export function unassignedVisits(calendar: Calendar): StaffAppointment[] {
  const known = new Set(calendar.staff.map(({ id }) => id));
  return shownVisits(calendar).filter(({ items }) =>
    items.some(({ staffId }) => !staffId || !known.has(staffId)),
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
