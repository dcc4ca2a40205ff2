import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf, tally } from '../../support/given/index.js';
import { aClerk, aCounter, yuan, type Counter, type Refund } from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

const WISH = { cause: 'own_reason', amountFen: yuan(1000), reason: '搬家了' };
const withdrawal = (id: string): string => `/staff/stored-value-refunds/${id}/withdraw`;

/** A refund that the desk asked for by mistake. */
async function aMistake(): Promise<{ readonly memberId: string; readonly id: string }> {
  const { id: memberId } = await counter.aMember();
  const body = { ...WISH, storeId: counter.store.id };
  const asked = await counter.post(counter.desk, `/staff/clients/${memberId}/refunds`, body);
  return { memberId, id: (asked.body as Refund).id };
}

describe('a refund that was asked for by mistake', () => {
  it('is taken back by whoever asked, and what was held is free again', async () => {
    const { memberId, id } = await aMistake();
    expect(await counter.post(counter.desk, withdrawal(id))).toMatchObject({
      status: 200,
      body: { state: 'withdrawn', withdrawable: false },
    });
    expect(await counter.wallet(memberId)).toMatchObject({ heldFen: 0, principalFen: yuan(1000) });
    const late = await counter.post(counter.finance, `/staff/stored-value-refunds/${id}/approve`);
    expect(codeOf(late)).toBe('REFUND_STATE');
  });

  it('is not taken back by others: they turn it down', async () => {
    const { id } = await aMistake();
    const others = await Promise.all([
      counter.post(counter.owner, withdrawal(id)),
      counter.post(counter.finance, withdrawal(id)),
    ]);
    expect(tally(others)).toEqual({ REFUND_NOT_FOUND: 2 });
  });

  it('of the client herself is hers to take back, not the desk’s', async () => {
    const member = await counter.aMember();
    const asked = await counter.post(member, '/client/wallet/refunds', WISH);
    expect(asked.status).toBe(201);
    const { id } = asked.body as Refund;
    expect(codeOf(await counter.post(counter.desk, withdrawal(id)))).toBe('REFUND_NOT_FOUND');
  });

  it('is not taken back by somebody who left the store since, and stays as it was', async () => {
    const { store, api } = counter;
    const leaver = await aClerk(api, 'desk', [store.id]);
    const { id: memberId } = await counter.aMember();
    const body = { ...WISH, storeId: store.id };
    const asked = await counter.post(leaver, `/staff/clients/${memberId}/refunds`, body);
    const { id } = asked.body as Refund;
    await api.unitOfWork.run((tx) =>
      tx.run('DELETE FROM staff_store WHERE staff_id = ?', [leaver.staffId]),
    );
    expect((await counter.post(leaver, withdrawal(id))).status).toBeGreaterThanOrEqual(400);
    const { state } = await counter.get<Refund>(
      counter.finance,
      `/staff/stored-value-refunds/${id}`,
    );
    expect(state).toBe('requested');
  });

  it('goes back once when it is taken back and agreed to at the same moment', async () => {
    const { memberId, id } = await aMistake();
    const both = await Promise.all([
      counter.post(counter.desk, withdrawal(id)),
      counter.post(counter.finance, `/staff/stored-value-refunds/${id}/approve`),
    ]);
    expect(tally(both)).toEqual({ '200': 1, REFUND_STATE: 1 });
    const { principalFen } = await counter.wallet(memberId);
    expect(principalFen).toBe(both[0]?.status === 200 ? yuan(1000) : 0);
  });
});
