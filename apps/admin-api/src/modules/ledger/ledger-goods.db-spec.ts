import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { balancesOf, lotsOf, ofCustomer, ofHouse, traceEntry, type NewLot } from './index.js';
import { aHead, aLedger, aTopUp, type TestLedger } from './testing/a-ledger.js';

let books: TestLedger;
beforeAll(async () => {
  books = await aLedger(await workerDatabaseUrl());
});
afterAll(() => books.close());

const balancesOfOwner = async (kind: 'customer' | 'package', id: string) => {
  const all = await balancesOf(books.database, { kind, id });
  return Object.fromEntries(all.map(({ code, balance }) => [code, balance]));
};

const topUp = (...args: Parameters<typeof aTopUp>) =>
  books.unitOfWork.run((tx) => books.ledger.post(tx, aTopUp(...args)));

/** Legs as `debit -> credit amount`, in their order. */
async function legsOf(entryNo: string): Promise<string[]> {
  const entry = await traceEntry(books.database, entryNo);
  return (entry?.postings ?? []).map(
    ({ debit, credit, amount }) => `${debit.code} -> ${credit.code} ${amount}`,
  );
}

describe('a package that is paid out of stored value', () => {
  const buy = (customerId: string, storeId: string, amountFen: number, sessions: number) => {
    const id = newId();
    const account = { code: 'PKG_DEFERRED', ownerId: id } as const;
    const bought = books.unitOfWork.run((tx) =>
      books.ledger.spend(tx, {
        ...aHead('package_sale', storeId),
        ...{ customerId, amountFen, atStoreId: storeId, request: { id } },
        to: (principalFen) => ({
          into: [{ account, lot: { new: 0 }, amountFen: principalFen }],
          newLots: [
            {
              ...{ owner: { kind: 'package', id }, storeId, validEverywhere: true },
              ...{ principalFen, units: sessions, paidOn: '2026-11-22' },
            },
          ],
          legs: [
            {
              debit: ofHouse('SES_ISSUED', storeId),
              credit: { code: 'SES_AVAIL', ownerId: id },
              ...{ amount: sessions, lot: { new: 0 } },
            },
          ],
        }),
      }),
    );
    return bought.then((spent) => ({ id, spent }));
  };

  it('keeps the principal in the package, and bonus goes back to its source', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 100_000, 20_000, { spendOrder: 'bonus_first' });
    const { id, spent } = await buy(customer, store, 50_000, 10);
    expect(spent).toMatchObject({ principalFen: 30_000, bonusFen: 20_000 });
    expect(await legsOf(spent.entryNo)).toEqual([
      'SV_PRINCIPAL -> PKG_DEFERRED 30000',
      'SV_BONUS -> BONUS_FUNDING 20000',
      'SES_ISSUED -> SES_AVAIL 10',
    ]);
    expect(await balancesOfOwner('package', id)).toEqual({ PKG_DEFERRED: 30_000, SES_AVAIL: 10 });
    expect(await lotsOf(books.database, { kind: 'package', id })).toMatchObject([
      { id: spent.lotIds[0], principalLeftFen: 30_000, unitsLeft: 10, ownerKind: 'package' },
    ]);
  });

  it('settles with the store that sold the stored value', async () => {
    const [customer, here, there] = [newId(), newId(), newId()];
    await topUp(customer, there, 1000);
    const { spent } = await buy(customer, here, 600, 3);
    expect(await legsOf(spent.entryNo)).toEqual([
      'SV_PRINCIPAL -> PKG_DEFERRED 600',
      'INTERSTORE -> INTERSTORE 600',
      'SES_ISSUED -> SES_AVAIL 3',
    ]);
  });

  it('gathers the principal of several lots into one', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 400);
    await topUp(customer, store, 400);
    const { id } = await buy(customer, store, 700, 7);
    expect(await lotsOf(books.database, { kind: 'package', id })).toMatchObject([
      { principalFen: 700, principalLeftFen: 700 },
    ]);
  });

  it('is refused as a whole when there is too little', async () => {
    const [customer, store] = [newId(), newId()];
    await topUp(customer, store, 400);
    await expect(buy(customer, store, 500, 5)).rejects.toMatchObject({
      code: 'BALANCE_TOO_LOW',
      extras: { availableFen: 400 },
    });
    expect(await balancesOfOwner('customer', customer)).toEqual({ SV_PRINCIPAL: 400 });
  });
});

