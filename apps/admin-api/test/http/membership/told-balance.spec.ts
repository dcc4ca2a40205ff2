import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { anApi } from '../../support/an-api.js';
import { TEMPLATES } from '@yance/wechat-sandbox';
import { PASSWORD } from '../../support/people.js';
import {
  aCounterAt,
  aKey,
  payTopUp,
  startTopUp,
  yuan,
  type Counter,
  type Member,
  type Refund,
  type Spend,
  type TopUp,
} from './a-counter.js';
import { aCardDeskAt, type CardDesk, type SessionUse } from './a-card-desk.js';

const TEMPLATE = TEMPLATES.balanceChanged.id;
const SESSION_TEMPLATE = TEMPLATES.sessionUsed.id;

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let counter: Counter;
let cards: CardDesk;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounterAt(
    await anApi(schema.url, {
      WECHAT_TEMPLATE_BALANCE_CHANGED: TEMPLATE,
      WECHAT_TEMPLATE_SESSION_USED: SESSION_TEMPLATE,
    }),
  );
  cards = await aCardDeskAt(counter);
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

/** Somebody with a phone. */
type Reached = Pick<Member, 'openid' | 'token'>;

/** She taps "allow" on the phone, which tells WeChat and us. */
async function allow(member: Reached, templateId = TEMPLATE): Promise<void> {
  const { api } = counter;
  await api.control('subscribe', {
    ...{ openid: member.openid, templateId, result: 'accept' },
  });
  const results = [{ templateId, result: 'accept' }];
  await counter.post(member, '/client/subscriptions', { results });
}

