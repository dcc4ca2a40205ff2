import {
  AREAS,
  BRANDS,
  CARE_NOTES,
  MANAGER_NOTES,
  OCCASIONS,
  OCCUPATIONS,
  SCENTS,
  TAG_GROUPS,
} from '../content/client-tags.js';
import type { ClientDetails, OccasionText, Relation } from '../../modules/customers/index.js';
import type { PlannedClient } from './client-plan.js';
import { SeededRandom } from './seeded-random.js';

/** What the salon knows of a client beyond the basics, before it stands on her file. */
export interface PlannedFile {
  readonly client: PlannedClient;
  readonly details: Partial<ClientDetails>;
  /** By name; group and name together are one tag. */
  readonly tags: readonly { readonly group: string; readonly name: string }[];
  readonly hasConsultant: boolean;
  readonly referrer: PlannedClient | null;
  readonly careNote: string | null;
  readonly managerNote: string | null;
  readonly occasions: readonly OccasionText[];
  readonly links: readonly PlannedLink[];
}

/** Somebody who belongs to a client and has a file too. */
export interface PlannedLink {
  readonly other: PlannedClient;
  /** What the other is to her. */
  readonly relation: Relation;
}

const SEED = 20_260_534;
/** Days and links are drawn apart, so that they change nothing else. */
const FAMILY_SEED = 20_260_535;
/** Years between a parent and a child. */
const GENERATION = 18;

function planDetails(random: SeededRandom, { loyalty }: PlannedClient): Partial<ClientDetails> {
  // The more often she comes, the more they know of her.
  const knows = (share: number): boolean => random.chance(Math.min(0.95, share + loyalty / 12));
  return {
    ...(knows(0.3) && { occupation: random.pick(OCCUPATIONS) }),
    ...(knows(0.25) && { address: random.pick(AREAS) }),
    ...(knows(0.1) && { scents: random.pick(SCENTS) }),
    ...(knows(0.05) && { brands: random.pick(BRANDS) }),
    ...(knows(0.2) && { pressure: random.pick(['light', 'medium', 'firm'] as const) }),
    ...(knows(0.2) && { talk: random.pick(['quiet', 'either', 'talkative'] as const) }),
  };
}

function planTags(random: SeededRandom): PlannedFile['tags'] {
  return TAG_GROUPS.flatMap(({ name: group, oneOf, tags }) => {
    if (random.chance(oneOf ? 0.45 : 0.6)) return [];
    const many = oneOf ? 1 : random.int(1, 2);
    return random
      .shuffled(tags)
      .slice(0, many)
      .map((name) => ({ group, name }));
  });
}

function planOccasions(random: SeededRandom): OccasionText[] {
  if (!random.chance(0.12)) return [];
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `--${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
  return [{ ...random.pick(OCCASIONS), date }];
}

/** What an other on the same phone is to a client, as far as their birthdays and genders tell. */
function relationOf(client: PlannedClient, other: PlannedClient): Relation {
  const [born, otherBorn] = [client, other].map(({ birthday }) => Number(birthday?.slice(0, 4)));
  const years = (born ?? NaN) - (otherBorn ?? NaN);
  if (Math.abs(years) >= GENERATION) return years > 0 ? 'parent' : 'child';
  return client.gender === other.gender ? 'relative' : 'spouse';
}

/** The family that shares a phone, and some of those who sent a friend. */
function planLinks(
  random: SeededRandom,
  client: PlannedClient,
  before: PlannedClient | undefined,
  referrer: PlannedClient | null,
): PlannedLink[] {
  if (before?.phone === client.phone)
    return [{ other: before, relation: relationOf(client, before) }];
  return referrer && random.chance(0.3) ? [{ other: referrer, relation: 'friend' }] : [];
}

/** A file for each client; the same clients give the same files. */
export function planFiles(clients: readonly PlannedClient[]): PlannedFile[] {
  const [random, family] = [new SeededRandom(SEED), new SeededRandom(FAMILY_SEED)];
  return clients.map((client, place) => {
    const older = clients.filter(({ since }) => since < client.since);
    const isSent = client.source === 'referral' && older.length > 0;
    const [details, tags] = [planDetails(random, client), planTags(random)];
    const referrer = isSent ? random.pick(older) : null;
    return {
      ...{ client, details, tags, referrer },
      hasConsultant: client.store === 'wukang' && client.loyalty >= 2,
      occasions: planOccasions(family),
      links: planLinks(family, client, clients[place - 1], referrer),
      careNote: random.chance(0.12) ? random.pick(CARE_NOTES) : null,
      managerNote: random.chance(0.03) ? random.pick(MANAGER_NOTES) : null,
    };
  });
}
