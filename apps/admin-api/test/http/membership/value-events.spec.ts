import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openStream, type OpenStream } from '../../../src/platform/testing/read-stream.js';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import {
  aCounter,
  aKey,
  payTopUp,
  startTopUp,
  yuan,
  type Counter,
  type Refund,
} from './a-counter.js';

let counter: Counter;
const streams: OpenStream[] = [];
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => counter.close());

interface Told {
  readonly topic: string;
  readonly subjectId: string;
  readonly payload: { readonly customerId: string; readonly amountFen: number };
}

/** What was told of one client's value, oldest first. */
async function toldOf(customerId: string): Promise<Told[]> {
  const rows = await counter.api.database.rows<Omit<Told, 'payload'> & { payload: unknown }>(
    `SELECT topic, subject_id AS subjectId, payload FROM outbox_event
     WHERE topic LIKE 'value.%' AND store_id = ? ORDER BY id`,
    [counter.store.id],
  );
  const told = rows.map(({ topic, subjectId, payload }) => {
    const read: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
    return { topic, subjectId, payload: read as Told['payload'] };
  });
  return told.filter(({ payload }) => payload.customerId === customerId);
}

describe('what moves a client’s value is told once, with ids and amounts only', () => {
  it('a sale, a deduction, and what undoes them', async () => {
    const member = await counter.aMember();
    const key = aKey();
    const slip = { slipNo: `S-${key.slice(0, 13)}` };
    const charge = () => counter.charge(member.id, yuan(300), slip, key);
    const { id } = (await charge()).body as { id: string };
    expect((await charge()).status).toBe(201);
    const undo = (path: string) => counter.post(counter.manager, path, { reason: '录错了' });
    expect((await undo(`/staff/spends/${id}/reverse`)).status).toBe(200);
    expect((await undo(`/staff/top-ups/${member.topUp.id}/reverse`)).status).toBe(200);
    const payload = (fen: number) => ({ customerId: member.id, amountFen: fen });
    expect(await toldOf(member.id)).toEqual([
      { topic: 'value.credited', subjectId: member.topUp.id, payload: payload(yuan(1000)) },
      { topic: 'value.spent', subjectId: id, payload: payload(yuan(300)) },
      { topic: 'value.spend_reversed', subjectId: id, payload: payload(yuan(300)) },
      { topic: 'value.credit_reversed', subjectId: member.topUp.id, payload: payload(yuan(1000)) },
    ]);
  });

  it('a payment at WeChat; a refund when it is asked for, decided, and when all of its money is back', async () => {
    const client = await aClient(counter.api);
    const started = await startTopUp(counter, client, { planId: (await counter.aPlan()).id });
    expect(await toldOf(client.id)).toEqual([]);
    await payTopUp(counter, client, started);
    const member = await counter.aMember();
    const wish = { cause: 'own_reason', amountFen: yuan(1000), reason: '搬家了' };
    const { body } = await counter.post(member, '/client/wallet/refunds', wish);
    const { id } = body as Refund;
    const path = `/staff/stored-value-refunds/${id}`;
    await counter.post(counter.manager, `${path}/approve`, {});
    const topicsOf = async () => (await toldOf(member.id)).map(({ topic }) => topic);
    const decided = ['value.credited', 'value.refund_requested', 'value.refund_decided'];
    expect(await topicsOf()).toEqual(decided);
    const payout = { way: 'bank_transfer', reference: '工行 20261123-01' };
    expect((await counter.post(counter.finance, `${path}/items/1/pay-out`, payout)).status).toBe(
      200,
    );
    expect((await toldOf(client.id)).map(({ topic }) => topic)).toEqual(['value.credited']);
    expect(await topicsOf()).toEqual([...decided, 'value.refunded']);
  });

  it('a transfer, to both of its sides', async () => {
    const [giver, taker] = [await counter.aMember(), await aClient(counter.api)];
    const { code } = await counter.get<{ code: string }>(giver, '/client/member-code');
    const answer = await counter.post(counter.desk, `/staff/clients/${giver.id}/transfers`, {
      ...{ storeId: counter.store.id, toClientId: taker.id, amountFen: yuan(600) },
      ...{ reason: '送给妹妹', code, password: PASSWORD },
    });
    const { id: subjectId } = answer.body as { id: string };
    const amountFen = yuan(600);
    const [, given] = await toldOf(giver.id);
    expect(given).toEqual({
      ...{ topic: 'value.given', subjectId, payload: { customerId: giver.id, amountFen } },
    });
    expect(await toldOf(taker.id)).toEqual([
      { topic: 'value.received', subjectId, payload: { customerId: taker.id, amountFen } },
    ]);
  });

  it('not what was refused', async () => {
    const member = await counter.aMember();
    expect((await counter.charge(member.id, yuan(5000))).status).toBe(409);
    expect(await toldOf(member.id)).toHaveLength(1);
  });
});

describe('the store’s open screens', () => {
  it('hear of a deduction, and of nothing but its id', async () => {
    const member = await counter.aMember();
    const base = await counter.api.app.getUrl();
    const url = `${base}/api/staff/stream?storeId=${counter.store.id}`;
    const stream = await openStream(url, counter.desk.token);
    streams.push(stream);
    const { id } = (await counter.charge(member.id, yuan(10))).body as { id: string };
    await until('the desk hears of it', () => stream.text().includes(id));
    const [, data] = /event: value\ndata: (.*)\n/.exec(stream.text()) ?? [];
    const event = JSON.parse(data ?? '{}') as object;
    expect(Object.keys(event).sort()).toEqual(['at', 'id', 'topic']);
    expect(event).toMatchObject({ id, topic: 'value.spent' });
  });
});
