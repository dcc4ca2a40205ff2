import { Injectable } from '@nestjs/common';
import { HOME_ZONE, localDate, type LocalDate } from '../../../platform/clock/index.js';
import {
  insertSql,
  isForeignKeyViolation,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import type { CustomerSource, Gender } from '../customer-types.js';
import type { Birthday } from '../rules/birthday.js';
import { formatMemberNo } from '../rules/member-no.js';
import { SearchLines } from './search-lines.js';

export interface NewCustomerRow {
  readonly id: string;
  readonly name: string;
  readonly gender: Gender;
  readonly birthday: Birthday | null;
  readonly homeStoreId: string | null;
  readonly source: CustomerSource;
  readonly at: Date;
}

/** Columns that a change may set. */
export type CustomerChange = Partial<Omit<NewCustomerRow, 'id' | 'at'>>;

/** What locking a file tells. */
export interface LockedCustomer {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'merged';
  readonly merged_into: string | null;
  readonly version: number;
  /** When somebody last made sure how she is reached; null when the number was changed since. */
  readonly contact_checked_on: LocalDate | null;
}

const BIRTHDAY_COLUMNS = [
  'birthday_calendar',
  'birthday_year',
  'birthday_month',
  'birthday_day',
  'birthday_leap_month',
] as const;

const COLUMNS = [
  'id',
  'member_no',
  'name',
  'gender',
  ...BIRTHDAY_COLUMNS,
  'home_store_id',
  'source',
  'state',
  'version',
  'created_at',
  'updated_at',
  'contact_checked_on',
];

function birthdayValues(birthday: Birthday | null): unknown[] {
  if (!birthday) return [null, null, null, null, 0];
  const { calendar, year, month, day, leapMonth } = birthday;
  return [calendar, year, month, day, leapMonth ? 1 : 0];
}

interface BasicsRow {
  name: string;
  gender: Gender;
  home_store_id: string | null;
  birthday_calendar: 'solar' | 'lunar' | null;
  birthday_year: number | null;
  birthday_month: number;
  birthday_day: number;
  birthday_leap_month: number;
}

/** `column = ?` and its value for each member of the change. */
function assignments(change: CustomerChange): [string, unknown][] {
  const list: [string, unknown][] = [];
  if (change.name !== undefined) list.push(['name', change.name]);
  if (change.gender !== undefined) list.push(['gender', change.gender]);
  if (change.homeStoreId !== undefined) list.push(['home_store_id', change.homeStoreId]);
  if (change.source !== undefined) list.push(['source', change.source]);
  if (change.birthday !== undefined) {
    const values = birthdayValues(change.birthday);
    BIRTHDAY_COLUMNS.forEach((column, place) => list.push([column, values[place]]));
  }
  return list;
}

/** Only the home store points out of this module, so a broken reference is a store that does not exist. */
async function namingStore<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isForeignKeyViolation(error)) refuseField('homeStoreId', '没有这家门店');
    throw error;
  }
}

/** Writes of client files. */
@Injectable()
export class CustomerRepository {
  constructor(private readonly lines: SearchLines) {}

  /**
   * Opens the file under the next client number, found by its name.
   * @returns the client number
   */
  async insert(tx: Tx, row: NewCustomerRow): Promise<string> {
    const { insertId } = await tx.run('INSERT INTO customer_number (customer_id) VALUES (?)', [
      row.id,
    ]);
    const memberNo = formatMemberNo(insertId);
    const values = [
      row.id,
      memberNo,
      row.name,
      row.gender,
      ...birthdayValues(row.birthday),
      row.homeStoreId,
      row.source,
      'active',
      1,
      row.at,
      row.at,
      localDate(row.at, HOME_ZONE),
    ];
    await namingStore(tx.run(insertSql('customer', COLUMNS, 1), values));
    await this.lines.write(tx, row.id);
    return memberNo;
  }

  /**
   * Locks files in id order, which orders all who change, join or merge them.
   * @throws Refusal CLIENT_NOT_FOUND when one is unknown or was withdrawn
   */
  async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedCustomer>> {
    const sorted = [...new Set(ids)].sort();
    const rows = await tx.rows<LockedCustomer>(
      `SELECT id, name, state, merged_into, version, contact_checked_on FROM customer
       WHERE id IN (${placeholders(sorted)}) AND state <> 'withdrawn' ORDER BY id FOR UPDATE`,
      sorted,
    );
    if (rows.length < sorted.length) refuse('CLIENT_NOT_FOUND');
    return new Map(rows.map((row) => [row.id, row]));
  }

