import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import type { Reader } from '../../../platform/database/index.js';
import type { CustomerSummary } from '../customer-types.js';
import { NumberFinders } from '../number-finders.js';
import { answersTo } from '../rules/answers-to.js';
import { charactersIn, meansName } from '../rules/mixed-name.js';
import { hasTerm, isFirstTerm, type SearchTermKind } from '../rules/search-terms.js';
import { readCursor, writeCursor, type SearchCursor } from '../rules/search-cursor.js';
import { searchPlan, type SearchStep } from '../rules/search-plan.js';
import { CustomerQueries } from './customer-queries.js';
import { keptOf, phoneHits, type Hit, type Place } from './search-ranges.js';

/** Names of the same initials that one page looks at: with three initials few salons have as many. */
const MIXED_LOOK = 400;

/** Phones of the same end that one page looks at: a name among them costs a fraction of a millisecond. */
const NAMED_LOOK = 1_000;

const isNamed = ({ file }: Hit, named: string | undefined): boolean =>
  named === undefined || answersTo(file.name, named);

/** What a request has found so far, and whether it began at the beginning: then nothing came before that it does not know. */
interface Before {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
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
    const found: (Hit & SearchCursor)[] = [];
    const plan = searchPlan(text);
    const numbered = await this.#numberedBefore(reader, plan.slice(0, after?.step ?? 0));
    for (const [step, way] of plan.entries()) {
      if (step < (after?.step ?? 0)) continue;
      // A page that goes on in such a step began there, because nothing before it found anybody.
      if (way.otherwise === true && after?.step !== step && (after || found.length > 0)) continue;
      const from = after?.step === step ? after : { key: '', id: '' };
      const ids = new Set([...numbered, ...found.map(({ id }) => id)]);
      const before = { ids, isAll: after === undefined };
      // One more than asked for tells whether there is a next page.
      const hits = await this.#hits(reader, way, from, limit + 1 - found.length, before);
      found.push(...hits.map((hit) => ({ step, ...hit })));
      if (found.length > limit) break;
    }
    const shown = found.slice(0, limit);
    const items = shown.map(({ file }) => file);
    const last = shown.at(-1);
    return found.length > limit && last ? { items, nextCursor: writeCursor(last) } : { items };
  }

  /** Files that pages before this one have shown by a number of theirs; one look at a unique key each. */
  async #numberedBefore(reader: Reader, steps: readonly SearchStep[]): Promise<string[]> {
    const ids: string[] = [];
    for (const way of steps)
      if (way.by === 'number') ids.push(...(await this.numbers.find(reader, way.number)));
    return ids;
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

  #hits(
    reader: Reader,
    way: SearchStep,
    from: Place,
    limit: number,
    before: Before,
  ): Promise<Hit[]> {
    switch (way.by) {
      case 'member-no':
        return this.#memberHits(reader, way.memberNo, from);
      case 'phone':
        return this.#phoneHits(reader, way, from, limit, before);
      case 'number':
        return this.#numberHits(reader, way, from);
      case 'last4':
        return this.#last4Hits(reader, way, from, limit, before);
      case 'sounds':
        return this.#termHits(reader, { kind: 'pinyin', ...way, not: [] }, from, limit, before);
      case 'mixed':
        return this.#mixedHits(reader, way, from, limit, before);
      case 'term':
        return this.#termHits(reader, { ...way, starts: [way.start] }, from, limit, before);
    }
  }

  async #phoneHits(
    reader: Reader,
    { phone, named }: Extract<SearchStep, { by: 'phone' }>,
    from: Place,
    limit: number,
    { ids }: Before,
  ): Promise<Hit[]> {
    const sought = { index: this.blindIndex.of('phone', phone), last4: phone.slice(-4) };
    const hits = await phoneHits(reader, sought, from, limit + ids.size);
    return hits.filter((hit) => !ids.has(hit.id) && isNamed(hit, named)).slice(0, limit);
  }

  /** The card of a file that was merged away still finds the file that goes on. */
  async #memberHits(reader: Reader, memberNo: string, from: Place): Promise<Hit[]> {
    const own = await this.customers.byMemberNo(reader, memberNo);
    if (own) return own.id > from.id ? [{ key: '', id: own.id, file: own }] : [];
    const merged = await reader.row<{ id: string }>(
      'SELECT merged_into AS id FROM customer WHERE member_no = ?',
      [memberNo],
    );
    return merged && merged.id > from.id ? this.#lines(reader, [merged.id]) : [];
  }

  async #numberHits(
    reader: Reader,
    { number, notMemberNo }: Extract<SearchStep, { by: 'number' }>,
    from: Place,
  ): Promise<Hit[]> {
    const ids = (await this.numbers.find(reader, number)).filter((id) => id > from.id);
    return (await this.#lines(reader, ids)).filter(({ file }) => file.memberNo !== notMemberNo);
  }

  async #lines(reader: Reader, ids: readonly string[]): Promise<Hit[]> {
    const files = await this.customers.summaries(reader, ids);
    return files.map((file) => ({ key: '', id: file.id, file }));
  }

  /** @param before files that a step before this one has found are not shown again */
  async #last4Hits(
    reader: Reader,
    way: Extract<SearchStep, { by: 'last4' }>,
    from: Place,
    limit: number,
    before: Before,
  ): Promise<Hit[]> {
    const shown = before.isAll ? before.ids : await this.#byNumber(reader, way);
    const range = { kind: 'last4', starts: [way.last4] } as const;
    const keeps = (hit: Hit): boolean => !shown.has(hit.id) && isNamed(hit, way.named);
    return keptOf(reader, range, from, { limit, keeps, most: NAMED_LOOK });
  }

  /** What the steps before the last four digits find. */
  async #byNumber(
    reader: Reader,
    { notMemberNo, notNumber }: Extract<SearchStep, { by: 'last4' }>,
  ): Promise<ReadonlySet<string>> {
    const start = { key: '', id: '' };
    const own = notMemberNo === '' ? [] : await this.#memberHits(reader, notMemberNo, start);
    const numbered = notNumber === '' ? [] : await this.numbers.find(reader, notNumber);
    return new Set([...own.map(({ id }) => id), ...numbered]);
  }

  /** Files whose initials begin so, kept where the name is what was typed. */
  #mixedHits(
    reader: Reader,
    { initials, text }: Extract<SearchStep, { by: 'mixed' }>,
    from: Place,
    limit: number,
    before: Before,
  ): Promise<Hit[]> {
    const isNew = newIn(before, 'initials', [initials], []);
    const keeps = (hit: Hit): boolean => meansName(hit.file.name, text) && isNew(hit);
    const range = { kind: 'initials', starts: [initials], holding: charactersIn(text) } as const;
    return keptOf(reader, range, from, { limit, keeps, most: MIXED_LOOK });
  }

  /** Some ranges of one key, in its order. */
  #termHits(
    reader: Reader,
    {
      kind,
      starts,
      not,
    }: { kind: SearchTermKind; starts: readonly string[]; not: readonly SearchTermKind[] },
    from: Place,
    limit: number,
    before: Before,
  ): Promise<Hit[]> {
    return keptOf(reader, { kind, starts }, from, {
      limit,
      keeps: newIn(before, kind, starts, not),
    });
  }
}

/**
 * Whether a file is found for the first time: 美美 answers twice to 美. Who began at the beginning has seen all that came
 * before; who goes on from a cursor has to read it from the name, which takes a fifth of a millisecond for each.
 */
function newIn(
  { ids, isAll }: Before,
  kind: SearchTermKind,
  starts: readonly string[],
  not: readonly SearchTermKind[],
): (hit: Hit) => boolean {
  const seen = new Set(ids);
  return ({ id, key, file: { name } }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    if (isAll) return true;
    return (
      isFirstTerm(name, kind, starts, key) && !starts.some((start) => hasTerm(name, not, start))
    );
  };
}
