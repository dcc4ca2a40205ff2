import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { CheckStatements } from '../../../src/modules/membership/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import {
  aCounter,
  payTopUp,
  rawValue,
  startTopUp,
  yuan,
  type Counter,
  type Refund,
  type Spend,
} from './a-counter.js';

type Statement = components['schemas']['StatementDto'];
type Who = { readonly id: string; token: string; readonly openid: string };

/** The months that a history here goes through: the counter opens in November. */
const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02'];

let schema: FreshSchema;
let counter: Counter;
let giver: Who;
let taker: Who;
let newcomer: { id: string; memberNo: string };

beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounter(schema.url);
  await aHistory();
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

async function must<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body as T;
}

const asDesk = <T>(path: string, body: object): Promise<T> =>
  must<T>(counter.post(counter.desk, path, { storeId: counter.store.id, ...body }));

/** A month later; phones sign in again as well. */
async function nextMonth(): Promise<void> {
  await counter.later({ days: 31 });
  for (const who of [giver, taker]) {
    const { code } = await counter.api.control('login-code', { openid: who.openid });
    const session = await must<{ token: string }>(
      counter.api.call('/client/session', { body: { code } }),
    );
    who.token = session.token;
  }
}

/** Everything that can happen to a wallet, over four months, to three clients. */
async function aHistory(): Promise<void> {
  giver = { ...(await counter.aMember()) };
  taker = { ...(await aClient(counter.api)) };
  const plan = await counter.aPlan({ spendOrder: 'proportional' });
  await payTopUp(counter, giver, await startTopUp(counter, giver, { planId: plan.id }));
  await payTopUp(counter, taker, await startTopUp(counter, taker, { planId: plan.id }));
  for (const fen of [yuan(300), 9_999, 1])
    await must(counter.charge(giver.id, fen, { title: '面部清洁护理' }));
  const wrong = await must<Spend>(counter.charge(giver.id, yuan(88)));
  await must(
    counter.post(counter.manager, `/staff/spends/${wrong.id}/reverse`, { reason: '扣错人' }),
  );

  await nextMonth();
  const { code } = await counter.get<{ code: string }>(giver, '/client/member-code');
  await asDesk(`/staff/clients/${giver.id}/transfers`, {
    ...{ toClientId: taker.id, reason: '送给妹妹', code, password: PASSWORD },
    amountFen: yuan(250),
  });
  await asDesk(`/staff/clients/${giver.id}/freeze`, { reason: '手机丢了' });
  await asDesk(`/staff/clients/${giver.id}/unfreeze`, { reason: '手机找到了' });
  await must(counter.charge(taker.id, 33_333));

  await nextMonth();
  const sold = await asDesk<{ id: string }>(`/staff/clients/${taker.id}/top-ups`, {
    ...{ planId: plan.id, tender: 'cash' },
  });
  await must(
    counter.post(counter.manager, `/staff/top-ups/${sold.id}/reverse`, { reason: '选错了方案' }),
  );
  newcomer = await must(counter.post(counter.desk, '/staff/clients', { name: '王秀英' }));
  await must(
    counter.post(counter.manager, '/staff/opening-balances', {
      ...{ storeId: counter.store.id, protocolNo: 'QC-2027', validEverywhere: true, dryRun: false },
      rows: [
        {
          ...{ memberNo: newcomer.memberNo, principalFen: yuan(800), bonusFen: yuan(100) },
          ...{ originalPriceFen: yuan(1000), paidOn: '2025-03-01' },
        },
      ],
    }),
  );
  await must(counter.charge(newcomer.id, yuan(90)));
  for (const points of [120, -50])
    await asDesk(`/staff/clients/${newcomer.id}/points-adjustments`, {
      points,
      reason: '旧系统积分',
    });

  await nextMonth();
  const quote = await counter.get<{ bases: { cause: string; amountFen: number }[] }>(
    counter.desk,
    `/staff/clients/${giver.id}/refund-quote`,
  );
  const own = quote.bases.find(({ cause }) => cause === 'own_reason');
  const { id } = await asDesk<Refund>(`/staff/clients/${giver.id}/refunds`, {
    ...{ cause: 'own_reason', amountFen: own?.amountFen, reason: '搬家了' },
  });
  await must(counter.post(counter.finance, `/staff/stored-value-refunds/${id}/approve`, {}));
}

