import { Injectable } from '@nestjs/common';
import { FieldCipher } from '../../../platform/crypto/index.js';
import {
  insertSql,
  isDuplicateKey,
  isForeignKeyViolation,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { NO_DETAILS, type ClientDetails } from '../rules/client-details.js';

/** Whom and what a client prefers: each a table of its own, so that nobody is named who is not there. */
const LISTS = {
  preferredStaffIds: { table: 'customer_preferred_staff', column: 'staff_id' },
  usualServiceIds: { table: 'customer_usual_service', column: 'service_id' },
} as const;
export type PreferenceList = keyof typeof LISTS;
const PREFERENCE_LISTS = Object.keys(LISTS) as PreferenceList[];
const DETAIL_NAMES = Object.keys(NO_DETAILS) as (keyof ClientDetails)[];
const isSaid = (value: string | null): boolean => value !== '' && value !== null;

/** What came over from a file that closed: names of details, and ids. */
export interface CopiedProfile extends Readonly<Record<PreferenceList, readonly string[]>> {
  readonly details: readonly (keyof ClientDetails)[];
  readonly consultantId: string | null;
  readonly referrerId: string | null;
  /** Whom the file that closed had sent. */
  readonly referred: readonly string[];
}

/** Columns that name somebody, or are one file's alone, with what to say when they cannot stand. */
const SINGLES = {
  ownNo: { column: 'own_no', wrong: '这个编号已经是另一位顾客的' },
  consultantId: { column: 'consultant_id', wrong: '没有这位员工' },
  referrerId: { column: 'referrer_id', wrong: '没有这位顾客' },
} as const;
export type ProfileColumn = keyof typeof SINGLES;

const FIELD = 'details';

/** What is known of a client beyond the basics. */
@Injectable()
export class ProfileRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async details(reader: Reader, customerId: string): Promise<ClientDetails> {
    const row = await reader.row<{ sealed: Buffer | null }>(
      'SELECT details_cipher AS sealed FROM customer WHERE id = ?',
      [customerId],
    );
    if (!row?.sealed) return NO_DETAILS;
    const text = await this.cipher.decrypt(reader, customerId, FIELD, row.sealed);
    return { ...NO_DETAILS, ...(JSON.parse(text) as Partial<ClientDetails>) };
  }

  /** The file is locked. */
  async saveDetails(tx: Tx, customerId: string, details: ClientDetails): Promise<void> {
    const sealed = await this.cipher.encrypt(tx, customerId, FIELD, JSON.stringify(details));
    await tx.run('UPDATE customer SET details_cipher = ? WHERE id = ?', [sealed, customerId]);
  }

  /** @throws Refusal INVALID_INPUT naming the field */
  async setColumn(
    tx: Tx,
    customerId: string,
    field: ProfileColumn,
    value: string | null,
  ): Promise<void> {
    const { column, wrong } = SINGLES[field];
    try {
      await tx.run(`UPDATE customer SET ${column} = ? WHERE id = ?`, [value, customerId]);
    } catch (error) {
      if (isForeignKeyViolation(error) || isDuplicateKey(error)) refuseField(field, wrong);
      throw error;
    }
  }

  async list(reader: Reader, customerId: string, which: PreferenceList): Promise<string[]> {
    const { table, column } = LISTS[which];
    const rows = await reader.rows<{ id: string }>(
      `SELECT ${column} AS id FROM ${table} WHERE customer_id = ? ORDER BY ${column}`,
      [customerId],
    );
    return rows.map(({ id }) => id);
  }

  /** The file is locked. @throws Refusal INVALID_INPUT naming the field */
  async setList(
    tx: Tx,
    customerId: string,
    which: PreferenceList,
    ids: readonly string[],
  ): Promise<void> {
    const { table, column } = LISTS[which];
    await tx.run(`DELETE FROM ${table} WHERE customer_id = ?`, [customerId]);
    const once = [...new Set(ids)].sort();
    if (once.length === 0) return;
    try {
      const sql = insertSql(table, ['customer_id', column], once.length);
      await tx.run(
        sql,
        once.flatMap((id) => [customerId, id]),
      );
    } catch (error) {
      if (isForeignKeyViolation(error)) refuseField(which, '名单里有已经不在的');
      throw error;
    }
  }

  /**
   * What one file knows and the other does not goes over too; what both know stays as the one that goes on has it. The
   * file that closes keeps its own, and its number, which is one file's alone.
   * @returns what the one that goes on did not have before
   */
  async copyAll(tx: Tx, from: string, to: string): Promise<CopiedProfile> {
    const [theirs, ours] = [await this.details(tx, from), await this.details(tx, to)];
    const details = DETAIL_NAMES.filter((name) => !isSaid(ours[name]) && isSaid(theirs[name]));
    const taken = Object.fromEntries(details.map((name) => [name, theirs[name]]));
    if (details.length > 0) await this.saveDetails(tx, to, { ...ours, ...taken });
    const copied: Record<PreferenceList, string[]> = { preferredStaffIds: [], usualServiceIds: [] };
    for (const which of PREFERENCE_LISTS) {
      const there = await this.list(tx, to, which);
      copied[which] = (await this.list(tx, from, which)).filter((id) => !there.includes(id));
      await this.setList(tx, to, which, [...there, ...copied[which]]);
    }
    return { details, ...copied, ...(await this.#copyColumns(tx, from, to)) };
  }

  /** Takes away again what came over and still stands as it came. */
  async takeBack(tx: Tx, from: string, to: string, copied: Partial<CopiedProfile>): Promise<void> {
    const [theirs, ours] = [await this.details(tx, from), await this.details(tx, to)];
    const same = (copied.details ?? []).filter((name) => ours[name] === theirs[name]);
    const empty = Object.fromEntries(same.map((name) => [name, NO_DETAILS[name]]));
    if (same.length > 0) await this.saveDetails(tx, to, { ...ours, ...empty });
    for (const which of PREFERENCE_LISTS) {
      const gone = copied[which] ?? [];
      const left = (await this.list(tx, to, which)).filter((id) => !gone.includes(id));
      if (gone.length > 0) await this.setList(tx, to, which, left);
    }
    for (const [column, value] of [
      ['consultant_id', copied.consultantId],
      ['referrer_id', copied.referrerId],
    ] as const)
      if (value)
        await tx.run(`UPDATE customer SET ${column} = NULL WHERE id = ? AND ${column} = ?`, [
          ...[to, value],
        ]);
    const referred = copied.referred ?? [];
    if (referred.length > 0)
      await tx.run(
        `UPDATE customer SET referrer_id = ? WHERE referrer_id = ? AND id IN (${placeholders(referred)})`,
        [from, to, ...referred],
      );
  }

  async #copyColumns(
    tx: Tx,
    from: string,
    to: string,
  ): Promise<Pick<CopiedProfile, 'consultantId' | 'referrerId' | 'referred'>> {
    const sql = 'SELECT consultant_id, referrer_id FROM customer WHERE id = ?';
    type Columns = Record<'consultant_id' | 'referrer_id', string | null>;
    const [theirs, before] = [await tx.row<Columns>(sql, [from]), await tx.row<Columns>(sql, [to])];
    const referred = await tx.rows<{ id: string }>(
      'SELECT id FROM customer WHERE referrer_id = ? AND id <> ?',
      [from, to],
    );
    // Nobody is her own referrer, neither by what the other file said nor by having referred it.
    await tx.run('UPDATE customer SET referrer_id = ? WHERE referrer_id = ? AND id <> ?', [
      ...[to, from, to],
    ]);
    await tx.run(
      `UPDATE customer SET consultant_id = COALESCE(consultant_id, ?),
         referrer_id = NULLIF(COALESCE(NULLIF(referrer_id, ?), ?), id) WHERE id = ?`,
      [theirs?.consultant_id ?? null, from, theirs?.referrer_id ?? null, to],
    );
    const after = await tx.row<Columns>(sql, [to]);
    const gained = (column: keyof Columns): string | null =>
      before?.[column] === null ? (after?.[column] ?? null) : null;
    return {
      ...{ consultantId: gained('consultant_id'), referrerId: gained('referrer_id') },
      referred: referred.map(({ id }) => id),
    };
  }
}
