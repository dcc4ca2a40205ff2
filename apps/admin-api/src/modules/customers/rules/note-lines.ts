import type { Author } from './author.js';
import type { NoteVisibility } from './note-visibility.js';

/** A note as it was written. */
export interface WrittenNote {
  readonly id: string;
  readonly visibility: NoteVisibility;
  /** Empty strikes out the note that it corrects. */
  readonly text: string;
  readonly correctsId: string | null;
  readonly by: Author;
  readonly at: Date;
}

/** A note as it stands, with all that it said before, latest first. */
export interface StandingNote extends WrittenNote {
  readonly earlier: readonly WrittenNote[];
}

/** Puts corrections over what they correct; the latest written comes first. Struck-out ones stay, with an empty text. */
export function standingNotes(notes: readonly WrittenNote[]): StandingNote[] {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const corrected = new Set(notes.map(({ correctsId }) => correctsId));
  const before = ({ correctsId }: WrittenNote): WrittenNote[] => {
    const one = correctsId === null ? undefined : byId.get(correctsId);
    return one ? [one, ...before(one)] : [];
  };
  return notes
    .filter(({ id }) => !corrected.has(id))
    .map((note) => ({ ...note, earlier: before(note) }))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}
