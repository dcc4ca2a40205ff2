import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckStatements } from '../../../src/modules/membership/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { codeOf, tally } from '../../support/given/index.js';
import { aClient, aPhone } from '../../support/people.js';
import { aDeskAt, taken } from '../checkout/a-desk.js';
import { aCounter, rawValue, yuan, type Counter } from './a-counter.js';

// Of its own: every client's statement is checked in the end, and other files set their clocks elsewhere.
let schema: FreshSchema;
let counter: Counter;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounter(schema.url);
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

const aFile = async (phone?: string): Promise<{ id: string; memberNo: string }> => {
  const body = { name: '王秀英', ...(phone === undefined ? {} : { phone }) };
  const answer = await counter.post(counter.desk, '/staff/clients', body);
  return answer.body as { id: string; memberNo: string };
};
const bring = (rows: object[], more: object = {}, key?: string) => {
  const body = {
    ...{ storeId: counter.store.id, protocolNo: `QC-${newId()}`, validEverywhere: true },
    ...{ dryRun: false, rows },
    ...more,
  };
  return counter.post(counter.manager, '/staff/opening-balances', body, key);
};

describe('opening balances', () => {
  it('name each bad cell on a dry run and write nothing while one is bad', async () => {
    const file = await aFile();
    const rows = [
      { memberNo: file.memberNo, principalFen: yuan(800), paidOn: '2025-03-01' },
      { memberNo: 'YC999999999', principalFen: -1, paidOn: '2099-01-01' },
    ];
    for (const dryRun of [true, false]) {
      const answer = await bring(rows, { dryRun });
      expect(answer).toMatchObject({ status: 200, body: { imported: false, rows: 2 } });
      const { faults } = answer.body as { faults: { row: number; column: string }[] };
      expect(faults.map(({ row, column }) => `${row}.${column}`)).toEqual([
        ...['2.memberNo', '2.principalFen', '2.paidOn'],
      ]);
    }
    expect(await counter.wallet(file.id)).toMatchObject({ principalFen: 0 });
  });

  it('are taken over once for a protocol, and can be spent and given back', async () => {
    const file = await aFile();
    const rows = [
      {
        ...{ memberNo: file.memberNo, principalFen: yuan(800), bonusFen: yuan(100) },
        ...{ originalPriceFen: yuan(1000), paidOn: '2025-03-01' },
      },
    ];
    const protocolNo = `QC-${newId()}`;
    const answers = await Promise.all([bring(rows, { protocolNo }), bring(rows, { protocolNo })]);
    expect(tally(answers)).toEqual({ 200: 2 });
    const small = await bring(rows, { protocolNo: protocolNo.toLowerCase() });
    expect(small.body).toEqual(answers[0]?.body);
    const other = await bring([{ ...rows[0], bonusFen: 1 }], { protocolNo });
    expect([other.status, codeOf(other)]).toEqual([409, 'OPENING_PROTOCOL_USED']);
    expect(await counter.wallet(file.id)).toMatchObject({
      ...{ principalFen: yuan(800), bonusFen: yuan(100) },
      lots: [{ paidOn: '2025-03-01', title: '期初余额' }],
    });
    expect((await counter.charge(file.id, yuan(90))).status).toBe(201);
    const quote = await counter.get(counter.desk, `/staff/clients/${file.id}/refund-quote`);
    expect(quote).toMatchObject({ lots: [{ way: 'bank_transfer', coolingOffUntil: null }] });
  });
});

describe('opening balances that may be there twice', () => {
  const placesOf = (body: unknown): string[] =>
    (body as { warnings: { row: number; column: string }[] }).warnings.map(
      ({ row, column }) => `${row}.${column}`,
    );

  it('are named by row, and imported only when somebody confirms them', async () => {
    const [file, other] = [await aFile(), await aFile()];
    const rows = [file, other].map(({ memberNo }) => ({
      ...{ memberNo, principalFen: yuan(80), bonusFen: yuan(10), paidOn: '2025-03-01' },
    }));
    expect((await bring(rows)).body).toMatchObject({ imported: true, warnings: [] });
    const twice = [...rows, { ...rows[0], principalFen: yuan(1) }];
    for (const more of [{ dryRun: true }, {}]) {
      const { body } = await bring(twice, more);
      expect(body).toMatchObject({ imported: false, faults: [] });
      expect(placesOf(body)).toEqual(['1.memberNo', '2.memberNo', '3.memberNo']);
    }
    expect(await counter.wallet(file.id)).toMatchObject({ principalFen: yuan(80) });
    expect((await bring(twice, { confirmed: true })).body).toMatchObject({ imported: true });
    expect(await counter.wallet(file.id)).toMatchObject({ principalFen: yuan(161) });
  });

  it('are named where they pass the cap of one card', async () => {
    const file = await aFile();
    const row = { memberNo: file.memberNo, principalFen: yuan(5001), paidOn: '2025-03-01' };
    const { body } = await bring([row], { dryRun: true });
    expect(placesOf(body)).toEqual(['1.principalFen']);
  });
});

