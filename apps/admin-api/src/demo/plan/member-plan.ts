import { addDays, instantOf } from '../../platform/clock/index.js';
import { REWARDS, type RewardContent } from '../content/members.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';

/** Something that moved a client's points, at its moment. */
export type PointsDeed = { readonly at: Date } & (
  | { readonly what: 'moved_in'; readonly points: number }
  | { readonly what: 'review' }
  | { readonly what: 'referral' }
  | { readonly what: 'check_in' }
  | {
      readonly what: 'redeem';
      readonly reward: RewardContent;
      /** When the desk handed it over; null while it waits. */
      readonly pickedUpAt: Date | null;
    }
);

/** One client's points, oldest deed first. */
export interface PlannedMember {
  readonly client: PlannedClient;
  readonly deeds: readonly PointsDeed[];
}

const SEED = 20_231_108;
const SHARE = 0.55;
const HISTORY_DAYS = 120;
const [OPEN_MINUTE, CLOSE_MINUTE] = [630, 1_200];
/** Cards of the old system brought so many points along. */
const MOVED_IN = [60, 120, 180, 260, 320, 480] as const;
const ON_OFFER = REWARDS.filter(({ state }) => state === 'on_offer');

/** Points that the demo tells of; the same clients and day give the same deeds. */
export function planMembers(clients: readonly PlannedClient[], today: string): PlannedMember[] {
  const random = new SeededRandom(SEED);
  return clients.flatMap((client) => {
    // Drawn for everybody, so that one client more or less does not change the others.
    const has = random.chance(SHARE);
    const deeds = planDeeds(random, client, today);
    return has && deeds.length > 0 ? [{ client, deeds }] : [];
  });
}

function planDeeds(random: SeededRandom, client: PlannedClient, today: string): PointsDeed[] {
  const zone = STORES[client.store].timeZone;
  const on = (ago: number): Date =>
    instantOf(addDays(today, -ago), random.int(OPEN_MINUTE, CLOSE_MINUTE), zone);
  const deeds: PointsDeed[] = [
    { what: 'moved_in', at: on(HISTORY_DAYS), points: random.pick(MOVED_IN) },
    ...days(random, 0.5, 90).map((ago): PointsDeed => ({ what: 'review', at: on(ago) })),
    ...days(random, 0.15, 80).map((ago): PointsDeed => ({ what: 'referral', at: on(ago) })),
    ...planRow(random).map((ago): PointsDeed => ({ what: 'check_in', at: on(ago) })),
    ...days(random, 0.75, 40).map((ago) => planRedeem(random, on, ago)),
  ];
  const opened = instantOf(client.since, CLOSE_MINUTE, zone);
  return deeds.filter(({ at }) => at > opened).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Days ago on which something happened, none or one. */
const days = (random: SeededRandom, chance: number, most: number): number[] => {
  const [has, ago] = [random.chance(chance), random.int(2, most)];
  return has ? [ago] : [];
};

/** Days in a row until yesterday, for some. */
function planRow(random: SeededRandom): number[] {
  const [has, length] = [random.chance(0.3), random.int(1, 9)];
  return has ? Array.from({ length }, (_, place) => place + 1) : [];
}

function planRedeem(random: SeededRandom, on: (ago: number) => Date, ago: number): PointsDeed {
  const [reward, isPickedUp, later] = [
    random.pick(ON_OFFER),
    random.chance(0.55),
    random.int(1, ago - 1),
  ];
  const pickedUpAt = isPickedUp ? on(ago - later) : null;
  return { what: 'redeem', at: on(ago), reward, pickedUpAt };
}
