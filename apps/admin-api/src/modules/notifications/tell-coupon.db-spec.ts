import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import {
  aBirthdaySalon,
  type Automation,
  type BirthdaySalon,
} from '../../../test/support/given/birthdays.js';
import { taken } from '../../../test/support/given/coupons.js';
import {
  COUPON_TEMPLATE,
  aCelebrant,
  arrivedAt,
  choose,
  giveAndTell,
  textsAt,
  type Celebrant,
} from '../../../test/support/given/gifts.js';
import { codeOf } from '../../../test/support/given/index.js';
import { JobWorker, SweepRunner } from '../../platform/jobs/index.js';

type Schemas = components['schemas'];

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let api: TestApi;
let salon: BirthdaySalon;
let automation: Automation;
beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url, { WECHAT_TEMPLATE_COUPON_EXPIRING: COUPON_TEMPLATE });
  salon = await aBirthdaySalon(api);
});
beforeEach(async () => {
  at('10:00');
  await fetch(`${api.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
  await api.unitOfWork.run(async (tx) => {
    await tx.run("UPDATE automation SET state = 'off'");
    await tx.run("UPDATE message SET state = 'withheld' WHERE state = 'to_call'");
    await tx.run(`UPDATE customer SET birthday_calendar = NULL, birthday_year = NULL,
      birthday_month = NULL, birthday_day = NULL, birthday_leap_month = 0`);
  });
  automation = await salon.anAutomation();
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

/** By the salon's wall, two days before the birthday. */
function at(time: string, day = '2026-11-23'): void {
  api.clock.set(new Date(`${day}T${time}:00+08:00`));
}

const work = (): Promise<number> => api.app.get(JobWorker).runDue();

/** Runs what an earlier failure put off, until nothing is left to do. */
async function workLater(times = 1): Promise<void> {
  for (let round = 0; round < times; round += 1) {
    api.clock.advance({ minutes: 20 });
    await work();
  }
}

/** What marketing reads of an automation's messages. */
const messages = (of = automation): Promise<Schemas['AutomationMessagesDto']> =>
  salon.get(salon.tokens.marketing, `/staff/automations/${of.id}/messages`);

/** Each way that was tried and what became of it. */
async function fates(): Promise<string[]> {
  const { items } = await messages();
  return items.flatMap((item) => item.messages.map(({ channel, state }) => `${channel} ${state}`));
}

const calls = async (token = salon.tokens.desk): Promise<Schemas['CallDto'][]> =>
  (await salon.get<Schemas['CallListDto']>(token, '/staff/calls')).items.filter(
    ({ storeId }) => storeId === salon.store.id,
  );

const settle = (id: string, result: 'called' | 'not_reached', token = salon.tokens.desk) =>
  salon.post(token, `/staff/calls/${id}/settle`, { result });

const spoil = (path: string, order: object) => api.control('faults', { path, ...order });
const WECHAT = '/cgi-bin/message/subscribe/send';

const couponOf = async (client: Celebrant): Promise<string> =>
  (await salon.couponsOf(client.id))[0]?.id ?? '';

describe('a client who allowed the message', () => {
  it('is told of her coupon once, and marketing reads what WeChat was given', async () => {
    const client = await aCelebrant(api, salon, { credits: 2, sms: true, calls: true });
    await giveAndTell(api, salon);
    const couponId = await couponOf(client);
    expect(await arrivedAt(api, client.openid)).toMatchObject([
      {
        page: `packages/coupons/detail/index?id=${couponId}`,
        data: {
          thing1: { value: '满减券' },
          thing2: { value: '满300减50' },
          date3: { value: '2026年12月2日' },
          thing4: { value: '生日快乐，送您一份小心意' },
        },
      },
    ]);
    expect(await messages()).toMatchObject({
      counts: [{ channel: 'subscribe', state: 'sent', count: 1 }],
      items: [{ couponId, couponState: 'issued', messages: [{ state: 'sent', reason: null }] }],
    });
    expect(await textsAt(api, client.phone)).toEqual([]);
    expect(await calls()).toEqual([]);
  });

  it('is told once although the job runs again, in two houses', async () => {
    const client = await aCelebrant(api, salon, { credits: 3 });
    const other = await anApi(schema.url, {
      WECHAT_API_ORIGIN: api.sandbox.url,
      WECHAT_TEMPLATE_COUPON_EXPIRING: COUPON_TEMPLATE,
    });
    other.clock.set(api.clock.now());
    await salon.run();
    await Promise.all([work(), other.app.get(JobWorker).runDue(), work()]);
    await api.unitOfWork.run((tx) =>
      tx.run(
        "UPDATE job SET state = 'ready', lease_owner = NULL WHERE queue = 'event.tell-coupon'",
      ),
    );
    await Promise.all([work(), other.app.get(JobWorker).runDue()]);
    expect(await arrivedAt(api, client.openid)).toHaveLength(1);
    expect(await fates()).toEqual(['subscribe sent']);
    await other.close();
  });

  it('is asked after once more where WeChat is busy', async () => {
    const client = await aCelebrant(api, salon, { credits: 1, sms: true });
    await spoil(WECHAT, { kind: 'busy' });
    await giveAndTell(api, salon);
    expect(await fates()).toEqual(['subscribe failed']);
    await workLater();
    expect(await arrivedAt(api, client.openid)).toHaveLength(1);
    expect(await fates()).toEqual(['subscribe sent']);
  });

  it('gets a text where WeChat stays busy, and keeps what she allowed', async () => {
    const client = await aCelebrant(api, salon, { credits: 1, sms: true });
    await spoil(WECHAT, { kind: 'busy', times: 50 });
    await giveAndTell(api, salon);
    await workLater(6);
    expect(await textsAt(api, client.phone)).toHaveLength(1);
    expect(await arrivedAt(api, client.openid)).toEqual([]);
    expect(await fates()).toEqual(['subscribe failed', 'sms sent']);
  });

  it('whose message WeChat did not answer for gets no second one by any way', async () => {
    const client = await aCelebrant(api, salon, { credits: 1, sms: true, calls: true });
    await spoil(WECHAT, { kind: 'drop', afterAccepting: true });
    await giveAndTell(api, salon);
    await workLater(2);
    expect(await fates()).toEqual(['subscribe unknown']);
    expect(await textsAt(api, client.phone)).toEqual([]);
  });
});

describe('a client whom no subscribe message reaches', () => {
  it('gets a text message if she agreed to them', async () => {
    const client = await aCelebrant(api, salon, { sms: true, calls: true });
    await giveAndTell(api, salon);
    expect(await textsAt(api, client.phone)).toEqual([
      expect.stringMatching(/生日快乐，送您一份小心意「满减券」.*2026年12月2日/),
    ]);
    expect(await fates()).toEqual(['subscribe not_allowed', 'sms sent']);
  });

  it('gets one text message where the provider was silent, and no call', async () => {
    const client = await aCelebrant(api, salon, { sms: true, calls: true });
    await spoil('/sms/send', { kind: 'drop', afterAccepting: true });
    await giveAndTell(api, salon);
    await workLater(2);
    expect(await textsAt(api, client.phone)).toHaveLength(1);
    expect(await fates()).toEqual(['subscribe not_allowed', 'sms unknown']);
  });

  it('is called where the provider refuses for as long as it is asked', async () => {
    await aCelebrant(api, salon, { sms: true, calls: true });
    await spoil('/sms/send', { kind: 'busy', times: 50 });
    await giveAndTell(api, salon);
    expect(await fates()).toEqual(['subscribe not_allowed', 'sms failed']);
    await workLater(6);
    expect(await fates()).toEqual(['subscribe not_allowed', 'sms failed', 'call to_call']);
  });

  it('and agreed to nothing is told by none, and the reasons stand there', async () => {
    await aCelebrant(api, salon);
    await giveAndTell(api, salon);
    const { items } = await messages();
    expect(
      items[0]?.messages.map(({ channel, state, reason }) => [channel, state, reason]),
    ).toEqual([
      ['subscribe', 'not_allowed', '顾客没有允许这类消息'],
      ['sms', 'not_allowed', '顾客没有同意接收短信'],
      ['call', 'not_allowed', '顾客没有同意接听电话'],
    ]);
    expect(await calls()).toEqual([]);
  });

  it('is told by the ways of the automation only', async () => {
    await api.unitOfWork.run((tx) => tx.run("UPDATE automation SET state = 'off'"));
    automation = await salon.anAutomation({ bySms: false, byCall: false });
    await aCelebrant(api, salon, { sms: true, calls: true });
    await giveAndTell(api, salon);
    expect(await fates()).toEqual(['subscribe not_allowed']);
  });
});

describe('the list of calls', () => {
  it('holds her until somebody reached her, and says who tried how often', async () => {
    const client = await aCelebrant(api, salon, { calls: true });
    await giveAndTell(api, salon);
    const [call] = (await calls()).filter(({ clientId }) => clientId === client.id);
    expect(call).toMatchObject({ coupon: { words: '满300减50' }, visit: null, tries: 0 });
    const id = call?.id ?? '';
    expect(taken(await settle(id, 'not_reached'))).toEqual({ state: 'to_call', tries: 1 });
    expect(await calls()).toMatchObject([{ id, tries: 1, lastByName: '娜娜' }]);
    expect(taken(await settle(id, 'called'))).toEqual({ state: 'called', tries: 2 });
    expect(await calls()).toEqual([]);
    expect((await messages()).items[0]?.messages.at(-1)).toMatchObject({
      ...{ channel: 'call', state: 'called', tries: 2, doneByName: '娜娜' },
    });
    expect(codeOf(await settle(id, 'called'))).toBe('CALL_SETTLED');
  });

  it('lets her go when she says no, or has used or lost the coupon', async () => {
    const [no, lost, still] = [
      await aCelebrant(api, salon, { calls: true }),
      await aCelebrant(api, salon, { calls: true }),
      await aCelebrant(api, salon, { calls: true }),
    ];
    await giveAndTell(api, salon);
    await choose(api, no.id, { optedOut: true, sms: false, calls: false });
    const revoke = `/staff/coupons/${await couponOf(lost)}/revoke`;
    taken(await salon.post(salon.tokens.marketing, revoke, { reason: '发错了' }));
    expect((await calls()).map(({ clientId }) => clientId)).toEqual([still.id]);
    await api.app.get(SweepRunner).runNow('notifications.calls');
    expect((await fates()).filter((fate) => fate.startsWith('call')).sort()).toEqual([
      ...['call to_call', 'call withheld', 'call withheld'],
    ]);
  });
});

describe('between the gift and the message', () => {
  it('she says no: nothing goes out, and the coupon stays hers', async () => {
    const client = await aCelebrant(api, salon, { credits: 1, sms: true, calls: true });
    await salon.run();
    await choose(api, client.id, { optedOut: true, sms: false, calls: false });
    await work();
    expect(await arrivedAt(api, client.openid)).toEqual([]);
    expect(await textsAt(api, client.phone)).toEqual([]);
    expect((await messages()).items).toMatchObject([
      { couponState: 'issued', messages: [{ state: 'withheld', reason: '顾客不想收到营销' }] },
    ]);
  });

  it('the coupon is taken back: nothing goes out', async () => {
    const client = await aCelebrant(api, salon, { credits: 1 });
    await salon.run();
    const revoke = `/staff/coupons/${await couponOf(client)}/revoke`;
    taken(await salon.post(salon.tokens.marketing, revoke, { reason: '发错了' }));
    await work();
    expect(await arrivedAt(api, client.openid)).toEqual([]);
    expect(await fates()).toEqual(['none withheld']);
  });

  it('it is night: it goes out in the morning, once', async () => {
    const client = await aCelebrant(api, salon, { credits: 2 });
    at('21:30');
    await giveAndTell(api, salon);
    await workLater(2);
    expect(await arrivedAt(api, client.openid)).toEqual([]);
    at('09:00', '2026-11-24');
    await Promise.all([work(), work()]);
    await work();
    expect(await arrivedAt(api, client.openid)).toHaveLength(1);
    const about = 'SELECT channel, state, created_at AS at FROM message WHERE sent_for_id = ?';
    expect(await api.database.rows(about, [automation.id])).toEqual([
      { channel: 'subscribe', state: 'sent', at: new Date('2026-11-24T09:00:00+08:00') },
    ]);
  });
});
