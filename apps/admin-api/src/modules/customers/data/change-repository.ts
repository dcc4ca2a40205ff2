import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { Author } from '../rules/author.js';
import type { ChangeField, FieldChange } from '../rules/file-changes.js';

export interface RecordedChange extends FieldChange {
  readonly id: string;
  readonly by: Author;
  readonly at: Date;
}

interface ChangeRow {
  id: string;
  field: ChangeField;
  values_cipher: Buffer;
  by_kind: Author['kind'];
  by_id: string | null;
  by_name: string;
  at: Date;
}

const FIELD = 'change';
const COLUMNS = [
  ...['id', 'customer_id', 'field', 'values_cipher', 'by_kind', 'by_id', 'by_name', 'at'],
];

/** Who changed what on a file; the values lie sealed under her key. */
@Injectable()
export class ChangeRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async add(
    tx: Tx,
    customerId: string,
    changes: readonly FieldChange[],
    by: Author,
    at: Date,
  ): Promise<void> {
    if (changes.length === 0) return;
    const values: unknown[] = [];
    for (const { field, from, to, reason } of changes) {
      const text = JSON.stringify(reason === undefined ? [from, to] : [from, to, reason]);
      const sealed = await this.cipher.encrypt(tx, customerId, FIELD, text);
      values.push(newId(), customerId, field, sealed, by.kind, by.id, by.name, at);
    }
    await tx.run(insertSql('customer_change', COLUMNS, changes.length), values);
  }

  /** The latest first, those before `beforeId`. A range of one key. */
  async page(
    reader: Reader,
    customerId: string,
    beforeId: string | undefined,
    limit: number,
  ): Promise<RecordedChange[]> {
    const [condition, values] = beforeId === undefined ? ['', []] : ['AND id < ?', [beforeId]];
    const rows = await reader.rows<ChangeRow>(
      `SELECT id, field, values_cipher, by_kind, by_id, by_name, at FROM customer_change
       WHERE customer_id = ? ${condition} ORDER BY id DESC LIMIT ?`,
      [customerId, ...values, limit],
    );
    const changes: RecordedChange[] = [];
    for (const row of rows) {
      const text = await this.cipher.decrypt(reader, customerId, FIELD, row.values_cipher);
      const [from, to, reason] = JSON.parse(text) as [string, string, string?];
      const by = { kind: row.by_kind, id: row.by_id, name: row.by_name };
      changes.push({ id: row.id, field: row.field, from, to, reason, by, at: row.at });
    }
    return changes;
  }

  /**
   * Moves all of one file to another: opened under the one key, sealed under the other.
   * @returns their ids, for the way back
   */
  async moveAll(tx: Tx, from: string, to: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM customer_change WHERE customer_id = ? ORDER BY id',
      [from],
    );
    const ids = rows.map(({ id }) => id);
    await this.moveSome(tx, from, to, ids);
    return ids;
  }

  /** The same for some of them. */
  async moveSome(tx: Tx, from: string, to: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const row = await tx.row<Pick<ChangeRow, 'values_cipher'>>(
        'SELECT values_cipher FROM customer_change WHERE id = ? AND customer_id = ?',
        [id, from],
      );
      if (!row) continue;
      const text = await this.cipher.decrypt(tx, from, FIELD, row.values_cipher);
      const again = await this.cipher.encrypt(tx, to, FIELD, text);
      await tx.run('UPDATE customer_change SET customer_id = ?, values_cipher = ? WHERE id = ?', [
        ...[to, again, id],
      ]);
    }
  }
}
