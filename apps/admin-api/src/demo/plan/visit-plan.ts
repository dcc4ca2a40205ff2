import type { BookingChannel } from '@yance/shared-types';
import { addDays, daysBetween, weekdayOf } from '../../platform/clock/index.js';
import { VISIT_NOTES } from '../content/clients.js';
import type { PersonContent, ServiceContent, StoreKey } from '../content/content-types.js';
import { COMBINATIONS, MENU, storesOf } from '../content/menu.js';
import { leadsOf, minutesOf } from './abilities.js';
import type { PlannedClient } from './client-plan.js';
import type { SeededRandom } from './seeded-random.js';
import type { PlannedShift } from './shift-plan.js';

/** How a visit goes, as far as the day has come. */
export type Story = 'goes_well' | 'cancelled' | 'no_show' | 'waits_for_confirmation';

/** A visit that somebody would like to make; the real use cases decide whether it fits. */
export interface PlannedVisit {
  readonly client: PlannedClient;
  readonly store: StoreKey;
  readonly date: string;
  readonly startMinute: number;
  readonly services: readonly { readonly name: string; readonly wish: string | null }[];
  readonly channel: BookingChannel;
  /** How long before its start it was booked. */
  readonly bookedMinutesAhead: number;
  readonly story: Story;
  readonly note: string | null;
  /** From 0 up to 1: how early or late she and the house are this time. */
  readonly looseness: number;
}

export interface VisitDays {
  readonly today: string;
  readonly historyDays: number;
  readonly upcomingDays: number;
}

const BUSY: Readonly<Record<StoreKey, { weekday: number; weekend: number; today: number }>> = {
  wukang: { weekday: 9, weekend: 13, today: 24 },
  binjiang: { weekday: 6, weekend: 9, today: 16 },
};
const CHANNELS: readonly (readonly [BookingChannel, number])[] = [
  ['mini_program', 11],
  ['desk', 4],
  ['phone', 4],
  ['walk_in', 2],
];
const SERVICES: readonly ServiceContent[] = MENU.flatMap((category) => category.services);
const MINUTES_A_DAY = 1440;

/** How many visits people would like on a day; further ahead fewer have decided yet. */
function demandOn(store: StoreKey, date: string, days: VisitDays, random: SeededRandom): number {
  const ahead = daysBetween(days.today, date);
  const busy = BUSY[store];
  if (ahead === 0) return busy.today;
  const usual = weekdayOf(date) >= 6 ? busy.weekend : busy.weekday;
  const decided = ahead < 0 ? 1 : Math.max(0, 0.75 * (1 - ahead / (days.upcomingDays + 4)));
  return Math.max(0, Math.round(usual * decided) + random.int(-1, 1));
}

/** Some wishes of today and the days to come still wait for a person's yes, so that the queue is never empty. */
function waitsForAnswer(ahead: number, index: number): boolean {
  return ahead === 0 ? index % 3 === 1 : ahead > 0 && index % 6 === 1;
}

function storyOf(
  random: SeededRandom,
  service: ServiceContent,
  ahead: number,
  index: number,
): Story {
  if (ahead === 0 && index === 3) return 'cancelled';
  const asks = waitsForAnswer(ahead, index) && !service.confirmedAtOnce;
  if (asks && !service.deskOnly) return 'waits_for_confirmation';
  if (ahead === 0) return 'goes_well';
  if (random.chance(0.07)) return 'cancelled';
  return ahead < 0 && random.chance(0.04) ? 'no_show' : 'goes_well';
}

function bookedAhead(random: SeededRandom, channel: BookingChannel, story: Story): number {
  if (channel === 'walk_in') return 5;
  const soonest = story === 'waits_for_confirmation' ? 300 : 120;
  return random.chance(0.35)
    ? random.int(soonest, 1200)
    : random.int(1, 9) * MINUTES_A_DAY - random.int(0, 600);
}

function withSecond(
  random: SeededRandom,
  first: ServiceContent,
  store: StoreKey,
): ServiceContent[] {
  const second = COMBINATIONS.filter(([name]) => name === first.name).map(([, other]) => other);
  const found = SERVICES.filter(
    (each) => second.includes(each.name) && storesOf(each).includes(store),
  );
  return found.length > 0 && random.chance(0.35) ? [first, random.pick(found)] : [first];
}

/** What a person can do, so that the plan asks her only for that. */
function workOf(person: PersonContent, store: StoreKey): ServiceContent[] {
  return SERVICES.filter(
    (service) => storesOf(service).includes(store) && leadsOf(service, store, [person]).length > 0,
  );
}

