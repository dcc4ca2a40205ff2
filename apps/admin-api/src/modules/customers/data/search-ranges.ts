import { likeText, type Reader } from '../../../platform/database/index.js';
import type { CustomerSummary } from '../customer-types.js';
import type { SearchTermKind } from '../rules/search-terms.js';
import { toSummary, type SummaryRow } from './customer-queries.js';

/** Looked at beside what a page needs, because a file can answer twice; more where that is not enough. */
const MORE_LOOKED = 4;
const MOST_LOOKED = 1_000;

/** A place in the order of a step: the key that it is ordered by, then the file. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** A file found by a step, as it is shown. */
export interface Hit extends Place {
  readonly file: CustomerSummary;
}

/** What begins with any of some starts. */
export interface Range {
  readonly kind: SearchTermKind | 'last4';
  readonly starts: readonly string[];
  /** Characters that the name holds in this order: asked of the rows themselves, before they are counted. */
  readonly holding?: string;
}

export interface Keeping {
  readonly limit: number;
  readonly keeps: (hit: Hit) => boolean;
  /** Lines that are looked at, at most. */
  readonly most?: number;
}

type LineRow = SummaryRow & { readonly key: string };

const LINE = 't.customer_id AS id, t.name, t.member_no, t.gender, t.last4';

/**
 * Files by what the search box finds them by, in the order of the terms, those that are kept. Each look is a stretch of
 * one key, which holds all that is shown of a file.
 */
export async function keptOf(
  reader: Reader,
  range: Range,
  from: Place,
  { limit, keeps, most = Infinity }: Keeping,
): Promise<Hit[]> {
  const found: Hit[] = [];
  let [after, looked, look] = [from, 0, limit + MORE_LOOKED];
  while (found.length < limit && looked < most) {
    const rows = await stretchOf(reader, range, after, Math.min(look, most - looked));
    for (const hit of rows) if (keeps(hit)) found.push(hit);
    if (rows.length < Math.min(look, most - looked)) break;
    looked += rows.length;
    after = rows.at(-1) ?? after;
    look = Math.min(look * 2, MOST_LOOKED);
  }
  return found.slice(0, limit);
}

async function stretchOf(
  reader: Reader,
  { kind, starts, holding = '' }: Range,
  after: Place,
  limit: number,
): Promise<Hit[]> {
  const any = starts.map(() => 't.term LIKE ?').join(' OR ');
  const beyond = after.id === '' ? '' : 'AND t.term >= ? AND (t.term > ? OR t.customer_id > ?)';
  const name = [...holding].map((character) => `%${likeText(character)}`).join('');
  const rows = await reader.rows<LineRow>(
    `SELECT t.term AS \`key\`, ${LINE} FROM customer_search_line t
     WHERE t.kind = ? AND (${any}) ${beyond} ${holding === '' ? '' : 'AND t.name LIKE ?'}
     ORDER BY t.term, t.customer_id LIMIT ?`,
    [
      ...[kind, ...starts.map((start) => `${likeText(start)}%`)],
      ...(after.id === '' ? [] : [after.key, after.key, after.id]),
      ...(holding === '' ? [] : [`${name}%`]),
      limit,
    ],
  );
  return rows.map(toHit);
}

/** Files that a phone stands on, by its keyed hash and its end: two keys hold all that is shown. */
export async function phoneHits(
  reader: Reader,
  phone: { readonly index: Buffer; readonly last4: string },
  after: Place,
  limit: number,
): Promise<Hit[]> {
  const rows = await reader.rows<LineRow>(
    `SELECT '' AS \`key\`, ${LINE} FROM customer_phone p JOIN customer_search_line t
       ON t.kind = 'last4' AND t.term = ? AND t.customer_id = p.customer_id
     WHERE p.phone_index = ? ${after.id === '' ? '' : 'AND p.customer_id > ?'} ORDER BY p.customer_id LIMIT ?`,
    [phone.last4, phone.index, ...(after.id === '' ? [] : [after.id]), limit],
  );
  return rows.map(toHit);
}

function toHit({ key, ...row }: LineRow): Hit {
  return { key, id: row.id, file: toSummary(row) };
}
