import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { VerifyLedger } from '../../../src/modules/ledger/index.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { freshSchema, type FreshSchema } from '../../support/fresh-schema.js';
import { codeOf } from '../../support/given/index.js';
import { anImporter, work, type Import, type Importer } from '../../support/given/imports.js';
import { aPhone } from '../../support/people.js';
import { checksums } from '../hostile/support/stored.js';
import { aCounter, yuan, type Counter } from '../membership/a-counter.js';

// Of its own: one import writes at a time, and the whole ledger is walked.
let schema: FreshSchema;
let counter: Counter;
let importer: Importer;
beforeAll(async () => {
  schema = await freshSchema();
  counter = await aCounter(schema.url);
  importer = anImporter(counter.api, counter.manager.token, counter.store.id);
});
afterAll(async () => {
  await counter.close();
  await schema.drop();
});

const HEAD = '姓名,手机号,余额,赠金,充值金额,充值日期';
const sent = (...lines: string[]): Promise<Import> =>
  importer.sent(Buffer.from([HEAD, ...lines].join('\n')));
const protocol = (): { protocolNo: string } => ({ protocolNo: `QC-${newId()}` });
const done = async (one: Import, what = 'run', body: object = {}): Promise<Import> => {
  expect((await importer.call(one.id, what, body, 'POST')).status).toBe(200);
  await work(counter.api);
  return importer.one(one.id);
};
const undone = (one: Import): Promise<Import> => done(one, 'undo', { reason: '导错了文件' });
const idOf = async (one: Import, row: number): Promise<string> => {
  const rows = [
    ...(await importer.rows(one.id, 'created')),
    ...(await importer.rows(one.id, 'kept')),
  ];
  return rows.find((each) => each.row === row)?.client?.id ?? '';
};

/** Only added to, so that entry and mirror stay in them; and what membership keeps of them. */
const BOOKS = [
  ...['ledger_tx', 'ledger_posting', 'ledger_account', 'account_line'],
  ...['wallet', 'top_up', 'lot', 'opening_batch'],
];
/** That it was done, what was told of it, numbers that are given once, and what the import says of itself. */
const TRAIL = [
  ...['audit_log', 'outbox_event', 'job', 'message', 'customer_number'],
  ...['client_import', 'client_import_row', 'client_import_mapping', 'sweep'],
];
/** All rows of clients but the one that is left of an owner whom the books name. */
const clientsBut = (id: string): Promise<unknown[]> =>
  counter.api.database.rows('SELECT * FROM customer WHERE id <> ? ORDER BY id', [id]);
/** Sums that changed since, of tables beside the books and the trail. */
const changedSince = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(after).filter(
    (name) => before[name] !== after[name] && ![...BOOKS, ...TRAIL].includes(name),
  );
/** Made by itself of what she did, anew whenever that changes: when it was weighed is no part of her file. */
const STANDING = 'client_standing';
const left = (table: string, column: string, id: string): Promise<Record<string, unknown>[]> =>
  counter.api.database.rows(`SELECT * FROM ${table} WHERE ${column} = ?`, [id]);
const note = async (id: string): Promise<void> => {
  const body = { visibility: 'all', text: '喜欢靠窗的位置' };
  const { status } = await counter.post(counter.desk, `/staff/clients/${id}/notes`, body);
  expect(status).toBe(201);
};
const sweep = (name: string): Promise<unknown> => counter.api.app.get(SweepRunner).runNow(name);
const foundBy = async (q: string): Promise<string[]> => {
  const { token } = counter.manager;
  const { body } = await counter.api.call(`/staff/clients?q=${encodeURIComponent(q)}`, { token });
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};

