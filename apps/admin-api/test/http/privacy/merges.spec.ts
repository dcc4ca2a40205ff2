import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aPhone } from '../../support/people.js';
import {
  aCounter,
  rawValue,
  untilTaken,
  yuan,
  type Counter,
  type Member,
  type Spend,
} from '../membership/a-counter.js';

type Schemas = components['schemas'];
type File = Schemas['StaffClientView'];

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());

const REASON = '同一位顾客，换过手机号';

/** A client with value, a contract, a phone of her own and a name. */
async function aRegular(name: string): Promise<Member & { readonly phone: string }> {
  const [member, phone] = [await counter.aMember(), aPhone()];
  const { token } = counter.desk;
  await counter.api.call(`/staff/clients/${member.id}`, {
    ...{ method: 'PATCH', token, body: { name, birthday: '1988-03-09' } },
  });
  await counter.post(counter.desk, `/staff/clients/${member.id}/phones`, { phone, primary: true });
  return { ...member, phone };
}

const merge = (fromId: string, toId: string, more: object = {}): Promise<Answer> =>
  counter.post(counter.manager, '/staff/merges', { fromId, toId, reason: REASON, ...more });

async function merged(fromId: string, toId: string, more: object = {}): Promise<string> {
  const answer = await merge(fromId, toId, more);
  expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
  return (answer.body as Schemas['MergedDto']).mergeId;
}

const undo = (mergeId: string): Promise<Answer> =>
  counter.post(counter.manager, `/staff/merges/${mergeId}/undo`, { reason: '其实是两个人' });

const fileOf = (id: string): Promise<File> =>
  counter.get<File>(counter.manager, `/staff/clients/${id}`);

/** All that people see of a client, without the times at which it was looked at. */
async function seenOf(id: string): Promise<object> {
  const { version: _, phones, ...file } = await fileOf(id);
  const { principalFen, bonusFen, cardNo, ...wallet } = await counter.wallet(id);
  const contracts = await counter.get<{ items: { id: string }[] }>(
    counter.manager,
    `/staff/clients/${id}/contracts`,
  );
  return {
    ...{ file, wallet: { principalFen, bonusFen, cardNo, lots: wallet.lots.length } },
    phones: phones.map(({ masked, isPrimary, label }) => ({ masked, isPrimary, label })),
    contracts: contracts.items.map(({ id: contractId }) => contractId),
  };
}

const booksAreRight = async (): Promise<void> => {
  const { firstBadRow } = await counter.api.app.get(VerifyLedger).run();
  expect(firstBadRow).toBeUndefined();
};

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];

