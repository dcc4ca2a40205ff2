import { addDays } from '../../../src/platform/clock/index.js';
import { days, type Born } from './wall-calendar.js';

/** A leap year by both calendars: 29 February, and a leap fifth month (23 June to 21 July). */
export const [FIRST, LAST] = ['2028-01-01', '2028-12-31'];

/** A client as her file begins. */
export interface PlannedClient {
  readonly born: Born | null;
  /** Of which store she is; null for none. */
  readonly store: 0 | 1 | null;
}

/** What somebody does on a morning, clients by their place in the plan. */
export type Deed =
  | { readonly kind: 'no' | 'yes'; readonly client: number }
  | { readonly kind: 'reborn'; readonly client: number; readonly born: Born | null }
  | { readonly kind: 'joined'; readonly client: number; readonly to: number };

/** Which of the two workers are killed on a day, once so many coupons were given on it. */
export interface Kill {
  readonly workers: readonly (0 | 1)[];
  readonly after: number;
}

export interface DayPlan {
  readonly day: string;
  readonly deeds: readonly Deed[];
  readonly kill: Kill | null;
  /** Somebody runs an automation by hand, before the day's own run or after it. */
  readonly byHand: 'before' | 'after' | null;
  /** Bills that use coupons, and bills of days before that are undone. */
  readonly bills: number;
  readonly undone: number;
  /** On these the first automation is switched off. */
  readonly isOff: boolean;
}

export interface YearPlan {
  readonly seed: number;
  readonly clients: readonly PlannedClient[];
  readonly days: readonly DayPlan[];
}

export interface YearSize {
  readonly seed: number;
  readonly clients: number;
  /** All 366, or those at which calendars turn and some between. */
  readonly everyDay: boolean;
  /** On so many days. */
  readonly kills: number;
}

export type Random = (below: number) => number;

/** Numbers that are the same in every run. */
export function numbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const solar = (year: number | null, month: number, day: number): Born => ({
  ...{ calendar: 'solar', year, month, day, leap: false },
});
const lunar = (year: number | null, month: number, day: number, leap = false): Born => ({
  ...{ calendar: 'lunar', year, month, day, leap },
});

/** Those at which calendars turn, children, and one who becomes of age. */
const EDGES: readonly (Born | null)[] = [
  ...[null, solar(null, 2, 29), solar(1996, 2, 29), solar(2016, 2, 29), solar(1990, 1, 1)],
  ...[solar(1988, 12, 31), solar(2015, 6, 30), solar(2014, 6, 30), solar(2014, 12, 31)],
  ...[lunar(null, 5, 15, true), lunar(1990, 5, 20, true), lunar(null, 6, 30, true)],
  ...[lunar(1985, 5, 15), lunar(null, 12, 30), lunar(null, 11, 20), lunar(1979, 1, 1)],
  ...[lunar(2014, 12, 8), lunar(2013, 12, 8), lunar(null, 12, 1), lunar(1992, 5, 29)],
];
/** Years with a leap month, and which. */
const LEAP_MONTHS = [
  ...([[1984, 10] as const, [1987, 6], [1990, 5], [1993, 3], [1995, 8]] as const),
  ...([[1998, 5] as const, [2001, 4], [2004, 2], [2006, 7], [2009, 5], [2017, 6]] as const),
];

function someone(random: Random): Born | null {
  const [kind, month, day] = [random(100), 1 + random(12), 1 + random(28)];
  const year = random(5) === 0 ? null : 1950 + random(70);
  if (kind < 3) return null;
  if (kind < 55) return solar(year, month, day);
  if (kind < 92) return lunar(year, month, day);
  const [leapYear, leapMonth] = LEAP_MONTHS[random(LEAP_MONTHS.length)] ?? [1990, 5];
  return lunar(random(2) === 0 ? null : leapYear, leapMonth, day, true);
}

/** Where calendars turn: the year, 29 February, the leap month, New Year by the lunar calendar. */
const TURNS = [
  ...['01-01', '01-02', '01-26', '01-27', '02-28', '02-29', '03-01', '06-22', '06-23', '06-24'],
  ...['07-20', '07-21', '07-22', '12-30', '12-31'],
];
const STRIDE = 15;

function daysOf(everyDay: boolean): string[] {
  const all = [...days(FIRST, LAST)];
  if (everyDay) return all;
  return all.filter((day, place) => place % STRIDE === 0 || TURNS.includes(day.slice(5)));
}

/** Who changes what on which morning; whoever is joined to another file does nothing any more. */
function deedsOf(random: Random, clients: number, among: readonly string[]): Map<string, Deed[]> {
  const all = new Map<string, Deed[]>(among.map((day) => [day, []]));
  const goneOn = new Map<number, number>();
  const add = (at: number, deed: Deed): void => void all.get(among[at] ?? '')?.push(deed);
  const joins = Math.ceil(clients / 25);
  for (let n = 0; n < joins; n += 1) {
    const [client, to] = [random(clients), random(clients)];
    if (client === to || goneOn.has(client) || goneOn.has(to)) continue;
    const at = random(among.length);
    goneOn.set(client, at);
    // Nobody is joined to a file that goes itself later.
    goneOn.set(to, among.length);
    add(at, { kind: 'joined', client, to });
  }
  const before = (client: number): number => goneOn.get(client) ?? among.length;
  for (let n = 0; n < Math.ceil(clients / 7); n += 1) {
    const [client, at] = [random(clients), random(among.length)];
    const again = at + 1 + random(among.length);
    if (at < before(client)) add(at, { kind: 'no', client });
    if (again < before(client)) add(again, { kind: 'yes', client });
  }
  for (let n = 0; n < Math.ceil(clients / 12); n += 1) {
    const [client, at, born] = [random(clients), random(among.length), someone(random)];
    if (at < before(client)) add(at, { kind: 'reborn', client, born });
  }
  return all;
}

/** The first automation is off for ten days of spring. */
const OFF = { from: '2028-04-03', days: 10 };

/** The whole year as it will be lived, drawn from a seed. */
export function aYear({ seed, clients: count, everyDay, kills }: YearSize): YearPlan {
  const random = numbers(seed);
  const clients = Array.from({ length: count }, (_, place): PlannedClient => {
    const born = EDGES[place];
    const store = ([0, 0, 1, 1, null] as const)[random(5)] ?? null;
    return { born: born === undefined ? someone(random) : born, store };
  });
  const among = daysOf(everyDay);
  const deeds = deedsOf(random, count, among);
  const deadly = new Set<string>();
  while (deadly.size < kills) deadly.add(among[random(among.length)] ?? '');
  const perDay = Math.max(2, Math.round((count * 3) / among.length));
  return {
    ...{ seed, clients },
    days: among.map((day): DayPlan => {
      const [who, hand] = [random(5), random(9)];
      const workers = ([[0], [1], [0], [1], [0, 1]] as const)[who] ?? [0];
      return {
        ...{ day, deeds: deeds.get(day) ?? [] },
        kill: deadly.has(day) ? { workers, after: random(perDay) } : null,
        byHand: hand === 0 ? 'before' : hand === 1 ? 'after' : null,
        bills: random(3) === 0 ? 1 + random(3) : 0,
        undone: random(4) === 0 ? 1 : 0,
        isOff: day >= OFF.from && day < addDays(OFF.from, OFF.days),
      };
    }),
  };
}
