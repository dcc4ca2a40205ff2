import fc from 'fast-check';
import {
  CLIENT_STAGES,
  standingOf,
  type Standing,
} from '../../../src/modules/client-view/rules/standing.js';
import { DEFAULT_STANDING } from '../../../src/modules/client-view/rules/standing-limits.js';
import { inYear, type RuleDay } from '../../../src/modules/client-view/tag-rules/rules/rule-day.js';
import type { TagRule } from '../../../src/modules/client-view/tag-rules/rules/tag-rule.js';
import { CUSTOMER_SOURCES, type CustomerSource } from '../../../src/modules/customers/index.js';
import { addDays, type LocalDate } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';

/** Ids that rules of `aRule` name and clients of `clientsIn` have. */
export const NAMED = {
  tierIds: [newId(), newId(), newId()],
  needIds: [newId(), newId(), newId()],
};

interface Did {
  readonly kind: 'visit' | 'consumption' | 'product' | 'cash_in';
  readonly ago: number;
  readonly fen: number;
  /** Taken back as a whole. */
  readonly undone: boolean;
}

/** A package that she has. */
export interface Pack {
  readonly state: 'active' | 'refunded';
  readonly byTime: boolean;
  /** Days from today; null without a date. */
  readonly ends: number | null;
  readonly sessions: number;
  /** How many were used, those that were undone among them. */
  readonly used: number;
  readonly undone: number;
}

/** A client of whom all is known that a rule may ask. */
export interface KnownClient {
  readonly id: string;
  readonly isClosed: boolean;
  readonly birthday: {
    readonly calendar: 'solar' | 'lunar';
    readonly year: number | null;
    readonly month: number;
    readonly day: number;
  } | null;
  readonly source: CustomerSource;
  readonly tierId: string | null;
  readonly needIds: readonly string[];
  readonly balanceFen: number;
  readonly did: readonly (Did & { readonly on: LocalDate })[];
  readonly packages: readonly Pack[];
  readonly standing: Standing;
  readonly today: LocalDate;
}

const aDid: fc.Arbitrary<Did> = fc.record({
  kind: fc.constantFrom('visit', 'visit', 'consumption', 'product', 'cash_in'),
  ago: fc.constantFrom(-3, 0, 1, 6, 7, 8, 29, 30, 31, 89, 90, 91, 180, 181, 364, 365, 366, 700),
  fen: fc.constantFrom(0, 100, 9_900, 10_000, 25_000, 50_000),
  undone: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});

const aPack: fc.Arbitrary<Pack> = fc.record({
  state: fc.constantFrom('active', 'active', 'refunded'),
  byTime: fc.boolean(),
  ends: fc.constantFrom(null, -1, 0, 1, 40),
  sessions: fc.integer({ min: 1, max: 3 }),
  used: fc.integer({ min: 0, max: 3 }),
  undone: fc.integer({ min: 0, max: 1 }),
});

const aClient = fc.record({
  isClosed: fc.integer({ min: 0, max: 19 }).map((n) => n === 0),
  birthday: fc.option(
    fc.record({
      calendar: fc.constantFrom('solar' as const, 'lunar' as const),
      year: fc.option(fc.integer({ min: 1955, max: 2025 }), { freq: 4 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 29 }),
    }),
    { freq: 4 },
  ),
  source: fc.constantFrom(...CUSTOMER_SOURCES),
  tierId: fc.option(fc.constantFrom(...NAMED.tierIds)),
  needIds: fc.subarray(NAMED.needIds),
  balanceFen: fc.constantFrom(0, 1, 9_999, 10_000, 250_000),
  did: fc.array(aDid, { maxLength: 8 }),
  packages: fc.array(aPack, { maxLength: 2 }),
});

const daysOf = (did: KnownClient['did'], from: LocalDate, today: LocalDate): LocalDate[] => {
  const within = did.filter(({ kind, on }) => kind === 'visit' && on > from && on <= today);
  const stands = (on: LocalDate): boolean => within.some((one) => one.on === on && !one.undone);
  return [...new Set(within.map(({ on }) => on))].filter(stands).sort();
};

/** Clients as they come, the same ones each time. */
export function clientsIn(today: LocalDate, how: { seed: number; numRuns: number }): KnownClient[] {
  return fc.sample(aClient, how).map((one) => {
    const did = one.did.map((each) => ({ ...each, on: addDays(today, -each.ago) }));
    const visitDays = daysOf(did, '0000-00-00', today);
    const spends = did
      .filter(({ kind, undone }) => (kind === 'consumption' || kind === 'product') && !undone)
      .map(({ on, fen }) => ({ on, fen }));
    return {
      ...one,
      id: newId(),
      did,
      today,
      standing: standingOf({ visitDays, spends }, DEFAULT_STANDING, today),
    };
  });
}

