import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStore, codeOf, tally } from '../../support/given/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import {
  aClerk,
  aCounter,
  aKey,
  rawValue,
  untilTaken,
  yuan,
  type Clerk,
  type Counter,
  type Member,
  type Spend,
} from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

const codeFor = async (client: { token: string }): Promise<string> =>
  (await counter.get<{ code: string }>(client, '/client/member-code')).code;
const byCode = async (member: Member, amountFen: number, code?: string) =>
  counter.charge(member.id, amountFen, {
    slipNo: undefined,
    code: code ?? (await codeFor(member)),
  });
const refusal = (answer: { status: number; body: unknown }) => [
  answer.status,
  codeOf(answer as never),
];

describe('a sale at the desk', () => {
  it('is there at once, with the contract to be signed on the phone or the number of the slip', async () => {
    const member = await counter.aMember();
    expect(member.topUp).toMatchObject({
      state: 'paid',
      tender: 'cash',
      contractState: 'unsigned',
    });
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ principalFen: yuan(1000), bonusFen: yuan(200), roomFen: yuan(4000) },
    });
    const card = { tender: 'bank_card', reference: 'POS-778', slipNo: 'HT-1' };
    const answer = await counter.sell(member.id, member.plan.id, card);
    expect(answer.body).toMatchObject({ reference: 'POS-778', contractState: 'on_paper' });
  });

  it('by bank card needs the number of the terminal', async () => {
    const client = await aClient(counter.api);
    const plan = await counter.aPlan();
    const answer = await counter.sell(client.id, plan.id, { tender: 'bank_card' });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'reference' }] } });
  });

  it('fills a card to its cap and not beyond, however many desks sell at once', async () => {
    const client = await aClient(counter.api);
    const plan = await counter.aPlan();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => counter.sell(client.id, plan.id)),
    );
    expect(tally(answers)).toEqual({ '201': 5, CARD_CAP_EXCEEDED: 7 });
    expect(await counter.wallet(client.id)).toMatchObject({ principalFen: yuan(5000), roomFen: 0 });
  });

  it('is made once for a key', async () => {
    const client = await aClient(counter.api);
    const plan = await counter.aPlan();
    const [path, key] = [`/staff/clients/${client.id}/top-ups`, aKey()];
    const body = { storeId: counter.store.id, planId: plan.id, tender: 'cash' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => counter.post(counter.desk, path, body, key)),
    );
    expect(tally(answers)).toEqual({ '201': 20 });
    const other = await counter.post(
      counter.desk,
      path,
      { ...body, tender: 'bank_card', reference: 'A1' },
      key,
    );
    expect(refusal(other)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await counter.wallet(client.id)).toMatchObject({ principalFen: yuan(1000) });
  });

  it('is undone by its mirror on its own day, and what was used already is owed', async () => {
    const member = await counter.aMember();
    await counter.charge(member.id, yuan(300));
    const path = `/staff/top-ups/${member.topUp.id}/reverse`;
    const reason = { reason: '选错了方案' };
    expect(refusal(await counter.post(counter.desk, path, reason))).toEqual([403, 'FORBIDDEN']);
    const done = await counter.post(counter.manager, path, reason);
    expect(done).toMatchObject({ status: 200 });
    const wallet = await counter.wallet(member.id);
    expect(wallet).toMatchObject({ principalFen: 0, bonusFen: 0 });
    expect(wallet.owedFen).toBe((done.body as { owedFen: number }).owedFen);
    expect(wallet.owedFen).toBeGreaterThan(0);
    expect(refusal(await counter.post(counter.manager, path, reason))).toEqual([
      409,
      'TOP_UP_STATE',
    ]);
  });

  it('is not undone on a later day unless the house allows it', async () => {
    const member = await counter.aMember();
    await counter.later({ days: 1 });
    const path = `/staff/top-ups/${member.topUp.id}/reverse`;
    const late = await counter.post(counter.manager, path, { reason: '昨天收错' });
    expect(refusal(late)).toEqual([409, 'REVERSAL_TOO_LATE']);
  });

  it('is found among those of its client, and of nobody else', async () => {
    const [one, other] = [await counter.aMember(), await counter.aMember()];
    await counter.sell(one.id, one.plan.id);
    const list = await counter.get<{ items: { customerId: string }[] }>(
      counter.desk,
      `/staff/top-ups?storeId=${counter.store.id}&customerId=${one.id}`,
    );
    expect(list.items.map(({ customerId }) => customerId)).toEqual([one.id, one.id]);
    expect(list.items).not.toContainEqual(expect.objectContaining({ customerId: other.id }));
  });

  it('and its wallet are of the stores of whoever asks', async () => {
    const member = await counter.aMember();
    const elsewhere = (await aStore(counter.api)).id;
    const manager = await aClerk(counter.api, 'manager', [elsewhere]);
    const path = `/staff/top-ups/${member.topUp.id}`;
    expect((await counter.api.call(path, { token: manager.token })).status).toBe(404);
    const undo = await counter.post(manager, `${path}/reverse`, { reason: '不是我们的' });
    expect(refusal(undo)).toEqual([404, 'TOP_UP_NOT_FOUND']);
    const body = { storeId: counter.store.id, amountFen: 1, title: '扣', slipNo: aKey() };
    const charge = await counter.post(manager, `/staff/clients/${member.id}/spends`, body);
    expect(refusal(charge)).toEqual([403, 'WRONG_STORE']);
  });
});

