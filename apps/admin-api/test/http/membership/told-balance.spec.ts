import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { anApi } from '../../support/an-api.js';
import { TEMPLATES } from '@yance/wechat-sandbox';
import { aCounterAt, yuan, type Counter, type Member, type Spend } from './a-counter.js';

const TEMPLATE = TEMPLATES.balanceChanged.id;

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let counter: Counter;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounterAt(
    await anApi(schema.url, { WECHAT_TEMPLATE_BALANCE_CHANGED: TEMPLATE }),
  );
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

/** She taps "allow" on the phone, which tells WeChat and us. */
async function allow(member: Member): Promise<void> {
  const { api } = counter;
  await api.control('subscribe', {
    ...{ openid: member.openid, templateId: TEMPLATE, result: 'accept' },
  });
  const results = [{ templateId: TEMPLATE, result: 'accept' }];
  await counter.post(member, '/client/subscriptions', { results });
}

async function arrived(member: Member): Promise<{ page: string; data: object }[]> {
  const { items } = await counter.api.control(`messages?openid=${member.openid}`);
  return items as { page: string; data: object }[];
}

async function creditsOf(member: Member): Promise<unknown> {
  const { items } = await counter.get<{ items: { kind: string; credits: number }[] }>(
    member,
    '/client/message-templates',
  );
  return items.find(({ kind }) => kind === 'balance')?.credits;
}

const work = () => counter.api.app.get(JobWorker).runDue();

describe('a deduction at the desk', () => {
  it('is told to the client who allowed it, once for each consent', async () => {
    const member = await counter.aMember();
    await allow(member);
    expect(await creditsOf(member)).toBe(1);
    expect((await counter.charge(member.id, yuan(128))).status).toBe(201);
    expect((await counter.charge(member.id, 1)).status).toBe(201);
    await work();
    expect(await arrived(member)).toMatchObject([
      {
        page: 'packages/wallet/statement/index',
        data: {
          thing1: { value: '面部护理' },
          phrase2: { value: '储值扣款' },
          amount3: { value: expect.stringMatching(/^¥(128|0\.01)$/) },
          amount4: { value: '¥1071.99' },
          time5: { value: '2026年11月23日 10:00' },
        },
      },
    ]);
    expect(await creditsOf(member)).toBe(0);
  });

  it('is told again when it was undone', async () => {
    const member = await counter.aMember();
    await allow(member);
    await allow(member);
    const spend = (await counter.charge(member.id, yuan(50))).body as Spend;
    await work();
    await counter.post(counter.manager, `/staff/spends/${spend.id}/reverse`, { reason: '扣错人' });
    await work();
    const types = (await arrived(member)).map(
      ({ data }) => (data as { phrase2: { value: string } }).phrase2.value,
    );
    expect(types.sort()).toEqual(['储值扣款', '扣款退回'].sort());
  });

  it('stands in the way of nothing where she allowed no message', async () => {
    const member = await counter.aMember();
    expect((await counter.charge(member.id, yuan(10))).status).toBe(201);
    await work();
    expect(await arrived(member)).toEqual([]);
    const rows = await counter.api.database.rows<{ kind: string; state: string }>(
      'SELECT kind, state FROM message WHERE customer_id = ?',
      [member.id],
    );
    expect(rows).toEqual([{ kind: 'balance_spent', state: 'not_allowed' }]);
  });
});

describe('the templates that a phone may ask for', () => {
  it('are at most three for an occasion, and name the one for payments', async () => {
    const member = await counter.aMember();
    const { items } = await counter.get<{ items: { occasion: string; templateId: string }[] }>(
      member,
      '/client/message-templates',
    );
    const of = (occasion: string) => items.filter((item) => item.occasion === occasion);
    expect(of('booking')).toHaveLength(3);
    expect(of('payment')).toMatchObject([{ templateId: TEMPLATE, title: '余额变动提醒' }]);
  });
});
