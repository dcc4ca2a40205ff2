import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { UseCoupon } from '../../../src/modules/coupons/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aCouponSalon, taken, type Coupon, type CouponSalon } from '../../support/given/coupons.js';
import { MONDAY_TEN, TODAY, aKey, codeOf, tally } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

type Schemas = components['schemas'];
type Offer = Schemas['CouponOfferDto'];

let api: TestApi;
let salon: CouponSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  salon = await aCouponSalon(api);
});
afterAll(() => api.close());
beforeEach(() => api.clock.set(MONDAY_TEN));

interface Phone {
  readonly id: string;
  readonly token: string;
}

const claim = ({ token }: Phone, templateId: string, key?: string) =>
  salon.post(token, `/client/coupon-offers/${templateId}/claim`, {}, key);
const offerOf = async ({ token }: Phone, templateId: string): Promise<Offer | undefined> =>
  (await salon.get<{ items: Offer[] }>(token, '/client/coupon-offers')).items.find(
    (offer) => offer.templateId === templateId,
  );
const shelf = ({ token }: Phone, state: string) =>
  salon.get<Schemas['CouponListDto']>(token, `/client/coupons?state=${state}`);

describe('the page where coupons are taken', () => {
  it('shows what is left, for everybody and for her', async () => {
    const { id } = await salon.aTemplate({ quota: 2, perClientCap: 1 });
    const [first, second, late] = [await aClient(api), await aClient(api), await aClient(api)];
    expect(await offerOf(first, id)).toMatchObject({ left: 2, mayTake: 1, taken: false });
    const coupon = taken<Coupon>(await claim(first, id));
    expect(coupon).toMatchObject({ source: 'claim', faceValue: '50', faceUnit: '元' });
    expect(await offerOf(first, id)).toMatchObject({ left: 1, mayTake: 0, taken: true });
    expect(codeOf(await claim(first, id))).toBe('COUPON_CAP_REACHED');
    taken(await claim(second, id));
    expect(codeOf(await claim(late, id))).toBe('COUPON_SOLD_OUT');
  });

  it('leaves out what is not for taking, and gives none of it', async () => {
    const client = await aClient(api);
    const hidden = [
      await salon.aTemplate({ claimable: false }),
      await salon.aTemplate({ state: 'draft' }),
      await salon.aTemplate({ state: 'off' }),
    ];
    for (const { id } of hidden) {
      expect(await offerOf(client, id)).toBeUndefined();
      expect(codeOf(await claim(client, id))).toBe('COUPON_NOT_OFFERED');
    }
    expect(codeOf(await claim(client, newId()))).toBe('COUPON_TEMPLATE_NOT_FOUND');
  });

  it('asks for a key, and is not for taking again and again', async () => {
    const { id } = await salon.aTemplate();
    const client = await aClient(api);
    const bare = await api.call(`/client/coupon-offers/${id}/claim`, {
      ...{ token: client.token, body: {} },
    });
    expect(codeOf(bare)).toBe('IDEMPOTENCY_KEY_REQUIRED');
    // As a proxy hands it on: this machine by itself would be let off easily.
    const eager = await aClient(api);
    const answers = [];
    for (let turn = 0; turn < 25; turn += 1)
      answers.push(
        await api.call(`/client/coupon-offers/${id}/claim`, {
          ...{ token: eager.token, body: {} },
          headers: { 'idempotency-key': aKey(), 'x-forwarded-for': '10.3.0.5' },
        }),
      );
    expect(tally(answers)).toEqual({ 201: 20, RATE_LIMITED: 5 });
  });
});

describe('a client’s coupons', () => {
  it('lie in three places: to use, used, over', async () => {
    const client = await aClient(api);
    const [long, short] = [await salon.aTemplate(), await salon.aTemplate({ validDays: 1 })];
    const [kept, spent] = [
      await salon.give(long.id, client.id),
      await salon.give(long.id, client.id),
    ];
    const over = await salon.give(short.id, client.id);
    await api.unitOfWork.run((tx) =>
      api.app.get(UseCoupon, { strict: false }).execute(tx, {
        ...{ couponId: spent.id, customerId: client.id, billId: newId(), on: TODAY },
        ...{ storeId: salon.store.id, savedFen: 5_000 },
        by: { kind: 'system', id: 'test', name: '系统' },
      }),
    );
    const first = await shelf(client, 'usable');
    expect(first.items.map(({ id }) => id)).toEqual([over.id, kept.id]);
    expect(first.counts).toEqual({ usable: 2, used: 1, expired: 0 });
    const wallet = await salon.get<Schemas['WalletDto']>(client.token, '/client/wallet');
    expect(wallet.coupons).toEqual([
      { id: over.id, name: '满减券', words: '满300减50', expiresOn: TODAY },
      { id: kept.id, name: '满减券', words: '满300减50', expiresOn: '2026-12-22' },
    ]);
    api.clock.advance({ days: 1 });
    const again = await salon.get<Schemas['CouponListDto']>(
      ...([(await signedInAgain(client)).token, '/client/coupons?state=expired'] as const),
    );
    expect(again.items.map(({ id }) => id)).toEqual([over.id]);
    expect(again.counts).toEqual({ usable: 1, used: 1, expired: 1 });
  });

  it('tell how and where they are good, to her alone', async () => {
    const client = await aClient(api);
    const { id } = await salon.give((await salon.aTemplate({ note: '周末可用' })).id, client.id);
    const coupon = await salon.get<Coupon>(client.token, `/client/coupons/${id}`);
    expect(coupon).toMatchObject({ id, note: '周末可用', validFrom: TODAY, state: 'issued' });
    expect(coupon.stores.map((store) => store.id).sort()).toEqual(
      [salon.store.id, salon.other.id].sort(),
    );
    const stranger = await aClient(api);
    const answer = await api.call(`/client/coupons/${id}`, { token: stranger.token });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'COUPON_NOT_FOUND']);
  });
});

/** A day later a session may be over: signing in again costs nothing. */
async function signedInAgain({ openid }: { readonly openid: string }): Promise<Phone> {
  return aClient(api, openid);
}