  /**
   * Locks one file that goes on.
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED with `mergedInto`
   */
  async lockActive(tx: Tx, id: string): Promise<LockedCustomer> {
    const row = (await this.lock(tx, [id])).get(id) ?? refuse('CLIENT_NOT_FOUND');
    if (row.state === 'merged')
      refuse('CLIENT_MERGED', { extras: { mergedInto: row.merged_into } });
    return row;
  }

  /** Changes a locked file and, with its name or gender, the lines by which it is found. */
  async update(tx: Tx, id: string, change: CustomerChange, at: Date): Promise<void> {
    const list = assignments(change);
    const sets = [
      ...list.map(([column]) => `${column} = ?`),
      'version = version + 1',
      'updated_at = ?',
    ];
    const values = [...list.map(([, value]) => value), at, id];
    await namingStore(tx.run(`UPDATE customer SET ${sets.join(', ')} WHERE id = ?`, values));
    if (change.name === undefined && change.gender === undefined) return;
    await this.lines.rewrite(tx, id);
  }

  /** Closes a locked file in favour of another; files merged into it before follow, so that nobody walks a chain. */
  async markMerged(tx: Tx, from: string, to: string, at: Date): Promise<void> {
    await tx.run('UPDATE customer SET merged_into = ?, updated_at = ? WHERE merged_into = ?', [
      to,
      at,
      from,
    ]);
    await tx.run(
      `UPDATE customer SET state = 'merged', merged_into = ?, version = version + 1, updated_at = ? WHERE id = ?`,
      [to, at, from],
    );
    await this.lines.forget(tx, from);
  }

  /**
   * Empties a locked file whose owner the books name: of her no more is left than the row to which their entries point,
   * and the number that is never given twice. No lock and no read of files finds it.
   */
  async withdraw(tx: Tx, id: string, at: Date): Promise<void> {
    const nothing = [
      ...['own_no', 'home_store_id', 'consultant_id', 'referrer_id', 'details_cipher'],
      ...['contact_checked_on', 'birthday_calendar', 'birthday_year', 'birthday_month'],
      'birthday_day',
    ];
    await tx.run(
      `UPDATE customer SET state = 'withdrawn', name = '', gender = 'unknown', note = '', birthday_leap_month = 0,
         filled = 0, completeness = 0, ${nothing.map((column) => `${column} = NULL`).join(', ')},
         version = version + 1, updated_at = ? WHERE id = ?`,
      [at, id],
    );
  }

  /** What a merge may take from one file to the other. */
  async basics(
    reader: Reader,
    id: string,
  ): Promise<Required<Pick<CustomerChange, 'name' | 'gender' | 'birthday' | 'homeStoreId'>>> {
    const row =
      (await reader.row<BasicsRow>(
        `SELECT name, gender, home_store_id, ${BIRTHDAY_COLUMNS.join(', ')} FROM customer WHERE id = ?`,
        [id],
      )) ?? refuse('CLIENT_NOT_FOUND');
    const birthday =
      row.birthday_calendar === null
        ? null
        : {
            ...{ calendar: row.birthday_calendar, year: row.birthday_year },
            ...{ month: row.birthday_month, day: row.birthday_day },
            leapMonth: row.birthday_leap_month === 1,
          };
    return { name: row.name, gender: row.gender, homeStoreId: row.home_store_id, birthday };
  }

  /** Opens a locked file that was merged, with the files that had been joined to it; found by its name again. */
  async reopen(tx: Tx, id: string, followers: readonly string[], at: Date): Promise<void> {
    await tx.run(
      `UPDATE customer SET state = 'active', merged_into = NULL, version = version + 1, updated_at = ? WHERE id = ?`,
      [at, id],
    );
    if (followers.length > 0)
      await tx.run(
        `UPDATE customer SET merged_into = ?, updated_at = ? WHERE id IN (${placeholders(followers)})`,
        [id, at, ...followers],
      );
    await this.lines.rewrite(tx, id);
  }
}
