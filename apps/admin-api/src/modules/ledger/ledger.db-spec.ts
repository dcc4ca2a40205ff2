import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { balancesOf, lotsOf, ofCustomer, ofHouse } from './index.js';
import type { SpendOrder } from './index.js';
import { aHead, aLedger, aTopUp, type TestLedger } from './testing/a-ledger.js';

let books: TestLedger;
beforeAll(async () => {
  books = await aLedger(await workerDatabaseUrl());
});
afterAll(() => books.close());

/** Balance and held amount by account. */
async function balances(customerId: string): Promise<Record<string, number>> {
  const all = await balancesOf(books.database, { kind: 'customer', id: customerId });
  return Object.fromEntries(all.map(({ code, balance }) => [code, balance]));
}

const spend = (customerId: string, storeId: string, amountFen: number, kind = newId()) =>
  books.unitOfWork.run((tx) =>
    books.ledger.spend(tx, {
      ...aHead('spend', storeId),
      ...{ bizKey: kind, customerId, amountFen, atStoreId: storeId },
      to: ofHouse('REV_SERVICE', storeId),
    }),
  );

const topUp = (...args: Parameters<typeof aTopUp>) =>
  books.unitOfWork.run((tx) => books.ledger.post(tx, aTopUp(...args)));

describe('a top-up', () => {
  it('raises principal and bonus apart, in one lot', async () => {
    const [customer, store] = [newId(), newId()];
    const posted = await topUp(customer, store, 100_000, 20_000);
    expect(await balances(customer)).toEqual({ SV_PRINCIPAL: 100_000, SV_BONUS: 20_000 });
    const lots = await lotsOf(books.database, { kind: 'customer', id: customer });
    expect(lots).toMatchObject([
      { id: posted.lotIds[0], principalLeftFen: 100_000, bonusLeftFen: 20_000, storeId: store },
    ]);
  });
});

describe('a payment of 300 from 1000 + 200', () => {
  const expected: Record<SpendOrder, [number, number]> = {
    principal_first: [70_000, 20_000],
    bonus_first: [90_000, 0],
    proportional: [75_000, 15_000],
  };
  for (const [order, [principal, bonus]] of Object.entries(expected)) {
    it(`takes ${order} as the plan says`, async () => {
      const [customer, store] = [newId(), newId()];
      await topUp(customer, store, 100_000, 20_000, { spendOrder: order as SpendOrder });
      const spent = await spend(customer, store, 30_000);
      expect(spent.left).toEqual({ principalFen: principal, bonusFen: bonus });
      expect(await balances(customer)).toEqual({ SV_PRINCIPAL: principal, SV_BONUS: bonus });
    });
  }

  it('is refused when it is more than there is, with what there is', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 100, 20);
    await expect(spend(customer, store, 121)).rejects.toMatchObject({
      code: 'BALANCE_TOO_LOW',
      extras: { availableFen: 120 },
    });
  });
});

describe('a hold', () => {
  it('keeps its amount from being spent until it is released', async () => {
    const [customer, store] = [newId(), newId()];
    const { lotIds } = await topUp(customer, store, 1000);
    const [lotId = 0] = lotIds;
    const { holdIds } = await books.unitOfWork.run((tx) =>
      books.ledger.hold(tx, {
        ...aHead('hold', store),
        holds: [
          { account: ofCustomer('SV_PRINCIPAL', customer), lotId, amount: 600, bizKey: newId() },
        ],
      }),
    );
    await expect(spend(customer, store, 401)).rejects.toMatchObject({ code: 'BALANCE_TOO_LOW' });
    await spend(customer, store, 400);
    await books.unitOfWork.run((tx) =>
      books.ledger.releaseHold(tx, { ...aHead('hold_release', store), holdIds }),
    );
    await spend(customer, store, 600);
    expect(await balances(customer)).toEqual({ SV_PRINCIPAL: 0 });
  });

  it('can be captured once', async () => {
    const [customer, store] = [newId(), newId()];
    const { lotIds } = await topUp(customer, store, 1000);
    const [lotId = 0] = lotIds;
    const account = ofCustomer('SV_PRINCIPAL', customer);
    const { holdIds } = await books.unitOfWork.run((tx) =>
      books.ledger.hold(tx, {
        ...aHead('hold', store),
        holds: [{ account, lotId, amount: 600, bizKey: newId() }],
      }),
    );
    const capture = () =>
      books.unitOfWork.run((tx) =>
        books.ledger.captureHold(tx, {
          ...aHead('refund_approve', store),
          holdIds,
          legs: [
            ...[{ debit: account, credit: ofHouse('REFUND_PAYABLE', store), amount: 600 }].map(
              (leg) => ({ ...leg, lot: { id: lotId } }),
            ),
          ],
        }),
      );
    await capture();
    await expect(capture()).rejects.toMatchObject({ code: 'HOLD_NOT_OPEN' });
    expect(await balances(customer)).toEqual({ SV_PRINCIPAL: 400 });
  });
});

describe('a reversal', () => {
  const reverse = (txId: number, storeId: string, shortfall: 'refuse' | 'receivable') =>
    books.unitOfWork.run((tx) =>
      books.ledger.reverse(tx, { ...aHead('reversal', storeId), txId, shortfall }),
    );

  it('is the full mirror, one time only', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 1000, 200);
    const spent = await spend(customer, store, 1100);
    await reverse(spent.txId, store, 'refuse');
    expect(await balances(customer)).toEqual({ SV_PRINCIPAL: 1000, SV_BONUS: 200 });
    await expect(reverse(spent.txId, store, 'refuse')).rejects.toMatchObject({
      code: 'LEDGER_ALREADY_REVERSED',
    });
  });

  it('of a top-up that was used makes the missing part her debt, or is refused', async () => {
    const [customer, store] = [newId(), newId()];
    const { txId } = await topUp(customer, store, 1000, 200, { spendOrder: 'proportional' });
    await spend(customer, store, 600);
    await expect(reverse(txId, store, 'refuse')).rejects.toMatchObject({ code: 'BALANCE_TOO_LOW' });
    const reversed = await reverse(txId, store, 'receivable');
    expect(reversed.shortfallFen).toBe(600);
    expect(await balances(customer)).toEqual({
      SV_PRINCIPAL: 0,
      SV_BONUS: 0,
      CUST_RECEIVABLE: 600,
    });
  });
});

describe('a transfer', () => {
  it('moves what is left lot by lot, each with its own rules', async () => {
    const [from, to, store] = [newId(), newId(), newId()];
    await topUp(from, store, 1000, 200, { spendOrder: 'bonus_first', paidOn: '2026-01-01' });
    await topUp(from, store, 500, 0, { validEverywhere: false });
    await spend(from, store, 600);
    const moved = await books.unitOfWork.run((tx) =>
      books.ledger.moveLots(tx, { ...aHead('transfer', store), from, to }),
    );
    expect(moved).toMatchObject({ principalFen: 1000, bonusFen: 100 });
    expect(await balances(from)).toEqual({ SV_PRINCIPAL: 0, SV_BONUS: 0 });
    expect(await balances(to)).toEqual({ SV_PRINCIPAL: 1000, SV_BONUS: 100 });
    const lots = await lotsOf(books.database, { kind: 'customer', id: to });
    expect(lots).toMatchObject([
      {
        principalLeftFen: 1000,
        bonusLeftFen: 100,
        spendOrder: 'bonus_first',
        paidOn: '2026-01-01',
      },
    ]);
  });
});
