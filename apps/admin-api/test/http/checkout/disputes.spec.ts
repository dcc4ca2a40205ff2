import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aKey, codeOf } from '../../support/given/index.js';
import { yuan } from '../membership/a-counter.js';
import { aDesk, taken, type BillView, type Desk } from './a-desk.js';

type ClientPage = components['schemas']['ClientPageView'];

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const ANSWER = { reason: '电话里核对过，这次做的是肩颈护理' };

/** A bill that she paid with her tap and says was wrong. */
async function disputed() {
  const member = await desk.aMember();
  const written = await desk.written({ customerId: member.id });
  const tenders = [{ kind: 'stored_value' as const, amountFen: yuan(200) }];
  const { version } = taken(await desk.act(written, 'ask', { tenders }));
  taken(await desk.post(member, `/client/bills/${written.id}/confirm`, { version }));
  taken(await desk.post(member, `/client/bills/${written.id}/dispute`, { note: '没做' }));
  return { member, bill: await desk.bill(written.id) };
}

const disputeAlerts = async (clientId: string): Promise<number> =>
  (
    await desk.get<ClientPage>(desk.manager, `/staff/clients/${clientId}/page`)
  ).overview.alerts.filter(({ kind }) => kind === 'dispute').length;
const settle = (bill: BillView, who = desk.manager, more: object = {}) =>
  desk.act(bill, 'settle', { ...ANSWER, ...more }, who);

describe('what a client says of a bill that was right', () => {
  it('is answered with a reason and a name that she reads, and warns nobody any more', async () => {
    const { member, bill } = await disputed();
    expect(await disputeAlerts(member.id)).toBe(1);
    const settled = taken<BillView>(await settle(bill));
    const answer = { words: ANSWER.reason, byName: '娜娜' };
    expect(settled).toMatchObject({
      ...{ state: 'paid', payFen: bill.payFen, confirmation: { settled: answer } },
    });
    expect(settled.changes.at(-1)).toMatchObject({ act: 'settle', ...ANSWER, byName: '娜娜' });
    const receipt = await desk.get<BillView>(member, `/client/bills/${bill.id}`);
    expect(receipt.confirmation).toMatchObject({ disputeNote: '没做', settled: answer });
    expect(await disputeAlerts(member.id)).toBe(0);
    const [entry] = await desk.api.database.rows<{ by: string }>(
      `SELECT actor_id AS \`by\` FROM audit_log WHERE subject_id = ? AND action = 'bill.settle'`,
      [bill.id],
    );
    expect(entry?.by).toBe(desk.manager.staffId);
  });

  it('is answered once, whoever answers at once', async () => {
    const { bill } = await disputed();
    const both = await Promise.all([1, 2, 3, 4].map(() => settle(bill)));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = both.filter(({ status }) => status !== 200).map(codeOf);
    expect(new Set(refused)).toEqual(new Set(['BILL_CHANGED']));
    expect(codeOf(await settle(await desk.bill(bill.id)))).toBe('BILL_STATE');
  });

  it('sent twice with one key is answered alike', async () => {
    const { bill } = await disputed();
    const call = { headers: { 'idempotency-key': aKey() }, token: desk.manager.token };
    const body = { version: bill.version, ...ANSWER };
    const path = `/staff/bills/${bill.id}/settle`;
    const first = await desk.api.call(path, { ...call, body });
    expect((await desk.api.call(path, { ...call, body })).body).toEqual(first.body);
  });

  it('may turn out right all the same: the bill is reversed afterwards', async () => {
    const { member, bill } = await disputed();
    const settled = taken<BillView>(await settle(bill));
    const reversed = await desk.act(settled, 'reverse', { reason: '监控里没有做' }, desk.manager);
    expect(taken(reversed).state).toBe('reversed');
    const receipt = await desk.get<BillView>(member, `/client/bills/${bill.id}`);
    expect(receipt).toMatchObject({ state: 'reversed', reverseReason: '监控里没有做' });
  });

  it('is answered by those who may reverse, and by nobody else; and only where it was said', async () => {
    const { bill } = await disputed();
    expect(codeOf(await settle(bill, desk.desk))).toBe('FORBIDDEN');
    const quiet = await desk.written();
    const paid = taken<BillView>(
      await desk.pay(quiet, [{ kind: 'cash', amountFen: quiet.payFen }]),
    );
    expect(codeOf(await settle(paid))).toBe('BILL_STATE');
    expect(codeOf(await settle(bill, desk.manager, { reason: ' ' }))).toBe('INVALID_INPUT');
  });
});