describe('value that a file of clients brings along', () => {
  it('is in the wallets through the ledger, as the check had said', async () => {
    const one = await importer.check(
      await sent(
        `欧阳云,${aPhone()},"1,280.50",200,1500,2025/3/1`,
        `司马晴,${aPhone()},0,,,`,
        `上官雪,${aPhone()},¥300,,,2025-04-02`,
      ),
      'skip',
      protocol(),
    );
    expect(one.opening).toMatchObject({ rows: 2, principalFen: 158_050, bonusFen: yuan(200) });
    const over = await done(one);
    expect(over.counts).toMatchObject({ created: 3, bad: 0 });
    expect(await counter.wallet(await idOf(one, 2))).toMatchObject({
      ...{ principalFen: 128_050, bonusFen: yuan(200) },
      lots: [{ paidOn: '2025-03-01', title: '期初余额' }],
    });
    expect(await counter.wallet(await idOf(one, 3))).toMatchObject({ principalFen: 0 });
  });

  it('needs the number of a protocol, and names cells that are no amount or have no day', async () => {
    const file = await sent(
      `a,,12元5角,,,2025-01-01`,
      `b,,100,,,`,
      `c,,100,,50,2025-01-01`,
      `d,,-1,,,`,
    );
    const columns = file.columns.flatMap(({ column, field }) => (field ? [{ column, field }] : []));
    const refused = await importer.call(file.id, 'check', { columns, onDuplicate: 'skip' });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'INVALID_INPUT']);
    const one = await importer.check(file, 'skip', protocol());
    const bad = await importer.rows(one.id, 'bad');
    expect(bad.map(({ row, faults }) => [row, faults[0]?.field])).toEqual([
      ...[
        [2, 'principal'],
        [3, 'paidOn'],
        [4, 'originalPrice'],
        [5, 'principal'],
      ],
    ]);
  });

  it('goes back by a mirror when the import is undone, and stays where something of it was used', async () => {
    const file = await sent(
      `诸葛兰,${aPhone()},500,100,,2025-03-01`,
      `夏侯玉,${aPhone()},500,100,,2025-03-01`,
      `东方卿,${aPhone()},,,,`,
    );
    const over = await done(await importer.check(file, 'skip', protocol()));
    const [used, whole] = [await idOf(over, 2), await idOf(over, 3)];
    expect((await counter.charge(used, yuan(90))).status).toBe(201);
    await note(whole);
    const back = await undone(over);
    expect(back.counts).toMatchObject({ undone: 1, kept: 2 });
    const kept = await importer.rows(over.id, 'kept');
    expect(kept.map(({ row, keptBecause }) => [row, keptBecause])).toEqual([
      [2, 'used'],
      [3, 'reversed'],
    ]);
    const { principalFen, bonusFen } = await counter.wallet(used);
    expect(principalFen + bonusFen).toBe(yuan(510));
    expect(await counter.wallet(whole)).toMatchObject({ principalFen: 0, bonusFen: 0 });
    expect(await foundBy('夏侯玉')).toEqual([whole]);
  });

  it('leaves, undone, a file to which another protocol brought value too, with that value', async () => {
    const over = await done(
      await importer.check(
        await sent(`澹台月,${aPhone()},500,100,,2025-03-01`),
        'skip',
        protocol(),
      ),
    );
    const id = await idOf(over, 2);
    const [row] = await importer.rows(over.id, 'created');
    const other = await counter.post(counter.manager, '/staff/opening-balances', {
      ...{ ...protocol(), storeId: counter.store.id, validEverywhere: true, dryRun: false },
      rows: [{ memberNo: row?.client?.memberNo, principalFen: yuan(80), paidOn: '2025-04-01' }],
    });
    expect(other).toMatchObject({ status: 200, body: { imported: true } });
    const back = await undone(over);
    expect(back.counts).toMatchObject({ undone: 0, kept: 1 });
    expect(await importer.rows(over.id, 'kept')).toMatchObject([{ keptBecause: 'reversed' }]);
    expect(await foundBy('澹台月')).toEqual([id]);
    expect(await counter.wallet(id)).toMatchObject({ principalFen: yuan(80), bonusFen: 0 });
    const verdict = await counter.api.app.get(VerifyLedger, { strict: false }).run();
    expect(verdict).toMatchObject({ ok: true });
  });

  it('leaves, undone, what the books hold and a nameless owner of it, and nothing else', async () => {
    const known = aPhone();
    await counter.post(counter.desk, '/staff/clients', { name: '百里晴', phone: known });
    await sweep('standing.missing');
    const before = await checksums(counter.api);
    const clients = await clientsBut('');
    const file = await sent(
      `百里晴,${known},60,0,,2025-03-01`,
      `呼延玉,${aPhone()},500,100,,2025-03-01`,
      `南宫月,${aPhone()},,,,`,
    );
    const over = await done(await importer.check(file, 'add', protocol()));
    const opened = await idOf(over, 3);
    const [added] = await importer.rows(over.id, 'added');
    // What the house makes of every file by itself is no reason to keep one.
    await sweep('standing.missing');
    const back = await undone(over);
    expect(back.counts).toMatchObject({ undone: 3, kept: 0 });
    const after = await checksums(counter.api);
    expect(changedSince(before, after).filter((name) => name !== STANDING)).toEqual(['customer']);
    expect(await clientsBut(opened)).toEqual(clients);
    const balance = await counter.api.database.row<{ fen: unknown }>(
      `SELECT SUM(balance) AS fen FROM ledger_account WHERE owner_kind = 'customer' AND owner_id IN (?, ?)`,
      [opened, added?.client?.id],
    );
    expect(Number(balance?.fen)).toBe(0);
    const verdict = await counter.api.app.get(VerifyLedger, { strict: false }).run();
    expect(verdict).toMatchObject({ ok: true });
  });

  it('leaves, undone, nobody whom a search, a list, a card or a sign-in finds', async () => {
    const phone = aPhone();
    const file = await sent(`尉迟蓝,${phone},500,100,,2025-03-01`);
    const over = await done(await importer.check(file, 'skip', protocol()));
    const id = await idOf(over, 2);
    const [row] = await importer.rows(over.id, 'created');
    const memberNo = row?.client?.memberNo ?? '';
    const { cardNo } = await counter.wallet(id);
    const ways = ['尉迟蓝', phone, phone.slice(-4), memberNo, cardNo ?? ''];
    for (const way of ways) expect(await foundBy(way)).toContain(id);
    await undone(over);
    await sweep('standing.missing');
    await sweep('client-files.reckon');
    for (const way of ways) expect(await foundBy(way)).not.toContain(id);
    const { token } = counter.manager;
    for (const path of [`clients/${id}`, `clients/${id}/wallet`])
      expect([path, (await counter.api.call(`/staff/${path}`, { token })).status]).toEqual([
        ...[path, 404],
      ]);
    const list = await counter.api.call('/staff/client-list', { token });
    expect(JSON.stringify(list.body)).not.toContain(id);
    expect((await counter.charge(id, yuan(1))).status).toBe(404);
    for (const table of ['customer_phone', 'customer_search_line', 'client_standing'])
      expect(await left(table, 'customer_id', id)).toEqual([]);
    expect(await left('subject_key', 'subject_id', id)).toEqual([]);
    const [owner] = await left('customer', 'id', id);
    expect(owner).toMatchObject({ state: 'withdrawn', name: '', note: '', details_cipher: null });
    // Brought again she is somebody new.
    const again = await done(
      await importer.check(await sent(`尉迟蓝,${phone},500,,,2025-03-01`), 'skip', protocol()),
    );
    expect(again.counts).toMatchObject({ created: 1 });
  });

  it('is brought once: another file with the number of the same protocol is refused', async () => {
    const used = protocol();
    const line = `闻人月,${aPhone()},80,,,2025-03-01`;
    const [one, other] = [await sent(line), await sent(line.replace('闻人', '令狐'))];
    await importer.check(other, 'skip', used);
    await done(await importer.check(one, 'skip', used));
    const late = await importer.call(other.id, 'run', {}, 'POST');
    expect([late.status, codeOf(late)]).toEqual([409, 'OPENING_PROTOCOL_USED']);
    const columns = [
      { column: 0, field: 'name' },
      { column: 2, field: 'principal' },
    ];
    const asked = { columns, onDuplicate: 'skip', protocolNo: used.protocolNo.toLowerCase() };
    const again = await importer.call(other.id, 'check', asked);
    expect([again.status, codeOf(again)]).toEqual([400, 'INVALID_INPUT']);
  });
});
