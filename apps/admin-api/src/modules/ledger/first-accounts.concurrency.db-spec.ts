import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { balancesOf, ofHouse } from './index.js';
import { aHead, aLedger, aTopUp, type TestLedger } from './testing/a-ledger.js';

const AT_ONCE = 64;
/** A unit of work has six; two stay in reserve for whatever else happens at the time. */
const MOST_ATTEMPTS = 4;

/** Two processes, so that no one of them knows what the other has opened. */
let processes: readonly [TestLedger, TestLedger];
beforeAll(async () => {
  const url = await workerDatabaseUrl();
  processes = [await aLedger(url, 32), await aLedger(url, 32)];
});
afterAll(() => Promise.all(processes.map((books) => books.close())));

const many = <T>(make: (n: number, books: TestLedger) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, n) => make(n, processes[n % 2 ? 1 : 0])));

/** One transaction as the product runs it, which must not come near the end of its attempts. */
async function inOne<T>({ unitOfWork }: TestLedger, work: (tx: Tx) => Promise<T>): Promise<T> {
  let attempts = 0;
  const done = await unitOfWork.run((tx) => {
    attempts += 1;
    return work(tx);
  });
  expect(attempts).toBeLessThanOrEqual(MOST_ATTEMPTS);
  return done;
}

async function ownedBy(customerId: string): Promise<number> {
  const all = await balancesOf(processes[0].database, { kind: 'customer', id: customerId });
  return all.reduce((sum, { balance }) => sum + balance, 0);
}

/** What all postings of a store's account come to, on its debit side. */
async function postedOn(code: string, storeId: string): Promise<number> {
  const [row] = await processes[0].database.rows<{ sum: unknown; accounts: unknown }>(
    `SELECT COALESCE(SUM(CASE WHEN p.debit_account_id = a.id THEN p.amount ELSE -p.amount END), 0) AS sum,
       COUNT(DISTINCT a.id) AS accounts
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.code = ? AND a.store_id = ?`,
    [code, storeId],
  );
  expect(Number(row?.accounts)).toBe(1);
  return Number(row?.sum);
}

/** Lots of several stores, so that a spend elsewhere opens a whole row of accounts. */
async function aTravellingClient(stores: readonly string[]): Promise<string> {
  const customer = newId();
  const [books] = processes;
  for (const store of stores) {
    await books.unitOfWork.run((tx) =>
      books.ledger.post(tx, aTopUp(customer, store, 100, 50, { spendOrder: 'proportional' })),
    );
  }
  return customer;
}

describe('the first moments of a store', () => {
  it('sixty-four first top-ups open its accounts once and all go through', async () => {
    const store = newId();
    const customers = await many(async (n, books) => {
      const customer = newId();
      // Some without bonus, so that not all need the same accounts.
      await inOne(books, (tx) =>
        books.ledger.post(tx, aTopUp(customer, store, 1000, n % 3 ? 200 : 0)),
      );
      return customer;
    });
    for (const [n, customer] of customers.entries())
      expect(await ownedBy(customer)).toBe(n % 3 ? 1200 : 1000);
    expect(await postedOn('WX_CLEARING', store)).toBe(AT_ONCE * 1000);
  });

  it('sixty-four first spends of value that eight other stores sold all go through', async () => {
    const sellers = Array.from({ length: 8 }, newId);
    const customers: string[] = [];
    for (let n = 0; n < AT_ONCE; n += 1) {
      const [first, second] = [sellers[n % 8] ?? '', sellers[(n + 3) % 8] ?? ''];
      customers.push(await aTravellingClient([first, second]));
    }
    const store = newId();
    await many((n, books) =>
      inOne(books, (tx) =>
        books.ledger.spend(tx, {
          ...aHead('spend', store),
          ...{ customerId: customers[n] ?? '', amountFen: 300, atStoreId: store },
          to: ofHouse('REV_SERVICE', store),
        }),
      ),
    );
    for (const customer of customers) expect(await ownedBy(customer)).toBe(0);
    expect(await postedOn('REV_SERVICE', store)).toBe(-AT_ONCE * 200);
    expect(await postedOn('INTERSTORE', store)).toBe(AT_ONCE * 200);
  });

  it('sixty-four first top-ups and spends of the same few clients all go through', async () => {
    const [seller, store] = [newId(), newId()];
    const clients: string[] = [];
    for (let n = 0; n < 4; n += 1) clients.push(await aTravellingClient([seller, seller, seller]));
    await many((n, books) => {
      const customerId = clients[n % 4] ?? '';
      const spend = {
        ...aHead('spend', store),
        ...{ customerId, amountFen: 3, atStoreId: store, to: ofHouse('REV_SERVICE', store) },
      };
      return inOne(books, async (tx) => {
        if (n % 8 < 4) await books.ledger.post(tx, aTopUp(customerId, store, 10, 5));
        else await books.ledger.spend(tx, spend);
      });
    });
    for (const client of clients) expect(await ownedBy(client)).toBe(450 + 8 * 15 - 8 * 3);
    expect(await postedOn('WX_CLEARING', store)).toBe((AT_ONCE / 2) * 10);
  });
});