async function arrived(member: Reached): Promise<{ page: string; data: object }[]> {
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

/** A member who is told of what comes from now on, for each consent once. */
async function aListener(consents = 1): Promise<Member> {
  const member = await counter.aMember();
  await work();
  for (let given = 0; given < consents; given += 1) await allow(member);
  return member;
}

/** Of each message that arrived, oldest first: kind, what it was for, amount and balance. */
async function newsOf(member: Member): Promise<string[]> {
  const messages = await arrived(member);
  return messages.reverse().map(({ data }) => {
    const fields = data as Record<string, { value: string }>;
    return ['phrase2', 'thing1', 'amount3', 'amount4'].map((name) => fields[name]?.value).join(' ');
  });
}

describe('a deduction at the desk', () => {
  it('is told to the client who allowed it, once for each consent', async () => {
    const member = await aListener();
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
    const member = await aListener(2);
    const spend = (await counter.charge(member.id, yuan(50))).body as Spend;
    await work();
    await counter.post(counter.manager, `/staff/spends/${spend.id}/reverse`, { reason: '扣错人' });
    await work();
    expect(await newsOf(member)).toEqual([
      '储值扣款 面部护理 ¥50 ¥1150',
      '扣款退回 面部护理 ¥50 ¥1200',
    ]);
  });

  it('stands in the way of nothing where she allowed no message', async () => {
    const member = await counter.aMember();
    expect((await counter.charge(member.id, yuan(10))).status).toBe(201);
    await work();
    expect(await arrived(member)).toEqual([]);
    const rows = await counter.api.database.rows<{ kind: string; state: string }>(
      'SELECT kind, state FROM message WHERE customer_id = ? ORDER BY kind',
      [member.id],
    );
    expect(rows).toEqual([
      { kind: 'balance_credited', state: 'not_allowed' },
      { kind: 'balance_spent', state: 'not_allowed' },
    ]);
  });
});

describe('a sale at the desk', () => {
  it('is told, and told again when it was undone', async () => {
    const member = await aListener(2);
    const topUp = (await counter.sell(member.id, member.plan.id)).body as TopUp;
    await work();
    const path = `/staff/top-ups/${topUp.id}/reverse`;
    expect((await counter.post(counter.manager, path, { reason: '录错了' })).status).toBe(200);
    await work();
    expect(await newsOf(member)).toEqual([
      '充值到账 充1000送200 ¥1000 ¥2400',
      '充值冲正 充1000送200 ¥1000 ¥1200',
    ]);
  });

  it('is her own doing where she paid on the phone, and not told', async () => {
    const member = await aListener();
    const started = await startTopUp(counter, member, { planId: member.plan.id });
    await payTopUp(counter, member, started);
    await work();
    expect(await arrived(member)).toEqual([]);
  });
});

describe('a transfer', () => {
  it('is told to both, each with her own balance', async () => {
    const [giver, taker] = [await aListener(), await aListener()];
    const { code } = await counter.get<{ code: string }>(giver, '/client/member-code');
    const answer = await counter.post(counter.desk, `/staff/clients/${giver.id}/transfers`, {
      ...{ storeId: counter.store.id, toClientId: taker.id, amountFen: yuan(600) },
      ...{ reason: '送给妹妹', code, password: PASSWORD },
    });
    expect(answer.status).toBe(201);
    await work();
    expect(await newsOf(giver)).toEqual(['转赠送出 储值转赠 ¥600 ¥600']);
    expect(await newsOf(taker)).toEqual(['收到转赠 储值转赠 ¥600 ¥1800']);
  });
});

describe('a refund', () => {
  it('is told when its money is back, not when it was asked for or agreed to', async () => {
    const member = await aListener();
    const wish = { cause: 'own_reason', amountFen: yuan(1000), reason: '搬家了' };
    const refund = (await counter.post(member, '/client/wallet/refunds', wish)).body as Refund;
    const path = `/staff/stored-value-refunds/${refund.id}`;
    await counter.post(counter.manager, `${path}/approve`);
    await work();
    expect(await arrived(member)).toEqual([]);
    const payout = { way: 'bank_transfer', reference: '工行 20261123-01' };
    const paid = await counter.post(counter.finance, `${path}/items/1/pay-out`, payout);
    expect(paid.status).toBe(200);
    await work();
    expect(await newsOf(member)).toEqual(['退款到账 储值退款 ¥1000 ¥0']);
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
    expect(of('payment')).toMatchObject([
      { templateId: TEMPLATE, title: '余额变动提醒' },
      { templateId: SESSION_TEMPLATE, title: '次卡核销提醒' },
    ]);
  });
});

describe('a session of a card', () => {
  const use = (clientId: string, useSession: string) =>
    counter.post(counter.desk, `/staff/clients/${clientId}/session-uses`, {
      ...{ storeId: counter.store.id, serviceId: cards.salon.serviceId, useSession },
      slipNo: aKey().slice(0, 20),
    });
  const linesOf = async (member: Reached) =>
    (await arrived(member)).reverse().map(({ data }) => {
      const fields = data as Record<string, { value: string }>;
      return ['phrase2', 'thing3', 'time4'].map((name) => fields[name]?.value).join(' ');
    });

  it('that was used is told with what is left of it, and so is one that was given back', async () => {
    const holder = await cards.aHolder();
    await allow(holder, SESSION_TEMPLATE);
    await allow(holder, SESSION_TEMPLATE);
    const used = (await use(holder.id, holder.itemId)).body as SessionUse;
    await work();
    const undo = { reason: '点错了' };
    await counter.post(counter.manager, `/staff/session-uses/${used.id}/reverse`, undo);
    await work();
    expect(await linesOf(holder)).toEqual([
      '已核销 还剩 11 次 2026年11月23日 10:00',
      '已退回 还剩 12 次 2026年11月23日 10:00',
    ]);
    expect(await arrived(holder)).toMatchObject([
      { page: `packages/cards/detail/index?id=${holder.pack.id}` },
      { page: `packages/cards/detail/index?id=${holder.pack.id}` },
    ]);
  });

  it('by time is told until when it can be used, and no amount of money', async () => {
    const kind = { kind: 'time', name: '月卡', priceFen: yuan(300), validDays: 30, usesPerDay: 1 };
    const items = [cards.item({ sessions: 0, giftSessions: 0, listPriceFen: yuan(600) })];
    const holder = await cards.aHolder({ ...kind, items });
    await allow(holder, SESSION_TEMPLATE);
    expect((await use(holder.id, holder.itemId)).status).toBe(201);
    await work();
    const [line] = await linesOf(holder);
    expect(line).toMatch(/^已核销 有效期至2026年12月\d+日 /);
    expect(line).not.toContain('¥');
  });
});
