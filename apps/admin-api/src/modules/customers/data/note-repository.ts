import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import {
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { Author } from '../rules/author.js';
import { standingNotes, type StandingNote, type WrittenNote } from '../rules/note-lines.js';
import type { NoteVisibility } from '../rules/note-visibility.js';

interface NoteRow {
  id: string;
  visibility: NoteVisibility;
  text_cipher: Buffer;
  corrects_id: string | null;
  by_kind: Author['kind'];
  by_id: string | null;
  by_name: string;
  at: Date;
}

export type GeneralNote = Pick<WrittenNote, 'id' | 'text'>;

const FIELD = 'note';
const COLUMNS = [
  ...['id', 'customer_id', 'visibility', 'text_cipher', 'corrects_id'],
  ...['by_kind', 'by_id', 'by_name', 'at'],
];

/** Notes about clients, sealed under their own keys. */
@Injectable()
export class NoteRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** @throws Refusal NOTE_CHANGED when the note that it corrects was corrected meanwhile */
  async insert(tx: Tx, customerId: string, note: WrittenNote): Promise<void> {
    const { id, visibility, text, correctsId, by, at } = note;
    const cipher = await this.cipher.encrypt(tx, customerId, FIELD, text);
    const values = [id, customerId, visibility, cipher, correctsId, by.kind, by.id, by.name, at];
    try {
      await tx.run(insertSql('customer_note', COLUMNS, 1), values);
    } catch (error) {
      if (isDuplicateKey(error, 'uq_customer_note_corrects')) refuse('NOTE_CHANGED');
      throw error;
    }
  }

  /** All notes of a file as they stand, opened. */
  async standing(reader: Reader, customerId: string): Promise<StandingNote[]> {
    const rows = await reader.rows<NoteRow>(
      `SELECT id, visibility, text_cipher, corrects_id, by_kind, by_id, by_name, at
       FROM customer_note WHERE customer_id = ? ORDER BY id`,
      [customerId],
    );
    const notes: WrittenNote[] = [];
    for (const row of rows)
      notes.push({
        ...{ id: row.id, visibility: row.visibility, correctsId: row.corrects_id, at: row.at },
        by: { kind: row.by_kind, id: row.by_id, name: row.by_name },
        text: await this.cipher.decrypt(reader, customerId, FIELD, row.text_cipher),
      });
    return standingNotes(notes);
  }

  /**
   * What the desk calls 备注: the latest note that everybody reads and nobody struck out. Opens no other.
   * @returns undefined when there is none
   */
  async general(reader: Reader, customerId: string): Promise<GeneralNote | undefined> {
    const rows = await reader.rows<Pick<NoteRow, 'id' | 'text_cipher'>>(
      `SELECT n.id, n.text_cipher FROM customer_note n
         LEFT JOIN customer_note c ON c.corrects_id = n.id
       WHERE n.customer_id = ? AND n.visibility = 'all' AND c.id IS NULL ORDER BY n.id DESC`,
      [customerId],
    );
    for (const { id, text_cipher: sealed } of rows) {
      const text = await this.cipher.decrypt(reader, customerId, FIELD, sealed);
      if (text !== '') return { id, text };
    }
    return undefined;
  }

  /**
   * Moves all of one file to another: opened under the one key, sealed under the other.
   * @returns their ids, for the way back
   */
  async moveAll(tx: Tx, from: string, to: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM customer_note WHERE customer_id = ? ORDER BY id',
      [from],
    );
    const ids = rows.map(({ id }) => id);
    await this.moveSome(tx, from, to, ids);
    return ids;
  }

  /** The same for some of them. */
  async moveSome(tx: Tx, from: string, to: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const row = await tx.row<Pick<NoteRow, 'text_cipher'>>(
        'SELECT text_cipher FROM customer_note WHERE id = ? AND customer_id = ?',
        [id, from],
      );
      if (!row) continue;
      const text = await this.cipher.decrypt(tx, from, FIELD, row.text_cipher);
      const again = await this.cipher.encrypt(tx, to, FIELD, text);
      await tx.run('UPDATE customer_note SET customer_id = ?, text_cipher = ? WHERE id = ?', [
        ...[to, again, id],
      ]);
    }
  }
}
