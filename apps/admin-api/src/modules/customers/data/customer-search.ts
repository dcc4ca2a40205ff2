import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { likeText, placeholders, type Reader } from '../../../platform/database/index.js';
import type { CustomerSummary } from '../customer-types.js';
import { readCursor, writeCursor, type SearchCursor } from '../rules/search-cursor.js';
import { searchPlan, type SearchStep } from '../rules/search-plan.js';
import { CustomerQueries } from './customer-queries.js';

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
      case 'last4':
        return reader.rows<Hit>(
          `SELECT DISTINCT '' AS \`key\`, p.customer_id AS id
           FROM customer_phone p JOIN customer c ON c.id = p.customer_id AND c.member_no <> ?
           WHERE p.last4 = ? AND p.customer_id > ? ORDER BY p.customer_id LIMIT ?`,
          [way.notMemberNo, way.last4, from.id, limit],
        );
      case 'term':
        return this.#termHits(reader, way, from, limit);
    }
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
