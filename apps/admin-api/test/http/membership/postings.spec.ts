import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ledger, VerifyLedger, ofCustomer, ofHouse } from '../../../src/modules/ledger/index.js';
import type { AccountRef, EntryKind } from '../../../src/modules/ledger/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { until } from '../../../src/platform/testing/until.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { PASSWORD, aClient } from '../../support/people.js';
import { aCounter, payTopUp, startTopUp, yuan, type Counter, type Refund } from './a-counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

interface Row {
  kind: string;
  amount: unknown;
  debit: string | null;
  credit: string | null;
  debitStore: string | null;
  creditStore: string | null;
}

/** `REV_SERVICE`, or `REV_SERVICE@other` where the account is the other store's. */
const named = (code: string | null, store: string | null): string =>
  `${code ?? ''}${store === counter.other.id ? '@other' : ''}`;

/** What an act has written into the books of this counter, one line for each leg in yuan; a hold has none. */
async function bookedBy(act: () => Promise<unknown>): Promise<string[]> {
  const { database } = counter.api;
  const before = await database.row<{ id: unknown }>('SELECT MAX(id) AS id FROM ledger_tx');
  await act();
  const rows = await database.rows<Row>(
    `SELECT t.kind, p.amount, d.code AS debit, c.code AS credit,
       d.store_id AS debitStore, c.store_id AS creditStore
     FROM ledger_tx t LEFT JOIN ledger_posting p ON p.tx_id = t.id
     LEFT JOIN ledger_account d ON d.id = p.debit_account_id
     LEFT JOIN ledger_account c ON c.id = p.credit_account_id
     WHERE t.id > ? AND t.store_id IN (?, ?) ORDER BY t.id, p.line`,
    [Number(before?.id ?? 0), counter.store.id, counter.other.id],
  );
  return rows.map(({ kind, amount, debit, credit, debitStore, creditStore }) =>
    debit === null
      ? kind
      : `${kind}: ${Number(amount) / 100} ${named(debit, debitStore)} -> ${named(credit, creditStore)}`,
  );
}

/** A request that must be taken. */
async function done<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body as T;
}

const sold = async (tender: object): Promise<string[]> => {
  const [client, plan] = [await aClient(counter.api), await counter.aPlan()];
  return bookedBy(() => done(counter.sell(client.id, plan.id, tender)));
};

const charged = async (plan: object, more: object = {}): Promise<string[]> => {
  const member = await counter.aMember(plan);
  return bookedBy(() => done(counter.charge(member.id, yuan(300), more)));
};

/** A client who paid at WeChat. */
async function aPayer() {
  const client = await aClient(counter.api);
  const started = await startTopUp(counter, client, { planId: (await counter.aPlan()).id });
  return { client, started };
}

async function refundOf(
  member: { readonly id: string; readonly token: string },
  amountFen: number,
  cause = 'own_reason',
): Promise<{ asked: string[]; approved: string[]; id: string }> {
  let id = '';
  const wish = { cause, amountFen, reason: '搬家了' };
  const asked = await bookedBy(async () => {
    ({ id } = await done<Refund>(counter.post(member, '/client/wallet/refunds', wish)));
  });
  const approved = await bookedBy(() =>
    done(counter.post(counter.manager, `/staff/stored-value-refunds/${id}/approve`, {})),
  );
  return { asked, approved, id };
}

