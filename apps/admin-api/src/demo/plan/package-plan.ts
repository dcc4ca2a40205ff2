import { addDays, instantOf } from '../../platform/clock/index.js';
import { PACKAGES, type PackageContent } from '../content/packages.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';

/** A session that was used. */
export interface PlannedUse {
  readonly at: Date;
  readonly service: string;
  readonly consent: 'member_code' | 'slip';
}

/** What waits for somebody today. */
export type PackageToday = 'reserved' | 'frozen' | 'disputed' | 'near_date' | 'past_date';

/** A package from its sale to today. */
export interface PlannedPackage {
  readonly client: PlannedClient;
  readonly content: PackageContent;
  readonly at: Date;
  readonly tender: 'wechat' | 'cash' | 'bank_card' | 'paycode';
  /** Signed on the phone, on paper, or not yet. */
  readonly agreed: 'phone' | 'paper' | 'later';
  readonly uses: readonly PlannedUse[];
  readonly today: PackageToday | null;
}

const SEED = 20_250_308;
const SHARE = 0.16;
const HISTORY_DAYS = 200;
const LAST_DAYS = 2;
const [OPEN_MINUTE, CLOSE_MINUTE] = [630, 1_200];
const TENDERS = [
  { tender: 'wechat', weight: 5 },
  { tender: 'bank_card', weight: 2 },
  { tender: 'cash', weight: 1 },
  { tender: 'paycode', weight: 2 },
] as const;

/** Those that somebody has to do with today: which plan, bought how many days ago, how often used. */
const TODAY: readonly (readonly [PackageToday, string, number, number])[] = [
  ['reserved', '深层补水十次卡', 75, 3],
  ['frozen', '清透焕肤套餐', 96, 4],
  ['disputed', '头皮养护任选八次', 58, 3],
  ['near_date', '肩颈舒缓季卡六次', 84, 3],
  ['past_date', '肩颈舒缓季卡六次', 104, 2],
];

/** Any entitlement that still has a session, by the order of its item. */
function useOf(random: SeededRandom, content: PackageContent, left: number[]): string | undefined {
  const open = content.items.flatMap((item, place) =>
    content.kind === 'time' || (left[place] ?? 0) > 0 ? [{ item, place }] : [],
  );
  if (open.length === 0) return undefined;
  const { item, place } = random.pick(open);
  left[place] = (left[place] ?? 0) - 1;
  return random.pick(item.services);
}

/** @param most uses; the card, its date and today end them sooner */
function planUses(
  random: SeededRandom,
  client: PlannedClient,
  content: PackageContent,
  days: { readonly bought: string; readonly today: string; readonly most: number },
): PlannedUse[] {
  const left = content.items.map(({ sessions = 0, gifts = 0 }) => sessions + gifts);
  const uses: PlannedUse[] = [];
  const end = content.validDays === null ? null : addDays(days.bought, content.validDays - 1);
  const last = addDays(days.today, -LAST_DAYS);
  const [soonest, latest]: readonly [number, number] = content.kind === 'time' ? [2, 8] : [8, 26];
  for (let date = days.bought; uses.length < days.most;) {
    date = addDays(date, random.int(soonest, latest));
    if (date > last || (end !== null && date > end)) break;
    const service = useOf(random, content, left);
    if (service === undefined) break;
    const at = instantOf(
      date,
      random.int(OPEN_MINUTE, CLOSE_MINUTE),
      STORES[client.store].timeZone,
    );
    uses.push({ at, service, consent: random.chance(0.6) ? 'member_code' : 'slip' });
  }
  return uses;
}

function planPackage(
  random: SeededRandom,
  client: PlannedClient,
  content: PackageContent,
  days: { readonly ago: number; readonly today: string; readonly most: number },
): Omit<PlannedPackage, 'today'> {
  const bought = addDays(days.today, -days.ago);
  const minute = random.int(OPEN_MINUTE, CLOSE_MINUTE);
  const at = instantOf(bought, minute, STORES[client.store].timeZone);
  const { tender } = content.deskOnly
    ? random.pick(TENDERS.slice(1))
    : random.weighted(TENDERS, ({ weight }) => weight);
  const atDesk = random.chance(0.6) ? 'paper' : 'later';
  const agreed = tender === 'wechat' ? 'phone' : atDesk;
  const uses = planUses(random, client, content, { bought, ...days });
  return { client, content, at, tender, agreed, uses };
}

/** The packages that the demo tells of; the same clients and day give the same packages. */
export function planPackages(clients: readonly PlannedClient[], today: string): PlannedPackage[] {
  const random = new SeededRandom(SEED);
  const longKnown = clients.filter(({ since }) => since < addDays(today, -HISTORY_DAYS));
  const [some, others] = [longKnown.slice(0, TODAY.length), longKnown.slice(TODAY.length)];
  const special = some.flatMap((client, place) => {
    const [what, name, ago, most] = TODAY[place] ?? [];
    const content = PACKAGES.find((each) => each.name === name);
    if (!what || !content || ago === undefined || most === undefined) return [];
    return [{ ...planPackage(random, client, content, { ago, today, most }), today: what }];
  });
  const usual = others.flatMap((client) => {
    const sold = PACKAGES.filter(
      ({ popularity, onlyIn }) => popularity > 0 && (!onlyIn || onlyIn === client.store),
    );
    // Drawn for everybody, so that one client more or less does not change the others.
    const has = random.chance(SHARE);
    const content = random.weighted(sold, ({ popularity }) => popularity);
    const oldest = content.kind === 'time' ? (content.validDays ?? HISTORY_DAYS) - 4 : HISTORY_DAYS;
    const ago = random.int(LAST_DAYS, Math.min(oldest, HISTORY_DAYS));
    const planned = planPackage(random, client, content, { ago, today, most: random.int(1, 14) });
    return has ? [{ ...planned, today: null }] : [];
  });
  return [...special, ...usual];
}
