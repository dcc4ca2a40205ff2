import { addDays, daysBetween, instantOf } from '../../platform/clock/index.js';
import type { StoreKey } from '../content/content-types.js';
import { MENU, storesOf } from '../content/menu.js';
import { PLANS, type PlanContent } from '../content/plans.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';

export interface PlannedTopUp {
  readonly what: 'top_up';
  readonly at: Date;
  readonly plan: PlanContent;
  readonly tender: 'wechat' | 'cash' | 'bank_card';
  /** Signed on the phone, on paper, or not yet. */
  readonly agreed: 'phone' | 'paper' | 'later';
}

export interface PlannedSpend {
  readonly what: 'spend';
  readonly at: Date;
  readonly title: string;
  readonly amountFen: number;
  readonly listPriceFen: number;
  readonly consent: 'member_code' | 'slip';
}

/** A client's wallet from its first sale to today, in order. */
export interface PlannedWallet {
  readonly client: PlannedClient;
  readonly deeds: readonly (PlannedTopUp | PlannedSpend)[];
}

const SEED = 20_190_512;
/** How far back wallets go, and the share of clients that has one. */
const HISTORY_DAYS = 400;
const SHARE = 0.42;
const LAST_DAYS = 2;
/** Below this, a loyal client buys again. Fen. */
const LOW_FEN = 30_000;
const OPEN_MINUTE = 630;
const CLOSE_MINUTE = 1_200;

const TENDERS = [
  { tender: 'wechat', weight: 6 },
  { tender: 'cash', weight: 2 },
  { tender: 'bank_card', weight: 2 },
] as const;

const momentOf = (random: SeededRandom, store: StoreKey, date: string): Date =>
  instantOf(date, random.int(OPEN_MINUTE, CLOSE_MINUTE), STORES[store].timeZone);

function planTopUp(random: SeededRandom, store: StoreKey, date: string): PlannedTopUp {
  const sold = PLANS.filter(
    ({ onlyIn, popularity }) => popularity > 0 && (!onlyIn || onlyIn === store),
  );
  const plan = random.weighted(sold, ({ popularity }) => popularity);
  const { tender } = plan.deskOnly
    ? random.pick(TENDERS.slice(1))
    : random.weighted(TENDERS, ({ weight }) => weight);
  const atDesk = random.chance(0.6) ? 'paper' : 'later';
  const agreed = tender === 'wechat' ? 'phone' : atDesk;
  return { what: 'top_up', at: momentOf(random, store, date), plan, tender, agreed };
}

/** A service that what is left can pay for; undefined when there is none. */
function planSpend(
  random: SeededRandom,
  store: StoreKey,
  date: string,
  leftFen: number,
): PlannedSpend | undefined {
  const services = MENU.flatMap(({ services: all }) => all).filter(
    (service) => storesOf(service).includes(store) && service.yuan * 100 <= leftFen,
  );
  if (services.length === 0) return undefined;
  const service = random.weighted(services, ({ popularity }) => popularity ?? 1);
  const listPriceFen = service.yuan * 100;
  const amountFen = (service.memberYuan ?? service.yuan) * 100;
  const consent = random.chance(0.6) ? 'member_code' : 'slip';
  const at = momentOf(random, store, date);
  return { what: 'spend', at, title: service.name, amountFen, listPriceFen, consent };
}

function planWallet(random: SeededRandom, client: PlannedClient, today: string): PlannedWallet {
  const { store, since } = client;
  const earliest = Math.min(daysBetween(since, today), HISTORY_DAYS);
  const last = addDays(today, -LAST_DAYS);
  let date = addDays(today, -random.int(Math.min(LAST_DAYS, earliest), earliest));
  const first = planTopUp(random, store, date);
  const deeds: (PlannedTopUp | PlannedSpend)[] = [first];
  let leftFen = (first.plan.yuan + first.plan.bonusYuan) * 100;
  for (;;) {
    date = addDays(date, random.int(9, 45));
    if (date > last) return { client, deeds };
    if (leftFen < LOW_FEN && random.chance(0.7)) {
      const again = planTopUp(random, store, date);
      deeds.push(again);
      leftFen += (again.plan.yuan + again.plan.bonusYuan) * 100;
      continue;
    }
    const spend = planSpend(random, store, date, leftFen);
    if (!spend) return { client, deeds };
    deeds.push(spend);
    leftFen -= spend.amountFen;
  }
}

/** The wallets that the demo tells of; the same clients and day give the same wallets. */
export function planWallets(clients: readonly PlannedClient[], today: string): PlannedWallet[] {
  const random = new SeededRandom(SEED);
  return clients.flatMap((client) => {
    // Drawn for everybody, so that one client more or less does not change the others.
    const has = random.chance(SHARE);
    const wallet = planWallet(random, client, today);
    return has && client.since < today ? [wallet] : [];
  });
}