describe('a deduction', () => {
  it('is agreed to by the client’s code, which works once', async () => {
    const member = await counter.aMember();
    const code = await codeFor(member);
    const read = await counter.post(counter.desk, '/staff/member-code', { code });
    expect(read).toMatchObject({
      status: 200,
      body: { clientId: member.id, principalFen: yuan(1000) },
    });
    expect(await byCode(member, yuan(100), code)).toMatchObject({ status: 201 });
    expect(refusal(await byCode(member, yuan(100), code))).toEqual([409, 'MEMBER_CODE_WRONG']);
    expect(await byCode(member, yuan(100))).toMatchObject({ status: 201 });
    const old = await codeFor(member);
    counter.api.clock.advance({ minutes: 2 });
    expect(refusal(await byCode(member, yuan(100), old))).toEqual([409, 'MEMBER_CODE_WRONG']);
  });

  it('is not agreed to by somebody else’s code, nor by nothing', async () => {
    const [member, other] = [await counter.aMember(), await counter.aMember()];
    const foreign = await byCode(member, yuan(100), await codeFor(other));
    expect(refusal(foreign)).toEqual([409, 'MEMBER_CODE_WRONG']);
    const nothing = await counter.charge(member.id, yuan(1), { slipNo: undefined });
    expect(nothing.status).toBe(400);
  });

  it('on a slip uses the number of the slip up', async () => {
    const member = await counter.aMember();
    const slip = { slipNo: `Q-${aKey().slice(0, 8)}` };
    expect((await counter.charge(member.id, yuan(1), slip)).status).toBe(201);
    for (const again of [slip.slipNo, slip.slipNo.toUpperCase(), slip.slipNo.toLowerCase()]) {
      const answer = await counter.charge(member.id, yuan(1), { slipNo: again });
      expect(refusal(answer)).toEqual([409, 'SLIP_USED']);
    }
  });

  it('of a hundred at once lets exactly as many through as the balance pays', async () => {
    const member = await counter.aMember();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, place) => {
        const [key, slip] = [aKey(), { slipNo: `P${place}-${aKey().slice(0, 8)}` }];
        return untilTaken(() => counter.charge(member.id, yuan(70), slip, key));
      }),
    );
    // 1200 ÷ 70 = 17, and 10 are left.
    expect(tally(answers)).toEqual({ '201': 17, BALANCE_TOO_LOW: 83 });
    const wallet = await counter.wallet(member.id);
    expect(wallet.principalFen + wallet.bonusFen).toBe(yuan(10));
    const raw = await rawValue(counter.api, member.id);
    expect(raw).toEqual({
      ...{ principalFen: wallet.principalFen, bonusFen: wallet.bonusFen, lotsFen: yuan(10) },
    });
  }, 60_000);

  it('is made once for a key, fifty times at once', async () => {
    const member = await counter.aMember();
    const [key, slip] = [aKey(), { slipNo: `K-${aKey().slice(0, 8)}` }];
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        untilTaken(() => counter.charge(member.id, yuan(100), slip, key)),
      ),
    );
    expect(tally(answers)).toEqual({ '201': 50 });
    const other = await counter.charge(member.id, yuan(101), slip, key);
    expect(refusal(other)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await counter.wallet(member.id)).toMatchObject({ bonusFen: yuan(100) });
  });

  it('uses only what is good in the store', async () => {
    const member = await counter.aMember({ validEverywhere: false });
    const there = { storeId: counter.other.id };
    const answer = await counter.charge(member.id, yuan(1), there);
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'BALANCE_TOO_LOW', availableFen: 0 },
    });
    expect((await counter.charge(member.id, yuan(1))).status).toBe(201);
  });

  it('never leaves a frozen wallet, whoever was first', async () => {
    const member = await counter.aMember();
    const freeze = { storeId: counter.store.id, reason: '手机丢了' };
    const charges = Array.from({ length: 10 }, () => counter.charge(member.id, yuan(10)));
    const [frozen, ...answers] = await Promise.all([
      counter.post(counter.desk, `/staff/clients/${member.id}/freeze`, freeze),
      ...charges,
    ]);
    expect(frozen).toMatchObject({ status: 200, body: { frozen: true } });
    const counts = tally(answers);
    expect((counts['201'] ?? 0) + (counts['WALLET_FROZEN'] ?? 0)).toBe(10);
    const wallet = await counter.wallet(member.id);
    expect(wallet.principalFen + wallet.bonusFen).toBe(yuan(1200 - 10 * (counts['201'] ?? 0)));
    expect(refusal(await byCode(member, 1))).toEqual([409, 'WALLET_FROZEN']);
    const free = { storeId: counter.store.id, reason: '手机找到了' };
    await counter.post(counter.desk, `/staff/clients/${member.id}/unfreeze`, free);
    expect((await byCode(member, 1)).status).toBe(201);
    expect((await counter.wallet(member.id)).freezes[0]).toMatchObject({
      ...{ reason: '手机丢了', releaseReason: '手机找到了' },
    });
  });

  it('can be disputed by its client with one tap, and undone', async () => {
    const member = await counter.aMember();
    const { id } = (await counter.charge(member.id, yuan(300))).body as Spend;
    const path = `/client/wallet/spends/${id}/dispute`;
    const stranger = await aClient(counter.api);
    expect((await counter.post(stranger, path, {})).status).toBe(404);
    const said = await counter.post(member, path, { note: '我没有做这个项目' });
    expect(said).toMatchObject({ status: 200, body: { disputeNote: '我没有做这个项目' } });
    await counter.later({ days: 2 });
    const undo = await counter.post(counter.manager, `/staff/spends/${id}/reverse`, {
      reason: '扣错人',
    });
    expect(undo).toMatchObject({ status: 200, body: { owedFen: 0 } });
    expect(await counter.wallet(member.id)).toMatchObject({
      ...{ principalFen: yuan(1000), bonusFen: yuan(200) },
    });
  });
});

