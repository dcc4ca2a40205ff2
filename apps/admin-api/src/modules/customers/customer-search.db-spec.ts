import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aHouse, aPhone, type TestHouse } from '../../../test/support/a-house.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { BlindIndex } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { AddPhone } from './add-phone.js';
import { CreateCustomer } from './create-customer.js';
import type { Gender } from './customer-types.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerSearch } from './data/customer-search.js';
import { JoinFiles } from './join-files.js';
import { RemovePhone } from './remove-phone.js';
import { HOUSE } from './rules/author.js';
import { answersTo } from './rules/answers-to.js';
import { meansName } from './rules/mixed-name.js';
import { searchPlan, type SearchStep } from './rules/search-plan.js';
import { searchTermsOf, type SearchTerm } from './rules/search-terms.js';
import { SplitFiles } from './split-files.js';
import { UpdateCustomer } from './update-customer.js';

let house: TestHouse;
beforeAll(async () => {
  house = await aHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.unitOfWork.run(work);

/** A file as its own tables say, read without any key that a search uses. */
interface Known {
  readonly id: string;
  readonly memberNo: string;
  readonly mergedInto: string | null;
  readonly name: string;
  readonly ownNo: string | null;
  readonly terms: readonly SearchTerm[];
  readonly phones: readonly { readonly last4: string; readonly index: string }[];
}

async function allFiles(): Promise<Known[]> {
  const files = await house.database.rows<Omit<Known, 'terms' | 'phones'>>(
    'SELECT id, member_no AS memberNo, merged_into AS mergedInto, name, own_no AS ownNo FROM customer',
  );
  const phones = await house.database.rows<{ id: string; last4: string; hash: string }>(
    'SELECT customer_id AS id, last4, HEX(phone_index) AS hash FROM customer_phone',
  );
  return files.map((file) => ({
    ...file,
    terms: file.mergedInto === null ? searchTermsOf(file.name) : [],
    phones: phones
      .filter(({ id }) => id === file.id)
      .map(({ last4, hash }) => ({ last4, index: hash.toLowerCase() })),
  }));
}

/** Whether a step of the plan means a file, asked of the file alone. Nothing here gives clients cards. */
function isMeant(file: Known, way: SearchStep): boolean {
  const begins = (kind: string, starts: readonly string[]): boolean =>
    file.terms.some(
      (one) => one.kind === kind && starts.some((start) => one.term.startsWith(start)),
    );
  const isNamed = (named?: string): boolean => named === undefined || answersTo(file.name, named);
  switch (way.by) {
    case 'member-no':
      return file.memberNo === way.memberNo;
    case 'phone': {
      const index = house.get(BlindIndex).of('phone', way.phone).toString('hex');
      return isNamed(way.named) && file.phones.some((phone) => phone.index === index);
    }
    case 'number':
      return file.ownNo?.toLowerCase() === way.number.toLowerCase();
    case 'last4':
      return isNamed(way.named) && file.phones.some(({ last4 }) => last4 === way.last4);
    case 'sounds':
      return begins('pinyin', way.starts);
    case 'mixed':
      return begins('initials', [way.initials]) && meansName(file.name, way.text);
    case 'term':
      return begins(way.kind, [way.start]);
  }
}

/** What the plan finds, by looking at every file there is. */
function scanned(files: readonly Known[], text: string): string[] {
  const found = new Set<string>();
  for (const way of searchPlan(text)) {
    if (way.otherwise === true && found.size > 0) continue;
    for (const file of files) if (isMeant(file, way)) found.add(file.mergedInto ?? file.id);
  }
  return [...found].sort();
}

async function searched(text: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await house.get(CustomerSearch).page(house.database, text, cursor, limit);
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
    if (cursor === undefined) return ids;
  }
}

interface Line {
  readonly kind: string;
  readonly term: string;
}

/** The lines of a file, each with what it shows. */
const linesOf = (id: string): Promise<Line[]> =>
  house.database.rows<Line>(
    `SELECT kind, term, name, member_no AS memberNo, gender, last4 FROM customer_search_line
     WHERE customer_id = ? ORDER BY kind, term`,
    [id],
  );

/** The lines that a file has to have, from its own tables. */
async function expectedLines(id: string): Promise<Line[]> {
  const file = await house.get(CustomerQueries).file(house.database, id);
  if (file?.state !== 'active') return [];
  const end = (masked: string): string => masked.slice(-4);
  const { name, memberNo, gender, phoneMasked } = file;
  const last4 = phoneMasked === null ? null : end(phoneMasked);
  const ends = new Set(file.phones.map(({ masked }) => end(masked)));
  const terms: Line[] = [
    ...searchTermsOf(name),
    ...[...ends].map((term) => ({ kind: 'last4', term })),
  ];
  const inOrder = (a: Line, b: Line): number =>
    Buffer.compare(Buffer.from(`${a.kind}\t${a.term}`), Buffer.from(`${b.kind}\t${b.term}`));
  return terms.sort(inOrder).map((line) => ({ ...line, name, memberNo, gender, last4 }));
}

type Deed = readonly [
  what: 'open' | 'name' | 'gender' | 'phone' | 'main' | 'drop' | 'join' | 'split' | 'own',
  n: number,
  text: string,
];

/** Characters with two readings, of the same sound, twice the same, and letters. */
const aText = fc
  .array(fc.constantFrom(...'张章曾单美梅小晓丽李雪A'), { minLength: 1, maxLength: 4 })
  .map((characters) => characters.join(''));
const aDeed: fc.Arbitrary<Deed> = fc.tuple(
  fc.constantFrom(
    'open',
    'open',
    'name',
    'gender',
    'phone',
    'phone',
    'main',
    'main',
    'drop',
    'join',
    'split',
    'own',
  ),
  fc.nat({ max: 5 }),
  aText,
);

/** Numbers of the salon's own: one that could be a client number or the end of a phone, and one with letters. */
const OWN_NUMBERS = ['0001', '1007', 'VIP-8', 'a12'];

/** Files that people work with, and the phones that were typed. */
class Desk {
  readonly ids: string[] = [];
  readonly typed: string[] = [
    '张xm',
    'zhangm',
    '小m',
    'zxm',
    'z',
    'meimei',
    'zangxiao',
    '小',
    '李小雪',
    ...OWN_NUMBERS,
    'vip-8',
    'A12',
  ];
  readonly #given = new Map<string, string>();
  readonly #merges: string[] = [];

  async do([what, n, text]: Deed): Promise<void> {
    const id = this.ids[n % Math.max(1, this.ids.length)];
    this.typed.push(text);
    if (what === 'open' || id === undefined) return this.#open(text, n);
    const other = this.ids[(n + 1) % this.ids.length] ?? id;
    const merge = this.#merges.at(-1) ?? '';
    const deeds: Record<Exclude<typeof what, 'open'>, () => Promise<unknown>> = {
      name: () => inTx((tx) => house.get(UpdateCustomer).execute(tx, id, { name: text })),
      gender: () =>
        inTx((tx) => house.get(UpdateCustomer).execute(tx, id, { gender: GENDERS[n % 3] })),
      own: () =>
        inTx((tx) => house.get(UpdateCustomer).execute(tx, id, { ownNo: OWN_NUMBERS[n % 4] })),
      phone: () => this.#addPhone(id, n % 2 === 0),
      main: () => this.#makeMain(id),
      drop: () => this.#dropPhone(id, n),
      join: async () =>
        this.#merges.push(await inTx((tx) => house.get(JoinFiles).execute(tx, id, other))),
      split: () =>
        inTx((tx) =>
          house.get(SplitFiles).execute(tx, merge, { id, name: '店长', reason: '弄错了' }),
        ),
    };
    // A closed file, a file with itself, a merge that is undone: refused, and nothing may have moved.
    await deeds[what]().catch((error: unknown) => expect(error).toHaveProperty('code'));
  }

  async #open(name: string, n: number): Promise<void> {
    const phone = n % 3 === 0 ? undefined : this.#aPhone();
    const file = await inTx((tx) =>
      house.get(CreateCustomer).execute(tx, { name, source: 'walk_in', ...(phone && { phone }) }),
    );
    this.ids.push(file.id);
    if (phone !== undefined) this.#given.set(file.id, phone);
    this.typed.push(file.memberNo, file.memberNo.slice(-4));
  }

  #addPhone(customerId: string, primary: boolean): Promise<void> {
    return this.#give(customerId, this.#aPhone(), primary);
  }

  /** The first that was given becomes the main one again, also where it was taken off or went to another file. */
  #makeMain(id: string): Promise<void> {
    return this.#give(id, this.#given.get(id) ?? this.#aPhone(), true);
  }

  async #give(customerId: string, phone: string, primary: boolean): Promise<void> {
    await inTx((tx) => house.get(AddPhone).execute(tx, { customerId, phone, primary }));
    if (!this.#given.has(customerId)) this.#given.set(customerId, phone);
  }

  async #dropPhone(id: string, n: number): Promise<void> {
    const file = await house.get(CustomerQueries).file(house.database, id);
    const phone = file?.phones[n % Math.max(1, file.phones.length)];
    if (phone) await house.get(RemovePhone).execute(HOUSE, id, phone.id);
  }

  /** Ends that other phones have too. */
  #aPhone(): string {
    const phone = `${aPhone().slice(0, 9)}${this.ids.length % 4}7`;
    const end = phone.slice(-4);
    this.typed.push(phone, end, `199${phone.slice(3)}`, phone.slice(-7));
    this.typed.push(`美${end}`, `z ${end}`, `小${phone}`, `mei${phone.slice(-6)}`);
    return phone;
  }
}

const GENDERS: readonly Gender[] = ['female', 'male', 'unknown'];

describe('the search box', () => {
  it('finds what a look at every file finds, each once, and shows it as the file says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aDeed, { minLength: 6, maxLength: 18 }), async (deeds) => {
        const desk = new Desk();
        for (const deed of deeds) await desk.do(deed);
        for (const id of desk.ids) expect(await linesOf(id)).toEqual(await expectedLines(id));
        const files = await allFiles();
        for (const text of new Set(desk.typed)) {
          const [pages, whole] = [await searched(text, 3), await searched(text, 50)];
          expect([text, [...pages].sort()]).toEqual([text, scanned(files, text)]);
          expect(pages).toEqual(whole);
        }
      }),
      { numRuns: 10 },
    );
  }, 180_000);
});
