import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger, ofCustomer, ofHouse } from '../../../src/modules/ledger/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { aStore, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';

let schema: FreshSchema;
let api: TestApi;
let storeId: string;
let finance: string;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  storeId = (await aStore(api)).id;
  finance = await aStaffToken(api, ['finance'], [storeId]);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

/** A client who paid 1000 and got 200 on top; the number of the entry. */
async function aTopUp(store: string): Promise<{ entryNo: string; customerId: string }> {
  const [ledger, unitOfWork] = [api.app.get(Ledger), api.app.get(UnitOfWork)];
  const customerId = newId();
  const put = { lot: { new: 0 } };
  const { entryNo } = await unitOfWork.run((tx) =>
    ledger.post(tx, {
      ...{ kind: 'top_up', bizKey: newId(), storeId: store, effectiveOn: '2026-11-22' },
      actor: { kind: 'client', id: customerId },
      meta: { title: '充 1000 送 200', nested: { hidden: 1 } },
      legs: [
        {
          debit: ofHouse('WX_CLEARING', store),
          credit: ofCustomer('SV_PRINCIPAL', customerId),
          amount: 100_000,
          ...put,
        },
        {
          debit: ofHouse('BONUS_FUNDING', store),
          credit: ofCustomer('SV_BONUS', customerId),
          amount: 20_000,
          ...put,
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: customerId }, storeId: store, validEverywhere: true },
          ...{ principalFen: 100_000, bonusFen: 20_000, paidOn: '2026-11-22' },
        },
      ],
    }),
  );
  return { entryNo, customerId };
}

const get = (path: string, token = finance) => api.call(path, { token });

describe('the books, for those who keep them', () => {
  it('open an entry by its number: what moved, the balance it led to, and what it tells of itself', async () => {
    const { entryNo, customerId } = await aTopUp(storeId);
    const { status, body } = await get(`/staff/ledger/transactions/${entryNo}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ entryNo, kind: 'top_up', kindName: '储值充值', storeId, sealNo: null },
      about: [{ name: 'title', value: '充 1000 送 200' }],
      postings: [
        {
          debit: { code: 'WX_CLEARING', storeId, ownerId: null },
          credit: { code: 'SV_PRINCIPAL', ownerId: customerId, storeId: null },
          ...{ amount: 100_000, debitLine: null, creditLine: { seq: 1, balanceAfter: 100_000 } },
        },
        { amount: 20_000, creditLine: { seq: 1, balanceAfter: 20_000 } },
      ],
    });
    expect(JSON.stringify(body)).not.toContain('hidden');
  });

  it('keep the entries of a store that is not hers to themselves', async () => {
    const other = await aTopUp((await aStore(api)).id);
    expect(codeOf(await get(`/staff/ledger/transactions/${other.entryNo}`))).toBe(
      'LEDGER_TX_NOT_FOUND',
    );
    expect(codeOf(await get(`/staff/ledger/transactions/${newId()}`))).toBe('LEDGER_TX_NOT_FOUND');
  });

  it('say what is owed of what her stores sold', async () => {
    const store = (await aStore(api)).id;
    const token = await aStaffToken(api, ['owner'], [store]);
    await aTopUp(store);
    await aTopUp(storeId);
    const { body } = await get('/staff/ledger/liability', token);
    expect(body).toMatchObject({
      stores: [{ storeId: store, principalFen: 100_000, bonusFen: 20_000, packageFen: 0 }],
    });
  });

  it('are verified on request, and a row that was touched is named', async () => {
    await aTopUp(storeId);
    const { body } = await get('/staff/ledger/verify');
    expect(body).toMatchObject({ ok: true, firstBadRow: null });
    expect((body as { checked: { lines: number } }).checked.lines).toBeGreaterThan(1);
    await api.app
      .get(UnitOfWork)
      .run((tx) =>
        tx.run('UPDATE ledger_account SET balance = balance + 1 WHERE code = ? LIMIT 1', [
          'SV_BONUS',
        ]),
      );
    const again = await get('/staff/ledger/verify');
    expect(again.body).toMatchObject({ ok: false, firstBadRow: { table: 'ledger_account' } });
  });

  it('are closed to the desk', async () => {
    const desk = await aStaffToken(api, ['desk'], [storeId]);
    for (const path of ['verify', 'liability', `transactions/${newId()}`])
      expect(codeOf(await get(`/staff/ledger/${path}`, desk))).toBe('FORBIDDEN');
  });
});
