import { newId } from '../../../platform/ids/index.js';
import { ofCustomer, ofHouse, type AccountRef, type Leg, type NewLot } from '../ledger-types.js';
import { aHead, aTopUp, type TestLedger } from './a-ledger.js';

/** A few hours of a salon in which everything happens once: every table has rows of every kind, and all are sealed. */
export async function writeSomeBooks(books: TestLedger): Promise<void> {
  const [store, other] = [newId(), newId()];
  const [ann, bea] = [newId(), newId()];
  await topUps(books, store, ann, bea);
  await spends(books, store, other, ann);
  await holds(books, store, bea);
  await aPackage(books, store);
  books.clock.advance({ hours: 2 });
  await books.seals.run();
  await books.unitOfWork.run((tx) =>
    books.ledger.moveLots(tx, { ...aHead('transfer', store), from: ann, to: bea }),
  );
  await books.unitOfWork.run((tx) => books.ledger.post(tx, aFee(store, 7)));
  books.clock.advance({ hours: 2 });
  await books.seals.run();
}

async function topUps(
  { unitOfWork, ledger, clock }: TestLedger,
  store: string,
  ann: string,
  bea: string,
): Promise<void> {
  const lot: Partial<NewLot> = { paymentId: 'WX1', listPriceFen: 120_000, expiresOn: '2027-11-22' };
  const orders = ['proportional', 'bonus_first', 'principal_first'] as const;
  for (const spendOrder of orders) {
    const entry = {
      ...aTopUp(ann, store, 100_000, 20_000, { ...lot, spendOrder }),
      meta: { title: '充 1000 送 200' },
    };
    await unitOfWork.run((tx) => ledger.post(tx, entry));
    clock.advance({ minutes: 1 });
  }
  await unitOfWork.run((tx) => ledger.post(tx, aTopUp(bea, store, 50_000)));
}

async function spends(
  { unitOfWork, ledger, clock }: TestLedger,
  store: string,
  other: string,
  ann: string,
): Promise<void> {
  for (const atStoreId of [store, other, store]) {
    const spent = await unitOfWork.run((tx) =>
      ledger.spend(tx, {
        ...aHead('spend', atStoreId),
        ...{ customerId: ann, amountFen: 33_333, atStoreId, to: ofHouse('REV_SERVICE', atStoreId) },
      }),
    );
    clock.advance({ minutes: 1 });
    if (atStoreId === other) {
      await unitOfWork.run((tx) =>
        ledger.reverse(tx, { ...aHead('reversal', other), txId: spent.txId, shortfall: 'refuse' }),
      );
    }
  }
}

async function holds(
  { unitOfWork, ledger }: TestLedger,
  store: string,
  bea: string,
): Promise<void> {
  const account = ofCustomer('SV_PRINCIPAL', bea);
  const ids: number[] = [];
  for (const amount of [100, 200, 300]) {
    const { holdIds } = await unitOfWork.run((tx) =>
      ledger.hold(tx, { ...aHead('hold', store), holds: [{ account, amount, bizKey: newId() }] }),
    );
    ids.push(...holdIds);
  }
  const [first = 0, second = 0] = ids;
  await unitOfWork.run((tx) =>
    ledger.releaseHold(tx, { ...aHead('hold_release', store), holdIds: [first] }),
  );
  const [lot] = (await unitOfWork.run((tx) => ledger.post(tx, aTopUp(bea, store, 200)))).lotIds;
  const leg: Leg = {
    debit: account,
    credit: ofHouse('REFUND_PAYABLE', store),
    amount: 200,
    lot: { id: lot ?? 0 },
  };
  await unitOfWork.run((tx) =>
    ledger.captureHold(tx, { ...aHead('refund_approve', store), holdIds: [second], legs: [leg] }),
  );
}

async function aPackage({ unitOfWork, ledger }: TestLedger, store: string): Promise<void> {
  const id = newId();
  const of = (code: AccountRef['code']): AccountRef => ({ code, ownerId: id });
  const put = { lot: { new: 0 } };
  const { lotIds } = await unitOfWork.run((tx) =>
    ledger.post(tx, {
      ...aHead('package_sale', store),
      legs: [
        {
          debit: ofHouse('CASH_CLEARING', store),
          credit: of('PKG_DEFERRED'),
          amount: 200_000,
          ...put,
        },
        { debit: ofHouse('SES_ISSUED', store), credit: of('SES_AVAIL'), amount: 10, ...put },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'package', id }, storeId: store, validEverywhere: false },
          ...{ principalFen: 200_000, units: 10, unitValueFen: 20_000, paidOn: '2026-11-22' },
        },
      ],
    }),
  );
  const lot = { id: lotIds[0] ?? 0 };
  await unitOfWork.run((tx) =>
    ledger.post(tx, {
      ...aHead('session_reserve', store),
      legs: [{ debit: of('SES_AVAIL'), credit: of('SES_RESERVED'), amount: 1, lot }],
    }),
  );
  await unitOfWork.run((tx) =>
    ledger.post(tx, {
      ...aHead('session_redeem', store),
      legs: [
        { debit: of('SES_RESERVED'), credit: ofHouse('SES_USED', store), amount: 1, lot },
        { debit: of('PKG_DEFERRED'), credit: ofHouse('REV_SERVICE', store), amount: 20_000, lot },
      ],
    }),
  );
}

/** What WeChat keeps of a payment: an entry of the house alone. */
export const aFee = (store: string, amount: number) => ({
  ...aHead('fee', store),
  legs: [{ debit: ofHouse('EXP_WX_FEE', store), credit: ofHouse('WX_CLEARING', store), amount }],
});
