import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aClerk, yuan, type Refund } from '../membership/a-counter.js';
import { aDesk, taken, type DayView, type Desk } from './a-desk.js';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.close());

const cashOf = async (storeId: string): Promise<number> => {
  const path = `/staff/daily-close?storeId=${storeId}&date=${TODAY}`;
  const { expected } = await desk.get<DayView>(desk.manager, path);
  return expected.find(({ tender }) => tender === 'cash')?.expectedFen ?? 0;
};
/** What a store has in the books to get from others, in fen. */
async function owedByOthers(storeId: string): Promise<number> {
  const row = await desk.api.database.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(CASE WHEN p.debit_account_id = a.id THEN p.amount ELSE -p.amount END), 0) AS sum
     FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.store_id = ? AND a.code = 'INTERSTORE'`,
    [storeId],
  );
  return Number(row?.sum);
}

/** A refund of value that the other store sold for cash, asked for here and agreed to. */
async function aRefund(): Promise<Refund> {
  const member = await desk.aMember({ priceFen: yuan(50), bonusFen: 0 }, desk.other);
  const asked = await desk.post(desk.desk, `/staff/clients/${member.id}/refunds`, {
    ...{ storeId: desk.store.id, cause: 'own_reason', amountFen: yuan(50), reason: '搬家了' },
  });
  const { id } = taken<Refund>(asked);
  const approve = `/staff/stored-value-refunds/${id}/approve`;
  return taken<Refund>(await desk.post(desk.finance, approve, {}));
}

it.each([
  ['asked for', undefined],
  ['named by who pays', 'other'],
] as const)(
  'cash that is paid back leaves the drawer of the store where it was %s',
  async (_, named) => {
    const { id } = await aRefund();
    const [payer, idle] = named ? [desk.other, desk.store] : [desk.store, desk.other];
    const [cash, idleCash] = [await cashOf(payer.id), await cashOf(idle.id)];
    const claim = await owedByOthers(payer.id);
    taken(
      await desk.post(desk.finance, `/staff/stored-value-refunds/${id}/items/1/pay-out`, {
        ...{ way: 'cash', reference: 'C-1001' },
        ...(named ? { storeId: payer.id } : {}),
      }),
    );
    expect([await cashOf(payer.id), await cashOf(idle.id)]).toEqual([cash - yuan(50), idleCash]);
    // The other store sold it: it owes what was paid here for it.
    expect((await owedByOthers(payer.id)) - claim).toBe(named ? 0 : yuan(50));
  },
);

it('cash does not come out of the drawer of a store that is not hers', async () => {
  const { id } = await aRefund();
  const here = await aClerk(desk.api, 'finance', [desk.store.id]);
  const path = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
  const payout = { way: 'cash', reference: 'C-1002', storeId: desk.other.id };
  const refused = await desk.post(here, path, payout);
  expect([refused.status, codeOf(refused)]).toEqual([403, 'WRONG_STORE']);
});
