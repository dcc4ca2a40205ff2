import {
  AREAS,
  BRANDS,
  CARE_NOTES,
  MANAGER_NOTES,
  OCCUPATIONS,
  SCENTS,
  TAG_GROUPS,
} from '../content/client-tags.js';
import type { ClientDetails } from '../../modules/customers/index.js';
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
}

const SEED = 20_260_534;

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

/** A file for each client; the same clients give the same files. */
export function planFiles(clients: readonly PlannedClient[]): PlannedFile[] {
  const random = new SeededRandom(SEED);
  return clients.map((client) => {
    const older = clients.filter(({ since }) => since < client.since);
    const isSent = client.source === 'referral' && older.length > 0;
    return {
      client,
      details: planDetails(random, client),
      tags: planTags(random),
      hasConsultant: client.store === 'wukang' && client.loyalty >= 2,
      referrer: isSent ? random.pick(older) : null,
      careNote: random.chance(0.12) ? random.pick(CARE_NOTES) : null,
      managerNote: random.chance(0.03) ? random.pick(MANAGER_NOTES) : null,
    };
  });
}
