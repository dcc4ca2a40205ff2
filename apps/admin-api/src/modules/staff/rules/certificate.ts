import { addDays, type LocalDate } from '../../../platform/clock/index.js';
import type { Position } from './member.js';

/** Those who work on clients with their hands. */
const TREATING: readonly Position[] = ['therapist', 'stylist', 'colourist', 'assistant'];
/** Before any day that there is. */
const NEVER: LocalDate = '1900-01-01';
const DAYS_BEFORE = 30;

interface Certified {
  readonly position: Position;
  /** Last day of her certificate; null for who has none. */
  readonly certifiedUntil: LocalDate | null;
}

export const treats = ({ position }: Pick<Certified, 'position'>): boolean =>
  TREATING.includes(position);

/** The last day on which somebody may treat in a store; null where nothing ends it. */
export function lastDayToTreat(person: Certified, isRequired: boolean): LocalDate | null {
  return isRequired && treats(person) ? (person.certifiedUntil ?? NEVER) : null;
}

/** How a certificate stands on a day; `soon`: it ends within a month. */
export type CertificateStanding = 'none' | 'expired' | 'soon' | 'valid';

export function certificateStanding(
  until: LocalDate | null,
  today: LocalDate,
): CertificateStanding {
  if (until === null) return 'none';
  if (until < today) return 'expired';
  return until <= addDays(today, DAYS_BEFORE) ? 'soon' : 'valid';
}
