import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  aCouponSalon,
  signIn,
  taken,
  type CouponBatch,
  type CouponSalon,
} from '../../support/given/coupons.js';
import { aKey, aStore, codeOf } from '../../support/given/index.js';

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
afterAll(() => api.close());

const give = (token: string, templateId: string, clientIds: readonly string[], more = {}) =>
  salon.post(token, '/staff/coupons', {
    ...{ templateId, storeId: salon.store.id, clientIds },
    ...more,
  });

describe('coupons given by hand', () => {
  it('tell of each client what became of her', async () => {
    const { id } = await salon.aTemplate({ perClientCap: 1 });
    const [first, second] = [await salon.aFile(), await salon.aFile()];
    await salon.give(id, first);
    const stranger = newId();
    const batch = taken<CouponBatch>(
      await give(salon.tokens.marketing, id, [first, second, stranger]),
    );
    expect(batch).toMatchObject({ state: 'done', total: 3, issued: 1, refused: 2 });
    expect(batch.rows.map(({ clientId, code }) => [clientId, code])).toEqual([
      [first, 'COUPON_CAP_REACHED'],
      [second, null],
      [stranger, 'CLIENT_NOT_FOUND'],
    ]);
    expect(batch.rows[0]?.message).toMatch(/每人/);
    const [coupon] = await salon.couponsOf(second);
    expect(coupon).toMatchObject({
      ...{ source: 'hand', state: 'issued', words: '满300减50', templateId: id },
      changes: [{ action: 'issue', byName: '娜娜' }],
    });
  });

  it('to a long list are given by a job, once each however often it runs', async () => {
    const { id } = await salon.aTemplate();
    const clients = await Promise.all(Array.from({ length: 25 }, () => salon.aFile()));
    const key = aKey();
    const wish = { templateId: id, storeId: salon.store.id, clientIds: clients };
    const send = () => salon.post(salon.tokens.marketing, '/staff/coupons', wish, key);
    const begun = taken<CouponBatch>(await send());
    expect(begun).toMatchObject({ state: 'running', issued: 0, total: 25 });
    await api.app.get(JobWorker).runDue();
    expect(taken<CouponBatch>(await send())).toMatchObject({
      ...{ id: begun.id, state: 'done', issued: 25, refused: 0 },
    });
    await api.app.get(JobWorker).runDue();
    const path = `/staff/coupon-batches/${begun.id}`;
    expect(await salon.get(salon.tokens.desk, path)).toMatchObject({ issued: 25 });
    const elsewhere = await signIn(api, 'marketing', [(await aStore(api)).id]);
    expect((await api.call(path, { token: elsewhere })).status).toBe(404);
  });

  it('are given by the desk only where the template is meant for it', async () => {
    const [forDesk, notForDesk] = [
      await salon.aTemplate(),
      await salon.aTemplate({ atDesk: false }),
    ];
    const client = await salon.aFile();
    taken(await give(salon.tokens.desk, forDesk.id, [client]));
    const refused = await give(salon.tokens.desk, notForDesk.id, [client]);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'COUPON_NOT_AT_DESK']);
    taken(await give(salon.tokens.manager, notForDesk.id, [client]));
    const finance = await give(salon.tokens.finance, forDesk.id, [client]);
    expect([finance.status, codeOf(finance)]).toEqual([403, 'FORBIDDEN']);
  });

  it('name a store of the giver, and a template that is being given', async () => {
    const { id } = await salon.aTemplate();
    const client = await salon.aFile();
    const storeId = (await aStore(api)).id;
    const wrong = await give(salon.tokens.manager, id, [client], { storeId });
    expect([wrong.status, codeOf(wrong)]).toEqual([403, 'WRONG_STORE']);
    const off = await salon.aTemplate({ state: 'off' });
    const answer = await give(salon.tokens.manager, off.id, [client]);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'COUPON_NOT_OFFERED']);
    const unknown = await give(salon.tokens.manager, newId(), [client]);
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'COUPON_TEMPLATE_NOT_FOUND']);
  });
});

describe('a coupon given by mistake', () => {
  const revoke = (token: string, id: string, body: object = { reason: '发错人了' }) =>
    salon.post(token, `/staff/coupons/${id}/revoke`, body);

  it('is taken back once, with a reason, by who may', async () => {
    const { id: templateId } = await salon.aTemplate();
    const client = await salon.aFile();
    const { id } = await salon.give(templateId, client);
    expect((await revoke(salon.tokens.desk, id)).status).toBe(403);
    expect((await revoke(salon.tokens.marketing, id, { reason: '  ' })).status).toBe(400);
    const elsewhere = await signIn(api, 'manager', [(await aStore(api)).id]);
    expect(codeOf(await revoke(elsewhere, id))).toBe('COUPON_NOT_FOUND');
    expect(taken(await revoke(salon.tokens.marketing, id))).toMatchObject({
      ...{ state: 'revoked', changes: [{}, { action: 'revoke', reason: '发错人了' }] },
    });
    expect(codeOf(await revoke(salon.tokens.marketing, id))).toBe('COUPON_STATE');
    expect(codeOf(await revoke(salon.tokens.marketing, newId()))).toBe('COUPON_NOT_FOUND');
    const units = await api.database.row<{ balance: unknown }>(
      `SELECT balance FROM ledger_account WHERE code = 'CPN' AND owner_id = ?`,
      [client],
    );
    expect(Number(units?.balance)).toBe(0);
  });
});