const acts: [name: string, act: () => Promise<string[]>, legs: string[]][] = [
  [
    'a top-up for cash',
    () => sold({ tender: 'cash' }),
    ['top_up: 1000 CASH_CLEARING -> SV_PRINCIPAL', 'top_up: 200 BONUS_FUNDING -> SV_BONUS'],
  ],
  [
    'a top-up by bank card',
    () => sold({ tender: 'bank_card', reference: 'POS-1' }),
    ['top_up: 1000 CARD_CLEARING -> SV_PRINCIPAL', 'top_up: 200 BONUS_FUNDING -> SV_BONUS'],
  ],
  [
    'a top-up at WeChat',
    async () => {
      const { client, started } = await aPayer();
      return bookedBy(() => payTopUp(counter, client, started));
    },
    ['top_up: 1000 WX_CLEARING -> SV_PRINCIPAL', 'top_up: 200 BONUS_FUNDING -> SV_BONUS'],
  ],
  [
    'opening balances',
    async () => {
      const { memberNo } = await done<{ memberNo: string }>(
        counter.post(counter.desk, '/staff/clients', { name: '王秀英' }),
      );
      const rows = [
        { memberNo, principalFen: yuan(800), bonusFen: yuan(100), paidOn: '2025-03-01' },
      ];
      const protocol = { protocolNo: `QC-${newId()}`, validEverywhere: true, dryRun: false, rows };
      const body = { storeId: counter.store.id, ...protocol };
      return bookedBy(() => done(counter.post(counter.manager, '/staff/opening-balances', body)));
    },
    [
      'opening_balance: 800 OPENING_BALANCE -> SV_PRINCIPAL',
      'opening_balance: 100 BONUS_FUNDING -> SV_BONUS',
    ],
  ],
  [
    'paying 300, bonus first',
    () => charged({ spendOrder: 'bonus_first' }),
    ['spend: 100 SV_PRINCIPAL -> REV_SERVICE', 'spend: 200 SV_BONUS -> BONUS_FUNDING'],
  ],
  [
    'paying 300, principal first',
    () => charged({ spendOrder: 'principal_first' }),
    ['spend: 300 SV_PRINCIPAL -> REV_SERVICE'],
  ],
  [
    'paying 300, proportional',
    () => charged({ spendOrder: 'proportional' }),
    ['spend: 250 SV_PRINCIPAL -> REV_SERVICE', 'spend: 50 SV_BONUS -> BONUS_FUNDING'],
  ],
  [
    'paying 300 in another store: the stores owe each other the principal, the seller bears its bonus',
    () => charged({ spendOrder: 'proportional' }, { storeId: counter.other.id }),
    [
      'spend: 250 SV_PRINCIPAL -> REV_SERVICE@other',
      'spend: 50 SV_BONUS -> BONUS_FUNDING',
      'spend: 250 INTERSTORE@other -> INTERSTORE',
    ],
  ],
  [
    'a transfer',
    async () => {
      const [giver, taker] = [await counter.aMember(), await aClient(counter.api)];
      const { code } = await counter.get<{ code: string }>(giver, '/client/member-code');
      const body = {
        ...{ storeId: counter.store.id, toClientId: taker.id, reason: '送给妹妹' },
        ...{ code, password: PASSWORD, amountFen: yuan(600) },
      };
      const path = `/staff/clients/${giver.id}/transfers`;
      return bookedBy(() => done(counter.post(counter.desk, path, body)));
    },
    ['transfer: 500 SV_PRINCIPAL -> SV_PRINCIPAL', 'transfer: 100 SV_BONUS -> SV_BONUS'],
  ],
  [
    'a refund that is asked for: a hold, nothing moves',
    async () => (await refundOf(await counter.aMember(), yuan(1000))).asked,
    ['hold'],
  ],
  [
    'a refund that is approved: the bonus that is left goes back as well',
    async () => (await refundOf(await counter.aMember(), yuan(1000))).approved,
    [
      'refund_approve: 1000 SV_PRINCIPAL -> REFUND_PAYABLE',
      'refund_approve: 200 SV_BONUS -> BONUS_FUNDING',
    ],
  ],
  [
    'a refund after bonus was consumed: the house recovers it from the principal',
    async () => {
      const member = await counter.aMember({ spendOrder: 'bonus_first' });
      await done(counter.charge(member.id, yuan(300)));
      return (await refundOf(member, yuan(700))).approved;
    },
    [
      'refund_approve: 700 SV_PRINCIPAL -> REFUND_PAYABLE',
      'refund_approve: 200 SV_PRINCIPAL -> REV_BONUS_RECOVERY',
    ],
  ],
  [
    'a refund that was paid by bank transfer',
    async () => {
      const { id } = await refundOf(await counter.aMember(), yuan(1000));
      const path = `/staff/stored-value-refunds/${id}/items/1/pay-out`;
      const payout = { way: 'bank_transfer', reference: '工行 20261123-01' };
      return bookedBy(() => done(counter.post(counter.finance, path, payout)));
    },
    ['refund_paid: 1000 REFUND_PAYABLE -> BANK'],
  ],
  [
    'a refund that WeChat has paid',
    async () => {
      const { client, started } = await aPayer();
      await payTopUp(counter, client, started);
      const { id } = await refundOf(client, yuan(1000));
      const sweeps = counter.api.app.get(SweepRunner, { strict: false });
      return bookedBy(() =>
        until('the refund is back', async () => {
          await sweeps.runNow('payments.refunds');
          counter.api.clock.advance({ minutes: 1 });
          const refund = await counter.get<Refund>(client, `/client/wallet/refunds/${id}`);
          return refund.state === 'paid';
        }),
      );
    },
    ['refund_paid: 1000 REFUND_PAYABLE -> WX_CLEARING'],
  ],
  [
    'a wrong deduction: the full mirror',
    async () => {
      const member = await counter.aMember({ spendOrder: 'proportional' });
      const { id } = await done<{ id: string }>(counter.charge(member.id, yuan(300)));
      const path = `/staff/spends/${id}/reverse`;
      return bookedBy(() => done(counter.post(counter.manager, path, { reason: '扣错人' })));
    },
    ['reversal: 250 REV_SERVICE -> SV_PRINCIPAL', 'reversal: 50 BONUS_FUNDING -> SV_BONUS'],
  ],
  [
    'a wrong top-up of which 300 were used: what is missing is her debt, and nothing is below zero',
    async () => {
      const member = await counter.aMember({ spendOrder: 'bonus_first' });
      await done(counter.charge(member.id, yuan(300)));
      const path = `/staff/top-ups/${member.topUp.id}/reverse`;
      return bookedBy(() => done(counter.post(counter.manager, path, { reason: '收错了' })));
    },
    [
      'reversal: 900 SV_PRINCIPAL -> CASH_CLEARING',
      'reversal: 100 CUST_RECEIVABLE -> CASH_CLEARING',
      // Its funding went back when it was used; what she owes for it is recovered bonus.
      'reversal: 200 CUST_RECEIVABLE -> REV_BONUS_RECOVERY',
    ],
  ],
];