describe('two files of one person', () => {
  it('are laid side by side with what each has', async () => {
    const [from, to] = [await aRegular('林秋水'), await aRegular('林秋水')];
    const preview = await counter.get<Schemas['MergePreviewDto']>(
      counter.manager,
      `/staff/merges/preview?fromId=${from.id}&toId=${to.id}`,
    );
    expect(preview.from.file.id).toBe(from.id);
    expect(preview.from.held).toEqual(
      expect.arrayContaining([
        { what: '储值本金', count: 1, fen: yuan(1000) },
        { what: '储值赠金', count: 1, fen: yuan(200) },
        { what: '微信登录', count: 1 },
      ]),
    );
  });

  it('become one, which has all of both and of the basics what was chosen', async () => {
    const [from, to] = [await aRegular('林秋水'), await aRegular('林水秋')];
    await merged(from.id, to.id, { take: ['name', 'phone'] });
    const file = await fileOf(to.id);
    expect([file.name, file.phoneMasked?.slice(-4)]).toEqual(['林秋水', from.phone.slice(-4)]);
    expect(file.phones).toHaveLength(2);
    expect(await counter.wallet(to.id)).toMatchObject({
      ...{ principalFen: yuan(2000), bonusFen: yuan(400) },
    });
    expect(await fileOf(from.id)).toMatchObject({ state: 'merged', mergedInto: to.id });
    await booksAreRight();
  });

  it('are two again as they were, when it was a mistake', async () => {
    const [from, to] = [await aRegular('许晴川'), await aRegular('许晴')];
    const before = [await seenOf(from.id), await seenOf(to.id)];
    const mergeId = await merged(from.id, to.id, { take: ['name', 'birthday', 'phone'] });
    expect((await undo(mergeId)).status).toBe(204);
    expect([await seenOf(from.id), await seenOf(to.id)]).toEqual(before);
    const found = await counter.get<{ items: { id: string }[] }>(
      counter.manager,
      `/staff/clients?q=${from.phone}`,
    );
    expect(found.items.map(({ id }) => id)).toEqual([from.id]);
    expect(refusal(await undo(mergeId))).toEqual([409, 'MERGE_STATE']);
    await booksAreRight();
    // What is hers can be spent again, and the files can be joined once more.
    expect((await counter.charge(from.id, yuan(100))).status).toBe(201);
    await merged(from.id, to.id);
  });

  it('keep with the file that went on what came since', async () => {
    const [from, to] = [await aRegular('顾南星'), await aRegular('顾南辰')];
    const mergeId = await merged(from.id, to.id);
    await counter.sell(to.id, to.plan.id);
    await counter.api.call(`/staff/clients/${to.id}`, {
      ...{ method: 'PATCH', token: counter.desk.token, body: { name: '顾南' } },
    });
    expect((await undo(mergeId)).status).toBe(204);
    expect(await counter.wallet(to.id)).toMatchObject({ principalFen: yuan(2000) });
    expect((await fileOf(to.id)).name).toBe('顾南');
    expect(await counter.wallet(from.id)).toMatchObject({ principalFen: yuan(1000) });
  });

  it('cannot be parted where value that moved was spent: what and how much is named', async () => {
    const [from, to] = [await aRegular('苏晚晴'), await aRegular('苏晚')];
    const mergeId = await merged(from.id, to.id);
    const spent = await counter.charge(to.id, yuan(1500));
    const answer = await undo(mergeId);
    expect(refusal(answer)).toEqual([409, 'MERGE_VALUE_SPENT']);
    const { spent: what } = answer.body as { spent: { what: string; fen: number }[] };
    expect(what).toHaveLength(1);
    expect(what[0]).toMatchObject({ what: '储值' });
    expect(what[0]?.fen).toBeGreaterThan(0);
    const { id } = spent.body as Spend;
    await counter.post(counter.manager, `/staff/spends/${id}/reverse`, { reason: '记错了' });
    expect((await undo(mergeId)).status).toBe(204);
    await booksAreRight();
  });

  it('are parted in the order in which they were joined, within thirty days', async () => {
    const [a, b, c] = [await aRegular('周一'), await aRegular('周二'), await aRegular('周三')];
    const first = await merged(a.id, b.id);
    const second = await merged(b.id, c.id);
    expect((await fileOf(a.id)).mergedInto).toBe(c.id);
    expect(refusal(await undo(first))).toEqual([409, 'MERGE_STATE']);
    expect((await undo(second)).status).toBe(204);
    expect((await fileOf(a.id)).mergedInto).toBe(b.id);
    await counter.later({ days: 31 });
    expect(refusal(await undo(first))).toEqual([409, 'MERGE_TOO_OLD']);
  });

  it('are refused where there is nothing to bring together', async () => {
    const [from, to] = [await aRegular('何年'), await aRegular('何月')];
    expect(refusal(await merge(from.id, from.id))).toEqual([409, 'MERGE_SAME_FILE']);
    expect(refusal(await merge(newId(), to.id))).toEqual([404, 'CLIENT_NOT_FOUND']);
    await merged(from.id, to.id);
    expect(refusal(await merge(from.id, to.id))).toEqual([409, 'CLIENT_MERGED']);
    expect(refusal(await undo(newId()))).toEqual([404, 'MERGE_NOT_FOUND']);
  });

  it('say in a list who joined them, why, and whether it can be taken back; the words lie sealed', async () => {
    const [from, to] = [await aRegular('叶知秋'), await aRegular('叶知')];
    const mergeId = await merged(from.id, to.id);
    const { items } = await counter.get<Schemas['MergeListDto']>(counter.manager, '/staff/merges');
    expect(items.find(({ id }) => id === mergeId)).toMatchObject({
      ...{ fromName: '叶知秋', toName: '叶知', reason: REASON, canUndo: true, state: 'done' },
    });
    const row = await counter.api.database.row<Record<string, unknown>>(
      'SELECT * FROM file_merge WHERE id = ?',
      [mergeId],
    );
    const kept = JSON.stringify(row, (_, value: unknown) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : value,
    );
    for (const word of [REASON, '叶知', from.phone]) expect(kept).not.toContain(word);
  });
});

