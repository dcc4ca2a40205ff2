import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { Birthday } from '../rules/birthday.js';
import { sameOccasion, type Occasion } from '../rules/occasions.js';

interface Row {
  id: string;
  calendar: Birthday['calendar'];
  year: number | null;
  month: number;
  day: number;
  leap_month: number;
  yearly: number;
  label_cipher: Buffer;
}

type StoredOccasion = Occasion & { readonly id: string };

const FIELD = 'occasion';
const COLUMNS = [
  ...['id', 'customer_id', 'calendar', 'year', 'month', 'day', 'leap_month', 'yearly'],
  ...['label_cipher', 'created_at'],
];

/** The days that matter to a client, their names sealed under her key. */
@Injectable()
export class OccasionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** In the order in which they were told. */
  async of(reader: Reader, customerId: string): Promise<StoredOccasion[]> {
    const rows = await reader.rows<Row>(
      `SELECT id, calendar, year, month, day, leap_month, yearly, label_cipher FROM customer_occasion
       WHERE customer_id = ? ORDER BY id`,
      [customerId],
    );
    const occasions: StoredOccasion[] = [];
    for (const { label_cipher: sealed, leap_month: leap, yearly, ...row } of rows)
      occasions.push({
        ...row,
        ...{ leapMonth: leap === 1, yearly: yearly === 1 },
        label: await this.cipher.decrypt(reader, customerId, FIELD, sealed),
      });
    return occasions;
  }

  /** After it, these are the ones of a locked file; one that stays as it was keeps its row. */
  async set(tx: Tx, customerId: string, wanted: readonly Occasion[], at: Date): Promise<void> {
    const there = await this.of(tx, customerId);
    const gone = there.filter((one) => !wanted.some((other) => sameOccasion(one, other)));
    if (gone.length > 0)
      await tx.run(
        `DELETE FROM customer_occasion WHERE customer_id = ? AND id IN (${placeholders(gone)})`,
        [customerId, ...gone.map(({ id }) => id)],
      );
    const once = wanted.filter(
      (one, place) => wanted.findIndex((other) => sameOccasion(one, other)) === place,
    );
    for (const one of once) {
      if (there.some((other) => sameOccasion(one, other))) continue;
      const { calendar, year, month, day, leapMonth, yearly } = one;
      const label = await this.cipher.encrypt(tx, customerId, FIELD, one.label);
      await tx.run(insertSql('customer_occasion', COLUMNS, 1), [
        ...[newId(), customerId, calendar, year, month, day, leapMonth ? 1 : 0, yearly ? 1 : 0],
        ...[label, at],
      ]);
    }
  }

  /** Moves all of one file to another, sealed anew. @returns their ids, for the way back */
  async moveAll(tx: Tx, from: string, to: string): Promise<string[]> {
    const ids = (await this.of(tx, from)).map(({ id }) => id);
    await this.moveSome(tx, from, to, ids);
    return ids;
  }

  /** The same for some of them, those that still stand. */
  async moveSome(tx: Tx, from: string, to: string, ids: readonly string[]): Promise<void> {
    for (const one of await this.of(tx, from)) {
      if (!ids.includes(one.id)) continue;
      const label = await this.cipher.encrypt(tx, to, FIELD, one.label);
      await tx.run('UPDATE customer_occasion SET customer_id = ?, label_cipher = ? WHERE id = ?', [
        ...[to, label, one.id],
      ]);
    }
  }
}