describe('one key for everything that is done with a protocol', () => {
  it('gives a real import although a dry run had it before, and a dry run nothing to keep', async () => {
    const file = await aFile();
    const rows = [{ memberNo: file.memberNo, principalFen: yuan(50), paidOn: '2025-03-01' }];
    const [key, protocolNo] = [newId(), `QC-${newId()}`];
    const imported = async (dryRun: boolean): Promise<boolean> => {
      const { status, body } = await bring(rows, { protocolNo, dryRun }, key);
      expect(status).toBe(200);
      return (body as { imported: boolean }).imported;
    };
    expect([await imported(true), await imported(true)]).toEqual([false, false]);
    expect(await counter.wallet(file.id)).toMatchObject({ principalFen: 0 });
    expect(await imported(false)).toBe(true);
    expect([await imported(true), await imported(false)]).toEqual([false, true]);
    expect(await counter.wallet(file.id)).toMatchObject({ principalFen: yuan(50) });
  });

  it('does not repeat what was wrong once the cause is gone: nothing was done under it', async () => {
    const [first, second] = [await aFile(), await aFile()];
    const hidden = async (memberNo: string): Promise<void> => {
      const sql = 'UPDATE customer SET member_no = ? WHERE id = ?';
      await counter.api.unitOfWork.run((tx) => tx.run(sql, [memberNo, second.id]));
    };
    const rows = [first, second].map(({ memberNo }) => ({
      ...{ memberNo, principalFen: yuan(50), paidOn: '2025-03-01' },
    }));
    const [key, more] = [newId(), { protocolNo: `QC-${newId()}` }];
    await hidden(`YC${'9'.repeat(9)}`.slice(0, second.memberNo.length));
    expect(await bring(rows, more, key)).toMatchObject({
      body: { imported: false, faults: [{ row: 2, column: 'memberNo' }], batchId: null },
    });
    await hidden(second.memberNo);
    expect(await bring(rows, more, key)).toMatchObject({ body: { imported: true, faults: [] } });
    expect(await counter.wallet(second.id)).toMatchObject({ principalFen: yuan(50) });
  });
});

/** A client on the phone whose phone number stands on another file: binding it joins the two. */
async function bind(member: {
  readonly token: string;
}): Promise<{ answer: { status: number; body: unknown }; fileId: string }> {
  const phone = aPhone();
  const file = await aFile(phone);
  const { code } = await counter.api.control('phone-code', { phone });
  const answer = await counter.post(member, '/client/phone', { code });
  return { answer, fileId: file.id };
}

describe('two files that become one', () => {
  it('have one wallet with the value of both, and the history goes on', async () => {
    const member = await counter.aMember();
    await counter.charge(member.id, yuan(300));
    const { answer, fileId } = await bind(member);
    expect(answer).toMatchObject({ status: 200, body: { id: fileId } });
    expect(await counter.wallet(fileId)).toMatchObject({
      ...{ principalFen: yuan(900), bonusFen: 0, frozen: false },
    });
    expect(await rawValue(counter.api, member.id)).toMatchObject({ principalFen: 0, lotsFen: 0 });
    const quote = await counter.get(counter.desk, `/staff/clients/${fileId}/refund-quote`);
    expect(quote).toMatchObject({
      bases: [{ amountFen: yuan(900) }, { amountFen: yuan(750) }, { amountFen: yuan(700) }],
    });
    const undo = `/staff/top-ups/${member.topUp.id}/reverse`;
    const late = await counter.post(counter.manager, undo, { reason: '收错了' });
    expect([late.status, codeOf(late)]).toEqual([409, 'TOP_UP_STATE']);
    expect((await counter.charge(fileId, yuan(100))).status).toBe(201);
  });

  it('have one debt where one of them owes and never had stored value', async () => {
    const desk = await aDeskAt(counter.api);
    const client = await aClient(counter.api);
    const bill = await desk.written({ customerId: client.id });
    taken(await desk.pay(bill, [{ kind: 'debt', amountFen: yuan(200) }], {}, desk.manager));
    const { answer, fileId } = await bind(client);
    expect(answer).toMatchObject({ status: 200, body: { id: fileId } });
    expect(await counter.wallet(fileId)).toMatchObject({ owedFen: yuan(200), principalFen: 0 });
    const paid = { storeId: counter.store.id, kind: 'cash', amountFen: yuan(200) };
    const repaid = await counter.post(counter.desk, `/staff/clients/${fileId}/debt-payments`, paid);
    expect(repaid.status).toBe(201);
  });

  it('stay frozen when one was', async () => {
    const member = await counter.aMember();
    const freeze = { storeId: counter.store.id, reason: '手机丢了' };
    await counter.post(counter.desk, `/staff/clients/${member.id}/freeze`, freeze);
    const { fileId } = await bind(member);
    expect(await counter.wallet(fileId)).toMatchObject({ frozen: true, principalFen: yuan(1000) });
  });

  it('stay two while a refund is under way', async () => {
    const member = await counter.aMember();
    const wish = { cause: 'own_reason', amountFen: yuan(1000), reason: '搬家' };
    expect((await counter.post(member, '/client/wallet/refunds', wish)).status).toBe(201);
    const { answer } = await bind(member);
    expect([answer.status, codeOf(answer as never)]).toEqual([409, 'REFUND_OPEN']);
    expect(await counter.wallet(member.id)).toMatchObject({ principalFen: yuan(1000) });
  });
});

