import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { isOverload, isTransient, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { balancesOf, ofCustomer, ofHouse, type Json } from './index.js';
import { aHead, aLedger, aTopUp, type TestLedger } from './testing/a-ledger.js';

const CONNECTIONS = 32;

/** On a machine that is too busy a caller is told to come back, and does. */
async function insist<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isOverload(error) && !isTransient(error)) throw error;
    }
  }
}

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  insist(() => books.unitOfWork.run(work));

let books: TestLedger;
beforeAll(async () => {
  books = await aLedger(await workerDatabaseUrl(), CONNECTIONS);
});
afterAll(() => books.close());

const onceInTheBooks: TestLedger['work']['once'] = (key, work, again) =>
  insist(() => books.work.once(key, work, again));

async function stored(customerId: string): Promise<number> {
  const all = await balancesOf(books.database, { kind: 'customer', id: customerId });
  return all.reduce((sum, { balance }) => sum + balance, 0);
}

const topUp = (customer: string, store: string, principal: number, bonus = 0) =>
  run((tx) =>
    books.ledger.post(
      tx,
      aTopUp(customer, store, principal, bonus, { spendOrder: 'proportional' }),
    ),
  );

const payment = (customerId: string, store: string, amountFen: number, bizKey = newId()) => ({
  ...aHead('spend', store),
  ...{ bizKey, customerId, amountFen, atStoreId: store, to: ofHouse('REV_SERVICE', store) },
});

const codeOf = (outcome: PromiseSettledResult<unknown>): unknown =>
  outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code?: string }).code;

describe('a hundred payments of one balance at once', () => {
  it.each([
    [100_000, 20_000, 3_700],
    [1_000, 0, 10],
    [999, 1, 11],
    [50, 0, 1],
  ])(
    'of %i + %i fen for %i each: exactly as many go through as it pays for',
    async (principal, bonus, price) => {
      const [customer, store] = [newId(), newId()];
      await topUp(customer, store, principal, bonus);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 100 }, () =>
          run((tx) => books.ledger.spend(tx, payment(customer, store, price))),
        ),
      );
      const codes = outcomes.map(codeOf);
      const expected = Math.min(100, Math.floor((principal + bonus) / price));
      expect(codes.filter((code) => code === 'done')).toHaveLength(expected);
      expect(codes.filter((code) => code === 'BALANCE_TOO_LOW')).toHaveLength(100 - expected);
      expect(await stored(customer)).toBe(principal + bonus - expected * price);
    },
  );
});

describe('the same key fifty times at once', () => {
  const once = (customer: string, store: string, bizKey: string, amountFen: number) => {
    const request: Json = { customer, amountFen };
    return onceInTheBooks(
      { kind: 'spend', bizKey, request },
      async (tx) =>
        (await books.ledger.spend(tx, { ...payment(customer, store, amountFen, bizKey), request }))
          .entryNo,
      async (_, entry) => entry.entryNo,
    );
  };

  it('has one effect and one answer, even when it uses the whole balance up', async () => {
    for (const [balance, price] of [
      [300, 300],
      [1000, 300],
    ] as const) {
      const [customer, store, key] = [newId(), newId(), newId()];
      await topUp(customer, store, balance);
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => once(customer, store, key, price)),
      );
      expect(new Set(answers).size).toBe(1);
      expect(await stored(customer)).toBe(balance - price);
    }
  });

  it('with two bodies: one of the two has its effect, the other is clearly refused', async () => {
    const [customer, store, key] = [newId(), newId(), newId()];
    await topUp(customer, store, 1000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => once(customer, store, key, n % 2 ? 300 : 200)),
    );
    const codes = outcomes.map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(25);
    expect(codes.filter((code) => code === 'LEDGER_KEY_REUSED')).toHaveLength(25);
    expect([700, 800]).toContain(await stored(customer));
  });

  it('of a top-up for a client the books do not know yet opens her accounts once', async () => {
    const [customer, store] = [newId(), newId()];
    const entry = { ...aTopUp(customer, store, 1000, 200), request: { order: 1 } };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        onceInTheBooks(
          { ...entry },
          async (tx) => (await books.ledger.post(tx, entry)).entryNo,
          async (_, known) => known.entryNo,
        ),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(await stored(customer)).toBe(1200);
  });
});

