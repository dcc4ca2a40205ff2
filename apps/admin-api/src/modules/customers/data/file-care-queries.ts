import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../../platform/clock/index.js';
import { toSafeInteger, type Reader } from '../../../platform/database/index.js';
import { missingOf, type FileField } from '../rules/completeness.js';
import { checkedTooLongAgo, contactDue, type ContactDue } from '../rules/contact-age.js';
import { maskPhone } from '../rules/person-name.js';
import { filePolicy } from './file-policy.js';

/** How a file stands: how much it says, and whether somebody should make sure how she is reached. */
export interface FileStanding {
  /** Of what the policy wants, in whole percent. */
  readonly completeness: number;
  readonly missing: readonly FileField[];
  readonly contactCheckedOn: LocalDate | null;
  readonly contactDue: ContactDue | null;
}

/** A file in a list of work to do. */
export interface FileToCare extends FileStanding {
  readonly id: string;
  readonly name: string;
  readonly memberNo: string;
  readonly phoneMasked: string | null;
  readonly consultantId: string | null;
}

/** The files that one member of staff answers for; those of nobody under null. */
export interface ConsultantFiles {
  readonly consultantId: string | null;
  readonly files: number;
  /** Of all of them, in whole percent, rounded down. */
  readonly average: number;
  readonly complete: number;
  readonly contactsDue: number;
}

export const FILE_LISTS = ['incomplete', 'contact'] as const;
export type FileList = (typeof FILE_LISTS)[number];

export interface FileListQuery {
  readonly list: FileList;
  /** Null for files that nobody answers for; undefined for everybody's. */
  readonly consultantId: string | null | undefined;
  /** The last file of the page before. */
  readonly after: FilePlace | undefined;
  readonly limit: number;
}

/** Where in a list a file stands: by the list's key, empty for NULL, then by id. */
export interface FilePlace {
  readonly key: string;
  readonly id: string;
}

interface Row {
  id: string;
  name: string;
  memberNo: string;
  last4: string | null;
  consultantId: string | null;
  filled: number;
  completeness: number;
  contactCheckedOn: LocalDate | null;
}

const KEYS = { incomplete: 'completeness', contact: 'contact_checked_on' } as const;

/** Reads of how complete files are. Each list is a range of one key. */
@Injectable()
export class FileCareQueries {
  constructor(private readonly clock: Clock) {}

  /** Undefined for an unknown id. */
  async standing(reader: Reader, customerId: string): Promise<FileStanding | undefined> {
    const row = await reader.row<Pick<Row, 'filled' | 'completeness' | 'contactCheckedOn'>>(
      `SELECT filled, completeness, contact_checked_on AS contactCheckedOn FROM customer WHERE id = ?`,
      [customerId],
    );
    if (!row) return undefined;
    const policy = await filePolicy(reader);
    const { completeness, contactCheckedOn } = row;
    return {
      ...{ completeness, contactCheckedOn, missing: missingOf(row.filled, policy) },
      contactDue: contactDue(contactCheckedOn, this.#today(), policy.verifyMonths) ?? null,
    };
  }

  /** The last day on which a check is too long ago; null when nobody is reminded. For lists that narrow by it. */
  async checkedTooLongAgo(reader: Reader): Promise<LocalDate | null> {
    return checkedTooLongAgo(this.#today(), (await filePolicy(reader)).verifyMonths);
  }

  /** Who answers for how many files, and how they stand. Reads one key from end to end. */
  async byConsultant(reader: Reader): Promise<ConsultantFiles[]> {
    const limit = await this.checkedTooLongAgo(reader);
    const rows = await reader.rows<Record<keyof ConsultantFiles | 'sum', unknown>>(
      `SELECT consultant_id AS consultantId, COUNT(*) AS files, SUM(completeness) AS sum,
         SUM(completeness = 100) AS complete,
         SUM(contact_checked_on IS NULL OR COALESCE(contact_checked_on <= ?, 0)) AS contactsDue
       FROM customer WHERE state = 'active' GROUP BY consultant_id ORDER BY consultant_id`,
      [limit],
    );
    return rows.map((row) => {
      const files = toSafeInteger(row.files);
      return {
        ...{ consultantId: row.consultantId as string | null, files },
        average: Math.floor(toSafeInteger(row.sum) / files),
        complete: toSafeInteger(row.complete),
        contactsDue: toSafeInteger(row.contactsDue),
      };
    });
  }

  /** How many files are still reckoned under an older policy. */
  async waiting(reader: Reader): Promise<number> {
    const { version } = await filePolicy(reader);
    const sql = 'SELECT COUNT(*) AS n FROM customer WHERE reckoned < ?';
    return toSafeInteger((await reader.row<{ n: unknown }>(sql, [version]))?.n ?? 0);
  }

  /** Files with work to do: the least complete first, or those whose contact data was looked at longest ago. */
  async list(
    reader: Reader,
    query: FileListQuery,
  ): Promise<(FileToCare & { readonly place: FilePlace })[]> {
    const policy = await filePolicy(reader);
    const key = KEYS[query.list];
    const conditions = await this.#conditions(reader, query);
    const rows = await reader.rows<Row>(
      `SELECT f.*, p.last4 FROM (
         SELECT id, name, member_no AS memberNo, consultant_id AS consultantId, filled, completeness,
           contact_checked_on AS contactCheckedOn
         FROM customer WHERE ${conditions.map(([sql]) => sql).join(' AND ')}
         ORDER BY ${key}, id LIMIT ?) f
       LEFT JOIN customer_phone p ON p.customer_id = f.id AND p.is_primary = 1
       ORDER BY f.${query.list === 'contact' ? 'contactCheckedOn' : 'completeness'}, f.id`,
      [...conditions.flatMap(([, values]) => values), query.limit],
    );
    const today = this.#today();
    return rows.map(({ filled, last4, ...row }) => ({
      ...row,
      phoneMasked: last4 === null ? null : maskPhone(last4),
      missing: missingOf(filled, policy),
      contactDue: contactDue(row.contactCheckedOn, today, policy.verifyMonths) ?? null,
      place: {
        id: row.id,
        key: query.list === 'contact' ? (row.contactCheckedOn ?? '') : String(row.completeness),
      },
    }));
  }

  async #conditions(
    reader: Reader,
    { list, consultantId, after }: FileListQuery,
  ): Promise<[string, unknown[]][]> {
    const conditions: [string, unknown[]][] = [["state = 'active'", []]];
    if (consultantId === null) conditions.push(['consultant_id IS NULL', []]);
    else if (consultantId !== undefined) conditions.push(['consultant_id = ?', [consultantId]]);
    if (list === 'incomplete') {
      conditions.push(['completeness < 100', []]);
      if (after)
        conditions.push([
          'completeness >= ? AND (completeness > ? OR id > ?)',
          [Number(after.key), Number(after.key), after.id],
        ]);
      return conditions;
    }
    const limit = await this.checkedTooLongAgo(reader);
    if (after && after.key !== '')
      conditions.push([
        'contact_checked_on BETWEEN ? AND ? AND (contact_checked_on > ? OR id > ?)',
        [after.key, limit, after.key, after.id],
      ]);
    else
      conditions.push([
        `(contact_checked_on IS NULL${after ? ' AND id > ?' : ''} OR contact_checked_on <= ?)`,
        [...(after ? [after.id] : []), limit],
      ]);
    return conditions;
  }

  #today(): LocalDate {
    return localDate(this.clock.now(), HOME_ZONE);
  }
}