describe('units that are used', () => {
  const earn = (customerId: string, storeId: string, units: number, lot: Partial<NewLot>) =>
    books.unitOfWork.run((tx) =>
      books.ledger.post(tx, {
        ...aHead('points_earn', storeId),
        legs: [
          {
            debit: ofHouse('PTS_ISSUED', storeId),
            credit: ofCustomer('PTS', customerId),
            ...{ amount: units, lot: { new: 0 } },
          },
        ],
        newLots: [
          {
            ...{ owner: { kind: 'customer', id: customerId }, storeId, validEverywhere: true },
            ...{ units, paidOn: '2026-11-22', ...lot },
          },
        ],
      }),
    );
  const use = (customerId: string, storeId: string, amount: number, bizKey = newId()) =>
    books.unitOfWork.run((tx) =>
      books.ledger.useUnits(tx, {
        ...{ ...aHead('points_redeem', storeId), bizKey, amount },
        from: ofCustomer('PTS', customerId),
        to: ofHouse('PTS_USED', storeId),
      }),
    );

  it('leave the lots that lapse first', async () => {
    const [customer, store] = [newId(), newId()];
    const later = await earn(customer, store, 100, { expiresOn: '2027-12-31' });
    const sooner = await earn(customer, store, 100, { expiresOn: '2026-12-31' });
    await earn(customer, store, 100, { expiresOn: '2026-11-21' });
    const used = await use(customer, store, 150);
    expect(used.parts).toEqual([
      { lotId: sooner.lotIds[0], units: 100 },
      { lotId: later.lotIds[0], units: 50 },
    ]);
    expect(used.left).toBe(150);
    expect(await legsOf(used.entryNo)).toEqual(['PTS -> PTS_USED 100', 'PTS -> PTS_USED 50']);
  });

  it('are refused with what is good that day, also to somebody who has none', async () => {
    const [customer, store] = [newId(), newId()];
    await expect(use(customer, store, 1)).rejects.toMatchObject({ extras: { available: 0 } });
    await earn(customer, store, 100, { expiresOn: '2026-11-21' });
    await earn(customer, store, 30, {});
    await expect(use(customer, store, 31)).rejects.toMatchObject({
      code: 'BALANCE_TOO_LOW',
      extras: { available: 30 },
    });
  });

  it('are used once by two who take the last of them at the same time', async () => {
    const [customer, store] = [newId(), newId()];
    await earn(customer, store, 100, {});
    const both = await Promise.allSettled([use(customer, store, 80), use(customer, store, 80)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await balancesOfOwner('customer', customer)).toEqual({ PTS: 20 });
  });

  it('are told to be used already when the same is asked again', async () => {
    const [customer, store, key] = [newId(), newId(), newId()];
    await earn(customer, store, 100, {});
    await use(customer, store, 80, key);
    await expect(use(customer, store, 80, key)).rejects.toMatchObject({
      code: 'LEDGER_ENTRY_EXISTS',
    });
  });

  it('are not mixed up with a client’s coupons', async () => {
    const [customer, store] = [newId(), newId()];
    await earn(customer, store, 10, {});
    await books.unitOfWork.run((tx) =>
      books.ledger.post(tx, {
        ...aHead('coupon_issue', store),
        legs: [
          {
            debit: ofHouse('CPN_ISSUED', store),
            credit: ofCustomer('CPN', customer),
            ...{ amount: 1, lot: { new: 0 } },
          },
        ],
        newLots: [
          {
            ...{ owner: { kind: 'customer', id: customer }, storeId: store, units: 1 },
            ...{ validEverywhere: true, paidOn: '2026-11-22', expiresOn: '2026-11-23' },
          },
        ],
      }),
    );
    await use(customer, store, 10);
    expect(await balancesOfOwner('customer', customer)).toEqual({ PTS: 0, CPN: 1 });
  });
});