describe('a statement', () => {
  it('has a line for everything, links to what it was, and adds up', async () => {
    const member = await counter.aMember();
    await counter.charge(member.id, yuan(300));
    const statement = await counter.get<{
      lines: Record<string, unknown>[];
      sealHash: string;
      closingFen: number;
    }>(member, '/client/wallet/statement');
    expect(statement.lines).toMatchObject([
      {
        ...{ kind: 'spend', title: '面部护理', principalFen: -yuan(100), bonusFen: -yuan(200) },
        ...{ points: 0, balanceAfter: yuan(900) },
        spendId: expect.any(String),
      },
      {
        ...{ kind: 'top_up', title: '充1000送200', principalFen: yuan(1000), bonusFen: yuan(200) },
        ...{ balanceAfter: yuan(1200), contractId: expect.any(String) },
      },
    ]);
    expect(statement).toMatchObject({ closingFen: yuan(900), month: '2026-11' });
    expect(statement.sealHash).toMatch(/^[0-9a-f]{64}$/);
    const line = `/client/wallet/spends/${String(statement.lines[0]?.['spendId'])}`;
    expect(await counter.get(member, line)).toMatchObject({ amountFen: yuan(300) });
    const stranger = await aClient(counter.api);
    expect((await counter.api.call(line, { token: stranger.token })).status).toBe(404);
  });

  it('of every client here is what the raw postings say', async () => {
    const check = await counter.api.app.get(CheckStatements, { strict: false }).run();
    expect(check.clients).toBeGreaterThan(0);
    expect(check.wrong).toEqual([]);
  });
});

describe('rules of the house', () => {
  it('differ by store, are the owner’s to change, and go before the brand’s', async () => {
    const path = `/staff/membership-settings/${counter.other.id}`;
    const patch = (who: { token: string }, body: object) =>
      counter.api.call(path, { method: 'PATCH', token: who.token, body });
    expect((await patch(counter.manager, { slipAllowed: false })).status).toBe(403);
    expect(await patch(counter.owner, { slipAllowed: false, cardCapFen: null })).toMatchObject({
      ...{ status: 200, body: { settings: { slipAllowed: false, cardCapFen: null } } },
    });
    expect((await patch(counter.owner, { coolingOffDays: 3 })).status).toBe(400);
    const member = await counter.aMember();
    const there = await counter.charge(member.id, 1, { storeId: counter.other.id });
    expect([there.status, codeOf(there)]).toEqual([409, 'SLIP_NOT_ALLOWED']);
    expect((await counter.charge(member.id, 1)).status).toBe(201);
  });

  it('let a plan change for the next sale only, with its history kept', async () => {
    const member = await counter.aMember();
    const path = `/staff/stored-value-plans/${member.plan.id}`;
    const change = { version: 1, bonusFen: yuan(300) };
    const patch = (body: object) =>
      counter.api.call(path, { method: 'PATCH', token: counter.manager.token, body });
    expect(await patch(change)).toMatchObject({ status: 200, body: { version: 2 } });
    const stale = await patch(change);
    expect([stale.status, codeOf(stale)]).toEqual([409, 'PLAN_CHANGED']);
    expect((await patch({ version: 2, refundTerms: '本卡概不退款' })).status).toBe(400);
    const text = { title: '储值服务协议', body: '本卡概 不退款。' };
    const words = await counter.post(counter.owner, '/staff/contract-texts', text);
    expect(words).toMatchObject({ status: 400, body: { errors: [{ field: 'body' }] } });
    const history = await counter.get<{ changes: object[] }>(counter.manager, path);
    expect(history.changes).toMatchObject([
      ...[
        { version: 2, plan: { bonusFen: yuan(300) } },
        { version: 1, plan: { bonusFen: yuan(200) } },
      ],
    ]);
    expect(await counter.wallet(member.id)).toMatchObject({ bonusFen: yuan(200) });
  });
});