describe('transfers from A to B and from B to A at once', () => {
  it('lose and make no money, and clashes are tried again', async () => {
    const [a, b, store] = [newId(), newId(), newId()];
    await topUp(a, store, 10_000, 1_000);
    await topUp(b, store, 10_000, 1_000);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, n) => {
        const [from, to] = n % 2 ? [a, b] : [b, a];
        return run((tx) => books.ledger.moveLots(tx, { ...aHead('transfer', store), from, to }));
      }),
    );
    for (const code of outcomes.map(codeOf)) expect(['done', 'BALANCE_TOO_LOW']).toContain(code);
    expect((await stored(a)) + (await stored(b))).toBe(22_000);
  });

  it('that lock in opposite orders by hand come through as well', async () => {
    const [a, b, store] = [newId(), newId(), newId()];
    await topUp(a, store, 10_000);
    await topUp(b, store, 10_000);
    const before = books.unitOfWork.retries;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        run(async (tx) => {
          const [first, second] = n % 2 ? [a, b] : [b, a];
          await books.ledger.lock(tx, [ofCustomer('SV_PRINCIPAL', first)]);
          await books.ledger.lock(tx, [ofCustomer('SV_PRINCIPAL', second)]);
          await books.ledger.spend(tx, payment(first, store, 10));
          await books.ledger.spend(tx, payment(second, store, 10));
        }),
      ),
    );
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBe(12);
    expect(books.unitOfWork.retries).toBeGreaterThan(before);
    expect((await stored(a)) + (await stored(b))).toBe(20_000 - 20 * done);
  });
});

describe('one hold', () => {
  it('that forty capture and release at once ends one way', async () => {
    const [customer, store] = [newId(), newId()];
    const { lotIds } = await topUp(customer, store, 1000);
    const account = ofCustomer('SV_PRINCIPAL', customer);
    const paidBack = {
      ...{ debit: ofHouse('REFUND_PAYABLE', store), credit: ofHouse('WX_CLEARING', store) },
      amount: 1,
    };
    // The store has given money back before: its account is there.
    await run((tx) => books.ledger.post(tx, { ...aHead('refund_paid', store), legs: [paidBack] }));
    const { holdIds } = await run((tx) =>
      books.ledger.hold(tx, {
        ...aHead('hold', store),
        holds: [{ account, amount: 600, bizKey: newId() }],
      }),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        run((tx) =>
          n % 2
            ? books.ledger.releaseHold(tx, { ...aHead('hold_release', store), holdIds })
            : books.ledger.captureHold(tx, {
                ...aHead('refund_approve', store),
                holdIds,
                legs: [
                  {
                    ...{ debit: account, credit: ofHouse('REFUND_PAYABLE', store), amount: 600 },
                    lot: { id: lotIds[0] ?? 0 },
                  },
                ],
              }),
        ),
      ),
    );
    const codes = outcomes.map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'HOLD_NOT_OPEN')).toHaveLength(39);
    expect([400, 1000]).toContain(await stored(customer));
  });
});

describe('one entry', () => {
  it('that forty reverse at once is reversed once', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 1000);
    const { txId } = await run((tx) => books.ledger.spend(tx, payment(customer, store, 400)));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, () =>
        run((tx) =>
          books.ledger.reverse(tx, { ...aHead('reversal', store), txId, shortfall: 'refuse' }),
        ),
      ),
    );
    const codes = outcomes.map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'LEDGER_ALREADY_REVERSED')).toHaveLength(39);
    expect(await stored(customer)).toBe(1000);
  });
});
