import type { StaffRole } from '@yance/shared-types';
import type { Principal } from '../../../platform/auth/index.js';

/** Who reads a note: everybody who may read files, those who treat, or those who lead. */
export const NOTE_VISIBILITIES = ['all', 'care', 'managers'] as const;
export type NoteVisibility = (typeof NOTE_VISIBILITIES)[number];

const READERS: Readonly<Record<NoteVisibility, readonly StaffRole[] | 'everybody'>> = {
  all: 'everybody',
  care: ['therapist', 'consultant', 'manager'],
  managers: ['manager', 'owner'],
};

/** The notes that somebody may read, and write. A client reads none of what is noted about her here. */
export function visibleTo(by: Principal): NoteVisibility[] {
  if (by.kind === 'client') return [];
  if (by.kind === 'system') return [...NOTE_VISIBILITIES];
  return NOTE_VISIBILITIES.filter((visibility) => {
    const readers = READERS[visibility];
    return readers === 'everybody' || by.roles.some((role) => readers.includes(role));
  });
}
