import { addDays } from '../../../src/platform/clock/index.js';
import type { Giver } from './birthday-house.js';
import { partiesOf, type Born, type Party } from './wall-calendar.js';
import type { Deed, PlannedClient, YearPlan } from './year-plan.js';

/** A coupon that was given, as the raw rows tell it. */
export interface GivenRow {
  readonly giverId: string;
  /** To whom it was given, whoever has it now. */
  readonly client: number;
  readonly year: number;
  readonly birthdayOn: string;
  readonly grantedOn: string;
}

/** Two parties of one client are never as near as this, so nearer ones are one that was told otherwise. */
const DAYS_APART = 300;
const OF_AGE = 14;
const DAY_MS = 86_400_000;

const apart = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;

/** A client as she is on a day. */
interface Now {
  born: Born | null;
  readonly store: 0 | 1 | null;
  saidNo: boolean;
  isGone: boolean;
  parties: readonly Party[];
  /** Parties that she had a coupon for. */
  had: Party[];
}

/**
 * Walks through the year once more, by the plan and a calendar on the wall, and looks day by day whether those who were
 * given a coupon are those who should have been.
 * @returns what differs, in words; empty when nothing does
 */
export function recount(plan: YearPlan, giver: Giver, rows: readonly GivenRow[]): string[] {
  const now = plan.clients.map((client) => begin(client, giver));
  const given = new Map<string, GivenRow[]>();
  for (const row of rows.filter(({ giverId }) => giverId === giver.id))
    given.set(row.grantedOn, [...(given.get(row.grantedOn) ?? []), row]);
  const faults: string[] = [];
  let left = giver.most ?? Infinity;
  for (const { day, deeds, isOff } of plan.days) {
    for (const deed of deeds) apply(now, deed, giver);
    const today = given.get(day) ?? [];
    given.delete(day);
    const isOn = !(isOff && giver.isFirst);
    const due = isOn ? dueOn(now, giver, day) : new Map<number, Party>();
    const told = today.map(({ client, year, birthdayOn: on }) => nameOf(client, { year, on }));
    const right = [...due].map(([client, party]) => nameOf(client, party));
    const wrong = told.filter((one) => !right.includes(one));
    const missed = right.filter((one) => !told.includes(one));
    if (wrong.length > 0) faults.push(`${day}: not due, but given: ${wrong.join(', ')}`);
    if (new Set(told).size < told.length) faults.push(`${day}: given twice`);
    if (told.length !== Math.min(right.length, left))
      faults.push(`${day}: ${told.length} given, ${left} left; not given: ${missed.join(', ')}`);
    left -= told.length;
    for (const { client, year, birthdayOn: on } of today) now[client]?.had.push({ year, on });
  }
  for (const day of given.keys()) faults.push(`${day}: given on a day that nobody lived`);
  return faults;
}

const nameOf = (client: number, { year, on }: Party): string => `${client} ${year} ${on}`;

const begin = ({ born, store }: PlannedClient, giver: Giver): Now => ({
  ...{ born, store, saidNo: false, isGone: false, had: [] },
  parties: born === null ? [] : partiesOf(born, giver.leapDay),
});

function apply(now: readonly Now[], deed: Deed, giver: Giver): void {
  const her = now[deed.client];
  if (!her) throw new Error(`nobody is ${deed.client}`);
  if (deed.kind === 'reborn') {
    her.born = deed.born;
    her.parties = deed.born === null ? [] : partiesOf(deed.born, giver.leapDay);
  } else if (deed.kind === 'joined') {
    const other = now[deed.to];
    if (!other) throw new Error(`nobody is ${deed.to}`);
    her.isGone = true;
    other.saidNo ||= her.saidNo;
    // Where both had one for a year, each keeps her own.
    other.had.push(...her.had.filter(({ year }) => other.had.every((one) => one.year !== year)));
  } else her.saidNo = deed.kind === 'no';
}

/** Who is to be given one on a day, were there enough of them, and for which party. */
function dueOn(now: readonly Now[], giver: Giver, day: string): Map<number, Party> {
  const [from, until] = [addDays(day, -giver.daysAfter), addDays(day, giver.daysBefore)];
  const due = new Map<number, Party>();
  for (const [client, her] of now.entries()) {
    if (her.isGone || her.saidNo) continue;
    if (her.store !== null && !giver.stores.includes(her.store)) continue;
    for (const party of her.parties) {
      if (party.on < from || party.on > until || due.has(client)) continue;
      const born = her.born?.year ?? null;
      if (born !== null && party.year - born < OF_AGE) continue;
      const hadIt = her.had.some(
        ({ year, on }) => year === party.year || apart(on, party.on) < DAYS_APART,
      );
      if (!hadIt) due.set(client, party);
    }
  }
  return due;
}