/** All months of a client as her phone shows them, and what they add up to. */
async function added(
  who: Who,
): Promise<{ principalFen: number; bonusFen: number; kinds: string[] }> {
  const sums = { principalFen: 0, bonusFen: 0, kinds: [] as string[] };
  let balanceFen = 0;
  for (const month of MONTHS) {
    const path = `/client/wallet/statement?month=${month}`;
    const statement = await counter.get<Statement>(who, path);
    expect([month, statement.openingFen]).toEqual([month, balanceFen]);
    for (const line of [...statement.lines].reverse()) {
      sums.principalFen += line.principalFen;
      sums.bonusFen += line.bonusFen;
      sums.kinds.push(line.kind);
      balanceFen += line.principalFen + line.bonusFen;
      expect(line.balanceAfter).toBe(balanceFen);
    }
    expect([month, statement.closingFen]).toEqual([month, balanceFen]);
  }
  return sums;
}

describe('statements over months', () => {
  it.each([
    ['the giver', () => giver, ['refund', 'spend', 'spend_reversal', 'top_up', 'transfer_out']],
    ['the taker', () => taker, ['spend', 'top_up', 'top_up_reversal', 'transfer_in']],
  ])('add up to the wallet and to the raw postings (%s)', async (_, whoOf, kinds) => {
    const who = whoOf();
    const { kinds: seen, ...sums } = await added(who);
    expect([...new Set(seen)].sort()).toEqual(kinds);
    const wallet = await counter.get<typeof sums>(who, '/client/wallet');
    expect({ principalFen: wallet.principalFen, bonusFen: wallet.bonusFen }).toEqual(sums);
    const { lotsFen, ...raw } = await rawValue(counter.api, who.id);
    expect({ ...raw, lotsFen }).toEqual({ ...sums, lotsFen: sums.principalFen + sums.bonusFen });
  });

  it('are checked for every client, with what they hold together', async () => {
    const check = await counter.api.app.get(CheckStatements, { strict: false }).run();
    const raws = await Promise.all(
      [giver.id, taker.id, newcomer.id].map((id) => rawValue(counter.api, id)),
    );
    const sum = (of: 'principalFen' | 'bonusFen') => raws.reduce((all, raw) => all + raw[of], 0);
    expect(check).toMatchObject({ clients: 3, points: 70, wrong: [] });
    expect([check.principalFen, check.bonusFen]).toEqual([sum('principalFen'), sum('bonusFen')]);
    expect(check.lines).toBeGreaterThanOrEqual(14);
  });

  it.each([
    ['money', () => taker.id, 'SV_PRINCIPAL'],
    ['points', () => newcomer.id, 'PTS'],
  ])('that say something else than the postings are named (%s)', async (_, whose, code) => {
    const { database } = counter.api;
    const [line] = await database.rows<{ accountId: number; seq: number }>(
      `SELECT l.account_id AS accountId, l.seq FROM account_line l
       JOIN ledger_account a ON a.id = l.account_id
       WHERE a.owner_id = ? AND a.code = ? ORDER BY l.seq LIMIT 1`,
      [whose(), code],
    );
    const shift = (fen: number) =>
      counter.api.unitOfWork.run((tx) =>
        tx.run('UPDATE account_line SET delta = delta + ? WHERE account_id = ? AND seq = ?', [
          ...[fen, line?.accountId, line?.seq],
        ]),
      );
    await shift(1);
    const checker = counter.api.app.get(CheckStatements, { strict: false });
    const { wrong } = await checker.run();
    await shift(-1);
    expect(wrong).toEqual([whose()]);
    expect((await checker.run()).wrong).toEqual([]);
  });
});