const someOf = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...list], { minLength: 1 });
const aRange = fc
  .tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 30 }))
  .map(([from, more]) => ({ from, to: from + more }));

const DAYS = fc.constantFrom(7, 30, 90, 365);
const ASKED = {
  spend: fc.record({ fen: fc.constantFrom(1, 10_000, 25_000, 60_000), days: DAYS }),
  visits: fc.record({ least: fc.integer({ min: 1, max: 3 }), days: fc.option(DAYS) }),
  awayDays: fc.constantFrom(1, 30, 90, 181),
  stages: someOf(CLIENT_STAGES),
  age: aRange,
  birthMonths: fc.oneof(someOf([1, 2, 6, 10, 11, 12]), fc.constant('now' as const)),
  tierIds: someOf(NAMED.tierIds),
  sources: someOf(CUSTOMER_SOURCES),
  packages: fc.constantFrom('held' as const, 'none' as const),
  needIds: someOf(NAMED.needIds),
  minBalanceFen: fc.constantFrom(1, 10_000, 200_000),
};

/** A rule that asks one to three things. */
export const aRule = (): fc.Arbitrary<TagRule> =>
  fc
    .subarray(Object.keys(ASKED) as (keyof typeof ASKED)[], { minLength: 1, maxLength: 3 })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, ASKED[name]])) as typeof ASKED),
    );

const ageOf = ({ birthday }: KnownClient, day: RuleDay): number | undefined => {
  if (!birthday?.year) return undefined;
  const now = birthday.calendar === 'lunar' ? day.lunar : day.solar;
  const isAhead = inYear(birthday.month, birthday.day) > now.inYear;
  return now.year - birthday.year - (isAhead ? 1 : 0);
};

const canUse = ({ state, byTime, ends, sessions, used, undone }: Pack): boolean =>
  state === 'active' &&
  (ends === null || ends >= 0) &&
  (byTime || Math.max(0, used - undone) < sessions);

/** What each member of a rule asks of a client, by looking at her. */
const MEETS: {
  readonly [Name in keyof TagRule]-?: (
    asked: NonNullable<TagRule[Name]>,
    client: KnownClient,
    day: RuleDay,
  ) => boolean;
} = {
  spend: ({ fen, days }, { did, today }) =>
    did
      .filter(({ on }) => on > addDays(today, -days) && on <= today)
      .filter(({ kind, undone }) => (kind === 'consumption' || kind === 'product') && !undone)
      .reduce((sum, one) => sum + one.fen, 0) >= fen,
  visits: ({ least, days }, { did, today }) =>
    daysOf(did, days === null ? '0000-00-00' : addDays(today, -days), today).length >= least,
  awayDays: (days, { standing: { lastVisitOn }, today }) =>
    lastVisitOn !== null && lastVisitOn <= addDays(today, -days),
  stages: (stages, { standing }) => stages.includes(standing.stage),
  age: ({ from, to }, client, day) => {
    const age = ageOf(client, day);
    return age !== undefined && age >= from && age <= to;
  },
  birthMonths: (months, { birthday }, day) => {
    if (!birthday) return false;
    const now = birthday.calendar === 'lunar' ? day.lunar.month : day.solar.month;
    return months === 'now' ? birthday.month === now : months.includes(birthday.month);
  },
  tierIds: (ids, { tierId }) => tierId !== null && ids.includes(tierId),
  sources: (sources, { source }) => sources.includes(source),
  packages: (held, { packages }) => packages.some(canUse) === (held === 'held'),
  needIds: (ids, client) => client.needIds.some((id) => ids.includes(id)),
  minBalanceFen: (fen, { balanceFen }) => balanceFen >= fen,
};

/** Whether a client is all that a rule asks. */
export function meetsRule(client: KnownClient, rule: TagRule, day: RuleDay): boolean {
  if (client.isClosed) return false;
  return (Object.keys(rule) as (keyof TagRule)[]).every((name) => {
    const asked = rule[name];
    if (asked === undefined) return true;
    const meets = MEETS[name] as (asked: unknown, client: KnownClient, day: RuleDay) => boolean;
    return meets(asked, client, day);
  });
}
