import { Injectable } from '@nestjs/common';
import { BlindIndex, FieldCipher } from '../../../platform/crypto/index.js';
import { sealedFor, wordsOf, type Reader, type Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { SearchLines } from './search-lines.js';

const FIELD = 'phone';

export interface NewPhone {
  readonly customerId: string;
  /** Normalised. */
  readonly phone: string;
  readonly label: string;
  readonly primary: boolean;
  readonly verifiedAt: Date | null;
  readonly at: Date;
}

interface StoredPhone {
  id: string;
  phone_cipher: Buffer;
  phone_index: Buffer;
  label: string;
  is_primary: number | null;
  verified_at: Date | null;
}

const STORED = `SELECT id, phone_cipher, phone_index, ${wordsOf('p.label')} AS label, is_primary, verified_at
  FROM customer_phone p`;

/** A phone that moved with its file: its row there, its row here, and whether this file had it before. */
export interface MovedPhone {
  readonly was: string;
  readonly is: string;
  readonly both: boolean;
  readonly primary: boolean;
}

/** Phones of a file: the number under the client's own key, a keyed hash to find it by, its last four digits. */
@Injectable()
export class PhoneRepository {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
    private readonly lines: SearchLines,
  ) {}

  /** The row of this phone on this file. */
  find(reader: Reader, customerId: string, phone: string): Promise<StoredPhone | undefined> {
    return reader.row<StoredPhone>(`${STORED} WHERE customer_id = ? AND phone_index = ?`, [
      customerId,
      this.blindIndex.of(FIELD, phone),
    ]);
  }

  async insert(tx: Tx, row: NewPhone): Promise<string> {
    if (row.primary) await this.#clearPrimary(tx, row.customerId);
    const id = newId();
    const cipher = await this.cipher.encrypt(tx, row.customerId, FIELD, row.phone);
    await tx.run(
      `INSERT INTO customer_phone
         (id, customer_id, phone_cipher, phone_index, last4, label_cipher, is_primary, verified_at, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        row.customerId,
        cipher,
        this.blindIndex.of(FIELD, row.phone),
        row.phone.slice(-4),
        sealedFor(row.customerId, row.label),
        row.primary ? 1 : null,
        row.verifiedAt,
        row.at,
      ],
    );
    await this.lines.rewrite(tx, row.customerId);
    return id;
  }

  /** Sets what is newly known of a phone that the file already has. */
  async confirm(
    tx: Tx,
    customerId: string,
    phoneId: string,
    known: { primary: boolean; verifiedAt: Date | null },
  ): Promise<void> {
    if (known.primary) await this.#clearPrimary(tx, customerId);
    await tx.run(
      `UPDATE customer_phone SET is_primary = COALESCE(?, is_primary), verified_at = COALESCE(?, verified_at)
       WHERE id = ? AND customer_id = ?`,
      [known.primary ? 1 : null, known.verifiedAt, phoneId, customerId],
    );
    if (known.primary) await this.lines.rewrite(tx, customerId);
  }

  /** Takes a phone off a file; if it was the primary one, the oldest that is left takes its place. */
  async remove(tx: Tx, customerId: string, phoneId: string): Promise<boolean> {
    const sql = 'DELETE FROM customer_phone WHERE id = ? AND customer_id = ?';
    const { affectedRows } = await tx.run(sql, [phoneId, customerId]);
    if (affectedRows === 0) return false;
    await this.#promoteOldest(tx, customerId);
    await this.lines.rewrite(tx, customerId);
    return true;
  }

  /** The id of the primary phone; undefined while the file has none. */
  async primary(reader: Reader, customerId: string): Promise<string | undefined> {
    const row = await reader.row<{ id: string }>(
      'SELECT id FROM customer_phone WHERE customer_id = ? AND is_primary = 1',
      [customerId],
    );
    return row?.id;
  }

  /** The last four digits of a phone; undefined when it is not on this file. */
  async last4(reader: Reader, customerId: string, phoneId: string): Promise<string | undefined> {
    const sql = 'SELECT last4 FROM customer_phone WHERE customer_id = ? AND id = ?';
    return (await reader.row<{ last4: string }>(sql, [customerId, phoneId]))?.last4;
  }

  /** A phone in the clear; undefined when the file has it no more. */
  async reveal(reader: Reader, customerId: string, phoneId: string): Promise<string | undefined> {
    const row = await reader.row<StoredPhone>(
      'SELECT phone_cipher FROM customer_phone WHERE customer_id = ? AND id = ?',
      [customerId, phoneId],
    );
    return row ? this.cipher.decrypt(reader, customerId, FIELD, row.phone_cipher) : undefined;
  }

  /**
   * Moves all phones of one file to another: decrypted under the one key, encrypted under the other.
   * @returns what became of each
   */
  async moveAll(tx: Tx, from: string, to: string, at: Date): Promise<MovedPhone[]> {
    const phones = await tx.rows<StoredPhone>(
      `${STORED} WHERE customer_id = ? ORDER BY is_primary DESC, id`,
      [from],
    );
    const moved: MovedPhone[] = [];
    for (const stored of phones) {
      const phone = await this.cipher.decrypt(tx, from, FIELD, stored.phone_cipher);
      const there = await this.find(tx, to, phone);
      const { id: was, label, verified_at: verifiedAt } = stored;
      const known = { was, primary: stored.is_primary === 1 };
      if (there) {
        await this.confirm(tx, to, there.id, {
          primary: false,
          verifiedAt: there.verified_at ?? verifiedAt,
        });
        moved.push({ ...known, is: there.id, both: true });
      } else {
        const is = await this.insert(tx, {
          ...{ customerId: to, phone, label, primary: false, verifiedAt, at },
        });
        moved.push({ ...known, is, both: false });
      }
    }
    await tx.run('DELETE FROM customer_phone WHERE customer_id = ?', [from]);
    await this.#promoteOldest(tx, to);
    for (const id of [from, to]) await this.lines.rewrite(tx, id);
    return moved;
  }

  /** Gives phones back that were moved and still stand; one that both files had stays with both. */
  async moveBack(
    tx: Tx,
    from: string,
    to: string,
    moved: readonly MovedPhone[],
    at: Date,
  ): Promise<void> {
    for (const { is, both, primary } of moved) {
      const stored = await tx.row<StoredPhone>(`${STORED} WHERE customer_id = ? AND id = ?`, [
        to,
        is,
      ]);
      if (!stored) continue;
      const phone = await this.cipher.decrypt(tx, to, FIELD, stored.phone_cipher);
      const { label, verified_at: verifiedAt } = stored;
      await this.insert(tx, { customerId: from, phone, label, primary, verifiedAt, at });
      if (!both) await this.remove(tx, to, is);
    }
    await this.#promoteOldest(tx, from);
    await this.lines.rewrite(tx, from);
  }

  async #clearPrimary(tx: Tx, customerId: string): Promise<void> {
    await tx.run(
      'UPDATE customer_phone SET is_primary = NULL WHERE customer_id = ? AND is_primary = 1',
      [customerId],
    );
  }

  async #promoteOldest(tx: Tx, customerId: string): Promise<void> {
    const oldest = await tx.row<{ id: string; is_primary: number | null }>(
      'SELECT id, is_primary FROM customer_phone WHERE customer_id = ? ORDER BY is_primary DESC, id LIMIT 1',
      [customerId],
    );
    if (!oldest || oldest.is_primary === 1) return;
    await tx.run('UPDATE customer_phone SET is_primary = 1 WHERE id = ?', [oldest.id]);
  }
}