/** Stretches of a person's day that are spoken for, in minutes since local midnight. */
type Taken = [from: number, to: number][];

const STEP_MINUTES = 15;
const TRIES = 12;

/**
 * A start on the quarter hour at which nothing that she has planned, nor her meal, is in the way; null when a few
 * tries find none. It saves the load most of its refusals; the rules of booking still have the last word.
 */
function freeStart(
  random: SeededRandom,
  shift: PlannedShift,
  taken: Taken,
  need: {
    readonly from: number;
    readonly before: number;
    readonly minutes: number;
    readonly after: number;
  },
): number | null {
  const first = Math.ceil((need.from + need.before) / STEP_MINUTES);
  const last = Math.floor((shift.endMinute - need.minutes - need.after) / STEP_MINUTES);
  for (let tries = 0; last >= first && tries < TRIES; tries += 1) {
    const start = random.int(first, last) * STEP_MINUTES;
    const [from, to] = [start - need.before, start + need.minutes + need.after];
    if (taken.some((stretch) => from < stretch[1] && stretch[0] < to)) continue;
    taken.push([from, to]);
    return start;
  }
  return null;
}

function planVisit(
  random: SeededRandom,
  shift: PlannedShift,
  taken: Taken,
  client: PlannedClient,
  ahead: number,
  index: number,
): PlannedVisit | null {
  const { person, store, date } = shift;
  const able = workOf(person, store);
  const asking = waitsForAnswer(ahead, index)
    ? able.filter((each) => !each.confirmedAtOnce && !each.deskOnly)
    : [];
  const first = random.weighted(asking.length > 0 ? asking : able, (each) => each.popularity ?? 1);
  const services = asking.length > 0 ? [first] : withSecond(random, first, store);
  const minutes = services.reduce((sum, service) => sum + minutesOf(service), 0);
  const middle = (shift.startMinute + shift.endMinute) / 2;
  const startMinute = freeStart(random, shift, taken, {
    // Who asks for today asks for later today: those requests are still open when the day is half over.
    from: ahead === 0 && asking.length > 0 ? middle : shift.startMinute,
    before: first.bufferBefore ?? 0,
    minutes,
    after: services.at(-1)?.bufferAfter ?? 0,
  });
  if (startMinute === null) return null;
  const channel = first.deskOnly ? 'phone' : random.weighted(CHANNELS, ([, weight]) => weight)[0];
  const story = storyOf(random, first, ahead, index);
  const fromPhone = story === 'waits_for_confirmation' && !first.deskOnly;
  return {
    client,
    store,
    date,
    startMinute,
    services: services.map((service, place) => ({
      name: service.name,
      wish: place === 0 && random.chance(0.55) ? person.name : null,
    })),
    channel: fromPhone ? 'mini_program' : channel,
    bookedMinutesAhead: bookedAhead(random, fromPhone ? 'mini_program' : channel, story),
    story,
    note: random.chance(0.12) ? random.pick(VISIT_NOTES) : null,
    looseness: random.next(),
  };
}

/** All visits that the demo tells of, earliest first: history, today, and what is booked ahead. */
export function planVisits(
  random: SeededRandom,
  clients: readonly PlannedClient[],
  shifts: readonly PlannedShift[],
  days: VisitDays,
): PlannedVisit[] {
  const visits: PlannedVisit[] = [];
  const last = addDays(days.today, days.upcomingDays);
  for (let date = addDays(days.today, -days.historyDays); date <= last; date = addDays(date, 1)) {
    const ahead = daysBetween(days.today, date);
    for (const store of ['wukang', 'binjiang'] as const) {
      const onDuty = shifts.filter(
        (shift) => shift.date === date && shift.store === store && shift.person.onlineBookable,
      );
      const regulars = clients.filter((client) => client.store === store && client.since <= date);
      const wishes = onDuty.length > 0 ? demandOn(store, date, days, random) : 0;
      const comers = random.shuffled(
        regulars.flatMap((client) => Array<PlannedClient>(client.loyalty).fill(client)),
      );
      const guests = [...new Set(comers)].slice(0, wishes);
      const taken = new Map(
        onDuty.map((shift): [PlannedShift, Taken] => [shift, [[shift.breakStart, shift.breakEnd]]]),
      );
      guests.forEach((client, index) => {
        const shift = random.pick(onDuty);
        const visit = planVisit(random, shift, taken.get(shift) ?? [], client, ahead, index);
        if (visit) visits.push(visit);
      });
    }
  }
  return visits.sort((a, b) =>
    a.date === b.date ? a.startMinute - b.startMinute : a.date < b.date ? -1 : 1,
  );
}
