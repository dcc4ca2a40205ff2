import type { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx, UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { NoteRepository } from './data/note-repository.js';
import { HOUSE, authorOf } from './rules/author.js';

/** Files that one transaction seals: few enough that nobody waits for long. */
const BATCH = 100;

interface OldNote {
  id: string;
  note: string;
  updated_at: Date;
}

/**
 * Moves notes that lie in the clear, from before they were sealed, under the clients' keys. May be broken off and begun
 * again; what it has moved is not there to be moved twice.
 * @returns how many notes were sealed
 */
export async function sealOldNotes(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly cipher: FieldCipher;
}): Promise<number> {
  const notes = new NoteRepository(parts.cipher);
  let [sealed, after] = [0, ''];
  for (;;) {
    const rows = await parts.unitOfWork.run((tx) => sealSome(tx, notes, after));
    const last = rows.at(-1);
    if (!last) return sealed;
    sealed += rows.length;
    after = last.id;
  }
}

async function sealSome(tx: Tx, notes: NoteRepository, after: string): Promise<OldNote[]> {
  const rows = await tx.rows<OldNote>(
    `SELECT id, note, updated_at FROM customer WHERE id > ? AND note <> ''
     ORDER BY id LIMIT ? FOR UPDATE`,
    [after, BATCH],
  );
  for (const { id, note, updated_at: at } of rows) {
    const by = authorOf(HOUSE);
    const written = { visibility: 'all', text: note, correctsId: null, by, at } as const;
    await notes.insert(tx, id, { ...written, id: newId() });
    await tx.run(`UPDATE customer SET note = '' WHERE id = ?`, [id]);
  }
  return rows;
}
