import { addDays } from '../../platform/clock/index.js';
import type { CustomerSource, Gender } from '../../modules/customers/index.js';
import { CLIENT_NOTES, FEMALE_NAMES, MALE_NAMES, SOURCES, SURNAMES } from '../content/clients.js';
import type { StoreKey } from '../content/content-types.js';
import type { SeededRandom } from './seeded-random.js';

/** A client of the demo before she has a file. */
export interface PlannedClient {
  readonly name: string;
  readonly gender: Gender;
  /** `1990-05-12`, `--05-12` without a year, or null when nobody asked. */
  readonly birthday: string | null;
  readonly phone: string;
  readonly source: CustomerSource;
  readonly note: string;
  readonly store: StoreKey;
  /** Local date on which the file was opened. */
  readonly since: string;
  /** How often she comes compared with others. */
  readonly loyalty: number;
}

/** Beyond this, files are older than the history that the demo tells. */
const HISTORY_DAYS = 36;

function birthdayOf(random: SeededRandom, year: number): string | null {
  if (random.chance(0.14)) return null;
  const month = String(random.int(1, 12)).padStart(2, '0');
  const day = String(random.int(1, 28)).padStart(2, '0');
  return random.chance(0.08) ? `--${month}-${day}` : `${year}-${month}-${day}`;
}

function planClient(random: SeededRandom, phone: string, today: string): PlannedClient {
  const female = random.chance(0.88);
  const thisYear = Number(today.slice(0, 4));
  const year =
    thisYear -
    random.weighted([random.int(19, 27), random.int(26, 40), random.int(41, 62)], (age) =>
      age < 41 ? 3 : 2,
    );
  const given = female
    ? random.pick(year < 1985 ? FEMALE_NAMES.before1985 : FEMALE_NAMES.since1985)
    : random.pick(MALE_NAMES);
  const [surname] = random.weighted(SURNAMES, ([, weight]) => weight);
  const [source] = random.weighted(SOURCES, ([, weight]) => weight);
  const daysAgo = random.chance(0.18) ? random.int(1, HISTORY_DAYS) : random.int(HISTORY_DAYS, 900);
  return {
    name: surname + given,
    gender: female ? 'female' : 'male',
    birthday: birthdayOf(random, year),
    phone,
    source,
    note: random.chance(0.3) ? random.pick(CLIENT_NOTES) : '',
    store: random.chance(0.62) ? 'wukang' : 'binjiang',
    since: addDays(today, -daysAgo),
    loyalty: random.weighted([1, 2, 4, 8], (loyalty) => 8 / loyalty),
  };
}

/**
 * Clients whose phones are 138-0000 and four digits, each its own, except that every sixtieth is a child or mother
 * on the phone of the one before: a family shares a number.
 */
export function planClients(random: SeededRandom, count: number, today: string): PlannedClient[] {
  const endings = random.shuffled(Array.from({ length: 10_000 }, (_, number) => number));
  const clients: PlannedClient[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = clients.at(-1);
    const shared = index % 60 === 59 && before ? before.phone : undefined;
    const phone = shared ?? `1380000${String(endings[index]).padStart(4, '0')}`;
    clients.push(planClient(random, phone, today));
  }
  return clients;
}