describe('a deduction from before two files were joined', () => {
  it.each([
    ['part of a lot', 300],
    ['all of a lot', 1200],
  ])('is undone afterwards: %s comes back to the file that goes on', async (_what, amount) => {
    const [from, to] = [await aRegular('温如玉'), await aRegular('温如')];
    const spent = (await counter.charge(from.id, yuan(amount))).body as Spend;
    await merged(from.id, to.id);
    const path = `/staff/spends/${spent.id}/reverse`;
    const answer = await counter.post(counter.manager, path, { reason: '记错了' });
    expect([answer.status, codeOf(answer)]).toEqual([200, undefined]);
    expect(await counter.wallet(to.id)).toMatchObject({
      ...{ principalFen: yuan(2000), bonusFen: yuan(400) },
    });
    expect(await rawValue(counter.api, from.id)).toEqual({
      ...{ principalFen: 0, bonusFen: 0, lotsFen: 0 },
    });
    const again = await counter.post(counter.manager, path, { reason: '再来一次' });
    expect(refusal(again)).toEqual([409, 'SPEND_STATE']);
    // What came back has its sale behind it: it can be paid out like the rest.
    const quote = await counter.get<{ items?: unknown[] }>(
      counter.manager,
      `/staff/clients/${to.id}/refund-quote?storeId=${counter.store.id}`,
    );
    expect(quote).not.toHaveProperty('code');
    await booksAreRight();
  });
});

describe('joining files while something else goes on', () => {
  it('loses no fen to a charge, a sale or another merge of the same file', async () => {
    const [from, to] = [await aRegular('秦一'), await aRegular('秦二')];
    const third = await aRegular('秦三');
    const answers = await Promise.all([
      untilTaken(() => merge(from.id, to.id)),
      untilTaken(() => merge(from.id, third.id)),
      untilTaken(() => merge(to.id, from.id)),
      ...[1, 2, 3].map((n) => untilTaken(() => counter.charge(from.id, yuan(n)))),
      untilTaken(() => counter.sell(from.id, from.plan.id)),
      untilTaken(() => counter.sell(to.id, from.plan.id)),
    ]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const merges = answers.slice(0, 3).filter(({ status }) => status === 201).length;
    expect(merges).toBeGreaterThanOrEqual(1);
    const charged = [1, 2, 3].filter((_, at) => answers[3 + at]?.status === 201);
    const sales = answers.slice(6).filter(({ status }) => status === 201).length;
    const values = await Promise.all([from, to, third].map(({ id }) => rawValue(counter.api, id)));
    const total = values.reduce(
      (sum, { principalFen, bonusFen }) => sum + principalFen + bonusFen,
      0,
    );
    const taken = charged.reduce((sum, n) => sum + yuan(n), 0);
    expect(total).toBe(yuan(1200) * (3 + sales) - taken);
    for (const one of [from, to, third]) {
      const { state } = await fileOf(one.id);
      const raw = await rawValue(counter.api, one.id);
      if (state === 'merged') expect(raw).toEqual({ principalFen: 0, bonusFen: 0, lotsFen: 0 });
    }
    await booksAreRight();
  });
});
