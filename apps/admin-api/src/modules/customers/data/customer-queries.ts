import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { placeholders, wordsOf, type Reader } from '../../../platform/database/index.js';
import type {
  CustomerFile,
  CustomerPhone,
  CustomerSource,
  CustomerSummary,
  Gender,
  PhoneHolder,
  BirthdayFile,
} from '../customer-types.js';
import type { Birthday } from '../rules/birthday.js';
import { maskPhone } from '../rules/person-name.js';
import { NoteRepository } from './note-repository.js';

/** What a line about a client is made of. */
export interface SummaryRow {
  id: string;
  name: string;
  member_no: string;
  gender: Gender;
  last4: string | null;
}

interface FileRow extends Omit<SummaryRow, 'last4'> {
  birthday_calendar: 'solar' | 'lunar' | null;
  birthday_year: number | null;
  birthday_month: number;
  birthday_day: number;
  birthday_leap_month: number;
  source: CustomerSource;
  home_store_id: string | null;
  state: 'active' | 'merged';
  merged_into: string | null;
  version: number;
  created_at: Date;
}

interface PhoneRow {
  id: string;
  last4: string;
  label: string;
  is_primary: number | null;
  verified_at: Date | null;
}

/** The key that is named holds all that is read of a phone: a line then costs one page less from the disk. */
const SUMMARY = `SELECT c.id, c.name, c.member_no, c.gender, p.last4
  FROM customer c LEFT JOIN customer_phone p FORCE INDEX (ix_customer_phone_shown)
    ON p.customer_id = c.id AND p.is_primary = 1`;

export function toSummary(row: SummaryRow): CustomerSummary {
  const phoneMasked = row.last4 === null ? null : maskPhone(row.last4);
  return { id: row.id, name: row.name, phoneMasked, memberNo: row.member_no, gender: row.gender };
}

function toPhone(row: PhoneRow): CustomerPhone {
  return {
    id: row.id,
    masked: maskPhone(row.last4),
    label: row.label,
    isPrimary: row.is_primary === 1,
    verifiedAt: row.verified_at,
  };
}

function toBirthday(row: FileRow): Birthday | null {
  if (row.birthday_calendar === null) return null;
  return {
    calendar: row.birthday_calendar,
    year: row.birthday_year,
    month: row.birthday_month,
    day: row.birthday_day,
    leapMonth: row.birthday_leap_month === 1,
  };
}