describe('a transfer', () => {
  const give = async (
    from: Member,
    to: string,
    more: object = {},
    code?: string,
    by: Clerk = counter.desk,
  ) =>
    counter.post(by, `/staff/clients/${from.id}/transfers`, {
      ...{ storeId: counter.store.id, toClientId: to, reason: '送给妹妹' },
      ...{ code: code ?? (await codeFor(from)), password: PASSWORD, ...more },
    });

  it('takes principal and bonus along in the ratio of what is left, and keeps the day of payment', async () => {
    const [giver, taker] = [await counter.aMember(), await aClient(counter.api)];
    const answer = await give(giver, taker.id, { amountFen: yuan(600) });
    expect(answer).toMatchObject({
      ...{ status: 201, body: { principalFen: yuan(500), bonusFen: yuan(100) } },
    });
    const wallet = await counter.wallet(taker.id);
    expect(wallet).toMatchObject({ principalFen: yuan(500), bonusFen: yuan(100) });
    expect(wallet.lots[0]).toMatchObject({ paidOn: giver.topUp.paidOn });
    expect(await counter.wallet(giver.id)).toMatchObject({ principalFen: yuan(500) });
  });

  it('needs the password again, the giver’s code, another client and what is there', async () => {
    const [giver, taker] = [await counter.aMember(), await aClient(counter.api)];
    const wrong = await give(giver, taker.id, { password: 'not it' });
    expect(refusal(wrong)).toEqual([403, 'PASSWORD_WRONG']);
    const foreign = await give(giver, taker.id, {}, await codeFor(await counter.aMember()));
    expect(refusal(foreign)).toEqual([409, 'MEMBER_CODE_WRONG']);
    expect((await give(giver, giver.id)).status).toBe(400);
    const much = await give(giver, taker.id, { amountFen: yuan(1201) });
    expect(refusal(much)).toEqual([409, 'BALANCE_TOO_LOW']);
  });

  it('asks for the password in words of its own, and no right one waits for others of the same instant', async () => {
    const clerk = await aClerk(counter.api, 'desk', [counter.store.id]);
    const taker = await aClient(counter.api);
    const givers = await Promise.all(Array.from({ length: 12 }, () => counter.aMember()));
    const all = (password: string) =>
      Promise.all(
        givers.map((giver) =>
          give(giver, taker.id, { amountFen: yuan(10), password }, undefined, clerk),
        ),
      );
    expect(tally(await all(PASSWORD))).toEqual({ '201': 12 });
    expect(tally(await all('not it'))).toEqual({ PASSWORD_WRONG: 5, PASSWORD_THROTTLED: 7 });
  });

  it('both ways at once loses nothing and makes nothing', async () => {
    const [one, two] = [await counter.aMember(), await counter.aMember()];
    const answers = await Promise.all([
      give(one, two.id, { amountFen: yuan(400) }),
      give(two, one.id, { amountFen: yuan(700) }),
      counter.charge(one.id, yuan(100)),
      counter.charge(two.id, yuan(100)),
    ]);
    const moved = answers.filter((answer) => answer.status === 201).length;
    expect(moved).toBe(4);
    const [a, b] = [await rawValue(counter.api, one.id), await rawValue(counter.api, two.id)];
    expect(a.lotsFen + b.lotsFen).toBe(yuan(2200));
    for (const raw of [a, b]) expect(raw.principalFen + raw.bonusFen).toBe(raw.lotsFen);
  });
});