describe('what each act of stored value writes into the books', () => {
  it.each(acts)('%s', async (_, act, legs) => {
    expect((await act()).sort()).toEqual([...legs].sort());
  });
});

/** Kinds that no screen makes yet: the books take the legs of the table as they stand. */
describe('what the ledger takes of deposits, fees and settlements', () => {
  const at = (code: AccountRef['code']): AccountRef => ofHouse(code, counter.store.id);
  const post = (kind: EntryKind, debit: AccountRef, credit: AccountRef, fen: number) =>
    counter.api.unitOfWork.run((tx) =>
      counter.api.app.get(Ledger, { strict: false }).post(tx, {
        ...{ kind, bizKey: newId(), storeId: counter.store.id, effectiveOn: '2026-11-23' },
        actor: { kind: 'system', id: 'test' },
        legs: [{ debit, credit, amount: fen }],
      }),
    );
  const deposit = async (): Promise<AccountRef> => {
    const account = ofCustomer('DEPOSIT', newId());
    await post('deposit', at('WX_CLEARING'), account, yuan(50));
    return account;
  };

  it.each([
    ['deposit_use', 'REV_SERVICE'],
    ['deposit_return', 'REFUND_PAYABLE'],
    ['deposit_forfeit', 'REV_FORFEIT'],
  ] as const)('a deposit goes once, and whole: %s', async (kind, code) => {
    const account = await deposit();
    expect(await bookedBy(() => post(kind, account, at(code), yuan(50)))).toEqual([
      `${kind}: 50 DEPOSIT -> ${code}`,
    ]);
    await expect(post(kind, account, at(code), 1)).rejects.toMatchObject({
      code: 'BALANCE_TOO_LOW',
    });
  });

  it.each([
    ['fee', 'EXP_WX_FEE', 'WX_CLEARING'],
    ['settlement', 'BANK', 'WX_CLEARING'],
  ] as const)('a %s', async (kind, debit, credit) => {
    expect(await bookedBy(() => post(kind, at(debit), at(credit), yuan(6)))).toEqual([
      `${kind}: 6 ${debit} -> ${credit}`,
    ]);
  });
});

describe('the books after all that', () => {
  it('are sound', async () => {
    const verdict = await counter.api.app.get(VerifyLedger, { strict: false }).run();
    expect(verdict.firstBadRow).toBeUndefined();
  });
});