/** Reads of client files; each takes the transaction or the database it reads through. */
@Injectable()
export class CustomerQueries {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly notes: NoteRepository,
  ) {}

  /** Lines of the given files in the given order; unknown ids are left out. */
  async summaries(reader: Reader, ids: readonly string[]): Promise<CustomerSummary[]> {
    if (ids.length === 0) return [];
    const rows = await reader.rows<SummaryRow>(
      `${SUMMARY} WHERE c.id IN (${placeholders(ids)})`,
      ids,
    );
    const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** One line; undefined for an unknown or withdrawn one, which has no name. */
  async summary(reader: Reader, id: string): Promise<CustomerSummary | undefined> {
    const [line] = await this.summaries(reader, [id]);
    return line?.name === '' ? undefined : line;
  }

  /** The line of the file that goes on under this client number, as stored; two keys hold all of it. One without a name was withdrawn. */
  async byMemberNo(reader: Reader, memberNo: string): Promise<CustomerSummary | undefined> {
    const row = await reader.row<SummaryRow>(
      `SELECT c.id, c.name, c.member_no, c.gender, p.last4
       FROM customer c FORCE INDEX (ix_customer_member_line)
         LEFT JOIN customer_phone p FORCE INDEX (ix_customer_phone_shown)
           ON p.customer_id = c.id AND p.is_primary = 1
       WHERE c.member_no = ? AND c.merged_into IS NULL AND c.name <> ''`,
      [memberNo],
    );
    return row && toSummary(row);
  }

  /** The newest files first, those before `beforeId`; merged ones are left out. */
  async newest(
    reader: Reader,
    beforeId: string | undefined,
    limit: number,
  ): Promise<CustomerSummary[]> {
    const [condition, values] = beforeId === undefined ? ['', []] : ['AND c.id < ?', [beforeId]];
    const rows = await reader.rows<SummaryRow>(
      `${SUMMARY} WHERE c.state = 'active' ${condition} ORDER BY c.id DESC LIMIT ?`,
      [...values, limit],
    );
    return rows.map(toSummary);
  }

  /** The basics of one file with its phones; undefined for an unknown or withdrawn one. Merged files are answered too. */
  async file(reader: Reader, id: string): Promise<CustomerFile | undefined> {
    const row = await reader.row<FileRow>(
      `SELECT * FROM customer WHERE id = ? AND state <> 'withdrawn'`,
      [id],
    );
    if (!row) return undefined;
    const phones = await reader.rows<PhoneRow>(
      `SELECT id, last4, ${wordsOf('p.label')} AS label, is_primary, verified_at FROM customer_phone p
       WHERE customer_id = ? ORDER BY is_primary DESC, id`,
      [id],
    );
    const primary = phones.find((phone) => phone.is_primary === 1);
    return {
      ...toSummary({ ...row, last4: primary?.last4 ?? null }),
      birthday: toBirthday(row),
      source: row.source,
      homeStoreId: row.home_store_id,
      note: (await this.notes.general(reader, id))?.text ?? '',
      state: row.state,
      mergedInto: row.merged_into,
      phones: phones.map(toPhone),
      version: row.version,
      createdAt: row.created_at,
    };
  }

  /** Of some clients those who have a home store, with its id. */
  async homeStores(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await reader.rows<{ id: string; storeId: string }>(
      `SELECT id, home_store_id AS storeId FROM customer
       WHERE home_store_id IS NOT NULL AND id IN (${placeholders(ids)})`,
      ids,
    );
    return new Map(rows.map(({ id, storeId }) => [id, storeId]));
  }

  /** Active files with this birthday in the order of their ids, those after `afterId`. A range of one key. */
  bornOn(
    reader: Reader,
    { calendar, month, day, leapMonth }: Omit<Birthday, 'year'>,
    afterId: string,
    limit: number,
  ): Promise<BirthdayFile[]> {
    return reader.rows<BirthdayFile>(
      `SELECT id, home_store_id AS homeStoreId, birthday_year AS birthYear FROM customer
       WHERE birthday_calendar = ? AND birthday_month = ? AND birthday_day = ?
         AND birthday_leap_month = ? AND id > ? AND state = 'active'
       ORDER BY id LIMIT ?`,
      [calendar, month, day, leapMonth ? 1 : 0, afterId, limit],
    );
  }

  /** Active files that this phone stands on, oldest first. `phone` is normalised. */
  findByPhone(reader: Reader, phone: string): Promise<PhoneHolder[]> {
    return reader.rows<PhoneHolder>(
      `SELECT c.id AS customerId, c.name, c.member_no AS memberNo
       FROM customer_phone p JOIN customer c ON c.id = p.customer_id AND c.state = 'active'
       WHERE p.phone_index = ? ORDER BY c.id`,
      [this.blindIndex.of('phone', phone)],
    );
  }

  /** Active files by their client numbers, as stored; numbers that nobody has are left out. */
  async byMemberNos(reader: Reader, memberNos: readonly string[]): Promise<Map<string, string>> {
    if (memberNos.length === 0) return new Map();
    const rows = await reader.rows<{ id: string; memberNo: string }>(
      `SELECT id, member_no AS memberNo FROM customer
       WHERE state = 'active' AND member_no IN (${placeholders(memberNos)})`,
      memberNos,
    );
    return new Map(rows.map(({ id, memberNo }) => [memberNo, id]));
  }

  /** True when the client herself has given no phone yet. */
  async hasPhone(reader: Reader, id: string): Promise<boolean> {
    const row = await reader.row('SELECT 1 FROM customer_phone WHERE customer_id = ? LIMIT 1', [
      id,
    ]);
    return row !== undefined;
  }
}
