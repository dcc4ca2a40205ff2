import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { likeText, placeholders, type Reader } from '../../../platform/database/index.js';
import type { CustomerSummary } from '../customer-types.js';
import { NumberFinders } from '../number-finders.js';
import { meansName } from '../rules/mixed-name.js';
import { readCursor, writeCursor, type SearchCursor } from '../rules/search-cursor.js';
import { searchPlan, type SearchStep } from '../rules/search-plan.js';
import { CustomerQueries } from './customer-queries.js';

/** Names of the same initials that one page looks at: with three initials few salons have as many. */
const MIXED_LOOK = 400;

/** A file found by a step, with the key that the step is ordered by. */
interface Hit {
  readonly key: string;
  readonly id: string;
}

export interface CustomerPage {
  readonly items: CustomerSummary[];
  readonly nextCursor?: string;
}

/**
 * The one search box. The steps of a plan run one after the other until the page is full, and a cursor says how far
 * the last one got; every step reads a range of an index in that index's order, so a page costs the same at any size.
 */
@Injectable()
export class CustomerSearch {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly customers: CustomerQueries,
    private readonly numbers: NumberFinders,
  ) {}

  /**
   * A page of files for what was typed; without text, the newest files.
   * @throws Refusal INVALID_INPUT for a cursor that is not ours
   */
  async page(
    reader: Reader,
    text: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<CustomerPage> {
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (text.trim() === '') return this.#newest(reader, after, limit);
    const found: SearchCursor[] = [];
    for (const [step, way] of searchPlan(text).entries()) {
      if (step < (after?.step ?? 0)) continue;
      // A page that goes on in such a step began there, because nothing before it found anybody.
      if (way.otherwise === true && after?.step !== step && (after || found.length > 0)) continue;
      const from = after?.step === step ? after : { key: '', id: '' };
      // One more than asked for tells whether there is a next page.
      const hits = await this.#hits(reader, way, from, limit + 1 - found.length);
      found.push(...hits.map((hit) => ({ step, ...hit })));
      if (found.length > limit) break;
    }
    const shown = found.slice(0, limit);
    const items = await this.customers.summaries(
      reader,
      shown.map((hit) => hit.id),
    );
    const last = shown.at(-1);
    return found.length > limit && last ? { items, nextCursor: writeCursor(last) } : { items };
  }

  async #newest(
    reader: Reader,
    after: SearchCursor | undefined,
    limit: number,
  ): Promise<CustomerPage> {
    const found = await this.customers.newest(reader, after?.id, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    if (found.length <= limit || !last) return { items };
    return { items, nextCursor: writeCursor({ step: 0, key: '', id: last.id }) };
  }

  #hits(reader: Reader, way: SearchStep, from: Hit, limit: number): Promise<Hit[]> {
    switch (way.by) {
      case 'member-no':
        // The card of a file that was merged away still finds the file that goes on.
        return reader.rows<Hit>(
          `SELECT '' AS \`key\`, COALESCE(merged_into, id) AS id FROM customer
           WHERE member_no = ? AND COALESCE(merged_into, id) > ?`,
          [way.memberNo, from.id],
        );
      case 'phone':
        return reader.rows<Hit>(
          `SELECT '' AS \`key\`, customer_id AS id FROM customer_phone
           WHERE phone_index = ? AND customer_id > ? ORDER BY customer_id LIMIT ?`,
          [this.blindIndex.of('phone', way.phone), from.id, limit],
        );
      case 'number':
        return this.#numberHits(reader, way, from);
      case 'last4':
        return this.#last4Hits(reader, way, from, limit);
      case 'sounds':
        return this.#soundHits(reader, way.starts, from, limit);
      case 'mixed':
        return this.#mixedHits(reader, way, from, limit);
      case 'term':
        return this.#termHits(reader, way, from, limit);
    }
  }

  async #numberHits(
    reader: Reader,
    { digits, notMemberNo }: Extract<SearchStep, { by: 'number' }>,
    from: Hit,
  ): Promise<Hit[]> {
    const ids = (await this.numbers.find(reader, digits)).filter((id) => id > from.id);
    const files = await this.customers.summaries(reader, ids);
    return files
      .filter(({ memberNo }) => memberNo !== notMemberNo)
      .map(({ id }) => ({ key: '', id }));
  }

  async #last4Hits(
    reader: Reader,
    { last4, notMemberNo, notNumber }: Extract<SearchStep, { by: 'last4' }>,
    from: Hit,
    limit: number,
  ): Promise<Hit[]> {
    const shown = notNumber === '' ? [] : await this.numbers.find(reader, notNumber);
    const others = shown.length === 0 ? '' : `AND p.customer_id NOT IN (${placeholders(shown)})`;
    return reader.rows<Hit>(
      `SELECT DISTINCT '' AS \`key\`, p.customer_id AS id
       FROM customer_phone p JOIN customer c ON c.id = p.customer_id AND c.member_no <> ?
       WHERE p.last4 = ? AND p.customer_id > ? ${others} ORDER BY p.customer_id LIMIT ?`,
      [notMemberNo, last4, from.id, ...shown, limit],
    );
  }

  /** Some ranges of one key, in its order; a file that answers to several is shown at its first. */
  #soundHits(reader: Reader, starts: readonly string[], from: Hit, limit: number): Promise<Hit[]> {
    const likes = starts.map((start) => `${likeText(start)}%`);
    const any = (column: string): string => likes.map(() => `${column} LIKE ?`).join(' OR ');
    return reader.rows<Hit>(
      `SELECT t.term AS \`key\`, t.customer_id AS id FROM customer_search_term t
       WHERE t.kind = 'pinyin' AND (${any('t.term')}) AND t.term >= ? AND (t.term > ? OR t.customer_id > ?)
         AND NOT EXISTS (SELECT 1 FROM customer_search_term e WHERE e.customer_id = t.customer_id
           AND e.kind = t.kind AND (${any('e.term')}) AND e.term < t.term)
       ORDER BY t.term, t.customer_id LIMIT ?`,
      [...likes, from.key, from.key, from.id, ...likes, limit],
    );
  }

  /**
   * Files whose initials begin so, kept where the name is what was typed: at most MIXED_LOOK of them are looked at for a
   * page, and a file that answers to several initials is shown at its first.
   */
  async #mixedHits(
    reader: Reader,
    { initials, text }: Extract<SearchStep, { by: 'mixed' }>,
    from: Hit,
    limit: number,
  ): Promise<Hit[]> {
    const like = `${likeText(initials)}%`;
    const rows = await reader.rows<Hit & { name: string }>(
      `SELECT t.term AS \`key\`, t.customer_id AS id, c.name FROM customer_search_term t
       JOIN customer c ON c.id = t.customer_id
       WHERE t.kind = 'initials' AND t.term LIKE ? AND t.term >= ? AND (t.term > ? OR t.customer_id > ?)
         AND NOT EXISTS (SELECT 1 FROM customer_search_term e WHERE e.customer_id = t.customer_id
           AND e.kind = t.kind AND e.term LIKE ? AND e.term < t.term)
       ORDER BY t.term, t.customer_id LIMIT ?`,
      [like, from.key, from.key, from.id, like, MIXED_LOOK],
    );
    const meant = rows.filter(({ name }) => meansName(name, text));
    return meant.slice(0, limit).map(({ key, id }) => ({ key, id }));
  }

  /** A name can answer twice (美美 to 美), so only its first term in this order counts. */
  #termHits(
    reader: Reader,
    way: Extract<SearchStep, { by: 'term' }>,
    from: Hit,
    limit: number,
  ): Promise<Hit[]> {
    const like = `${likeText(way.start)}%`;
    const elsewhere =
      way.not.length === 0
        ? ''
        : `AND NOT EXISTS (SELECT 1 FROM customer_search_term o WHERE o.customer_id = t.customer_id
             AND o.kind IN (${placeholders(way.not)}) AND o.term LIKE ?)`;
    const elsewhereValues = way.not.length === 0 ? [] : [...way.not, like];
    return reader.rows<Hit>(
      `SELECT t.term AS \`key\`, t.customer_id AS id FROM customer_search_term t
       WHERE t.kind = ? AND t.term LIKE ? AND t.term >= ? AND (t.term > ? OR t.customer_id > ?)
         AND NOT EXISTS (SELECT 1 FROM customer_search_term e WHERE e.customer_id = t.customer_id
           AND e.kind = t.kind AND e.term LIKE ? AND e.term < t.term)
         ${elsewhere}
       ORDER BY t.term, t.customer_id LIMIT ?`,
      [way.kind, like, from.key, from.key, from.id, like, ...elsewhereValues, limit],
    );
  }
}
