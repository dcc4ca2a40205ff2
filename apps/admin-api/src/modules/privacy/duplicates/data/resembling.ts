import { placeholders, type Reader } from '../../../../platform/database/index.js';
import { searchText, soundsLike, spellingOf, type Birthday } from '../../../customers/index.js';
import type { Resembling } from '../rules/alike.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly calendar: Birthday['calendar'] | null;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly leap: number;
}

const SELECT = `SELECT c.id, c.name, c.birthday_calendar AS calendar, c.birthday_year AS year,
    c.birthday_month AS month, c.birthday_day AS day, c.birthday_leap_month AS leap FROM customer c`;

const toFile = ({ id, name, calendar, year, month, day, leap }: Row): Resembling => ({
  ...{ id, name },
  birthday: calendar && { calendar, year, month, day, leapMonth: leap === 1 },
});

/** The next files by id that were opened before `until`. */
export async function filesAfter(
  reader: Reader,
  after: string,
  until: string,
  limit: number,
): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT id FROM customer WHERE id > ? AND id < ? ORDER BY id LIMIT ?',
    [after, until, limit],
  );
  return rows.map(({ id }) => id);
}

const TELLING = ['name', 'birthday', 'phone'];

/** The next changes of what files are held against each other by. */
export function changesAfter(
  reader: Reader,
  after: string,
  until: string,
  limit: number,
): Promise<{ readonly id: string; readonly customerId: string; readonly field: string }[]> {
  return reader.rows(
    `SELECT id, customer_id AS customerId, field FROM customer_change
     WHERE id > ? AND id < ? ORDER BY id LIMIT ?`,
    [after, until, limit],
  );
}
export const isTelling = ({ field }: { readonly field: string }): boolean =>
  TELLING.includes(field);

/** Those of some files that were not joined with another. */
export async function openFiles(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, Resembling>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.rows<Row>(
    `${SELECT} WHERE c.id IN (${placeholders(ids)}) AND c.state = 'active'`,
    ids,
  );
  return new Map(rows.map((row) => [row.id, toFile(row)]));
}

/** Two files that a key found to share something. */
export interface SharedPair {
  readonly one: string;
  readonly other: string;
}

/** Files with the same phone. */
export function samePhone(reader: Reader, ids: readonly string[]): Promise<SharedPair[]> {
  return reader.rows(
    `SELECT a.customer_id AS one, b.customer_id AS other FROM customer_phone a
       JOIN customer_phone b ON b.phone_index = a.phone_index AND b.customer_id <> a.customer_id
     WHERE a.customer_id IN (${placeholders(ids)})`,
    ids,
  );
}

/** Files of the same name with phones that end alike. */
export function sameTail(reader: Reader, ids: readonly string[]): Promise<SharedPair[]> {
  return reader.rows(
    `SELECT a.customer_id AS one, b.customer_id AS other FROM customer_phone a
       JOIN customer c ON c.id = a.customer_id
       JOIN customer_phone b ON b.last4 = a.last4 AND b.customer_id <> a.customer_id
       JOIN customer d ON d.id = b.customer_id AND d.name = c.name
     WHERE a.customer_id IN (${placeholders(ids)})`,
    ids,
  );
}

/** Files with the same birthday whose name sounds like this one's. A few ranges of the terms by which files are found. */
export async function sameBirthday(reader: Reader, file: Resembling): Promise<SharedPair[]> {
  const spelled = spellingOf(searchText(file.name));
  if (file.birthday === null || spelled === '') return [];
  const terms = [spelled, ...soundsLike(spelled)];
  const { calendar, month, day, leapMonth } = file.birthday;
  const rows = await reader.rows<{ other: string }>(
    `SELECT DISTINCT t.customer_id AS other FROM customer_search_line t JOIN customer c ON c.id = t.customer_id
     WHERE t.kind = 'pinyin' AND t.term IN (${placeholders(terms)}) AND t.customer_id <> ?
       AND c.birthday_calendar = ? AND c.birthday_month = ? AND c.birthday_day = ?
       AND c.birthday_leap_month = ?`,
    [...terms, file.id, calendar, month, day, leapMonth ? 1 : 0],
  );
  return rows.map(({ other }) => ({ one: file.id, other }));
}
