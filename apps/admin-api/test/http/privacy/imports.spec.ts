import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  aWorkbook,
  aZip,
  workbookParts,
} from '../../../src/modules/privacy/import/testing/a-workbook.js';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/fresh-schema.js';
import { MONDAY_TEN, aStore, codeOf } from '../../support/given/index.js';
import { anImporter, work, type Import, type Importer } from '../../support/given/imports.js';
import { aPhone, aStaffToken } from '../../support/people.js';
import { checksums } from '../hostile/support/stored.js';
import { aMessyFile, asText, inGbk, type MessyFile } from './a-messy-file.js';

const MESSY_ROWS = 5_000;
/** What an undo leaves: that it was done, what was told of it, numbers that are given once, and what the import itself says. */
const LEFT_BY_UNDO = [
  ...['audit_log', 'customer_number', 'job', 'sweep', 'client_import', 'client_import_row'],
  ...['client_import_mapping', 'staff_session', 'outbox_event'],
];

// Of its own: every table is compared, and one import writes at a time.
let schema: FreshSchema;
let api: TestApi;
let token: string;
let storeId: string;
let importer: Importer;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  api.clock.set(MONDAY_TEN);
  storeId = (await aStore(api)).id;
  token = await aStaffToken(api, ['manager'], [storeId]);
  importer = anImporter(api, token, storeId);
});
afterAll(async () => {
  await api.close();
  await schema.drop();
});

const csv = (...lines: string[]): Buffer => Buffer.from(['姓名,手机号,备注', ...lines].join('\n'));
const stored = async (): Promise<Record<string, string>> => {
  const sums = await checksums(api);
  return Object.fromEntries(Object.entries(sums).filter(([name]) => !LEFT_BY_UNDO.includes(name)));
};
const finished = async (one: Import, what = 'run', body: object = {}): Promise<Import> => {
  const answer = await importer.call(one.id, what, body, 'POST');
  expect(answer.status).toBe(200);
  await work(api);
  return importer.one(one.id);
};
const undone = (one: Import): Promise<Import> => finished(one, 'undo', { reason: '导错了文件' });
const filesWith = async (text: string) =>
  (
    (await api.call(`/staff/clients?q=${encodeURIComponent(text)}`, { token })).body as {
      items: { id: string; name: string; gender: string }[];
    }
  ).items;

describe('the dry run of a messy file', () => {
  const kinds: readonly (readonly [string, (file: MessyFile) => Buffer, boolean])[] = [
    ['in UTF-8', (file) => Buffer.from(asText(file)), false],
    ['in GBK', (file) => inGbk(asText(file)), false],
    ['as a workbook', (file) => aWorkbook(file.rows, { merged: file.merged }), true],
  ];
  it.each(kinds)('names every bad cell and nothing else: %s', async (_, write, workbook) => {
    const file = aMessyFile(MESSY_ROWS, workbook ? 71 : 72, { workbook });
    const one = await importer.check(await importer.sent(write(file)));
    const bad = await importer.rows(one.id, 'bad');
    const named = bad.flatMap(({ row, faults }) => faults.map(({ column }) => `${row}.${column}`));
    expect(file.bad.length).toBeGreaterThan(300);
    expect(named).toEqual(file.bad);
    const twice = (await importer.rows(one.id, 'duplicate')).map(({ row }) => row);
    expect(twice).toEqual(file.twice);
    expect(one).toMatchObject({ rows: MESSY_ROWS, faults: file.bad.length, state: 'checked' });
    expect(one.counts.ready).toBe(MESSY_ROWS - bad.length - twice.length);
  });

  it('hides phones in what it names, and gives a table in which nothing is a formula', async () => {
    const one = await importer.check(
      await importer.sent(csv('=1+1,138001380001,', ',13800138000,')),
    );
    const { text } = (await api.call(`/staff/client-imports/${one.id}/fault-sheet`, { token }))
      .body as { text: string };
    expect(text).toContain('********0001');
    expect(text).not.toContain('138001380');
    expect(
      text
        .split(/[\r\n]+/)
        .flatMap((line) => line.split(','))
        .filter((cell) => /^"?[=+@-]/.test(cell)),
    ).toEqual([]);
  });
});

describe('what a spreadsheet left in a table of text', () => {
  it('is named by row and column, and is nobody’s name', async () => {
    const one = await importer.check(
      await importer.sent(
        csv(
          ...['"=HYPERLINK(""http://x"",""点我"")",,', '#REF!,,', '#N/A,,', '谷雨,,#VALUE!'],
          ...['="谷雨生",,', `谷雨晴,="${aPhone()}",身高=165`],
        ),
      ),
    );
    expect(one.counts).toMatchObject({ ready: 2, bad: 4 });
    const bad = await importer.rows(one.id, 'bad');
    expect(bad.map(({ row, faults }) => [row, faults[0]?.field])).toEqual([
      ...[[2, 'name'] as const, [3, 'name'] as const, [4, 'name'] as const, [5, 'note'] as const],
    ]);
    expect((await finished(one)).counts).toMatchObject({ created: 2 });
    expect((await filesWith('谷雨')).map(({ name }) => name).sort()).toEqual(['谷雨晴', '谷雨生']);
  });
});

describe('an import', () => {
  it('opens a file for each sound row, skips who has one, and finds them by what they were brought with', async () => {
    const phone = aPhone();
    await api.call('/staff/clients', { token, body: { name: '赵雅', phone } });
    const other = aPhone();
    const one = await importer.check(
      await importer.sent(
        csv(`赵雅,${phone},熟客`, `赵雅的妈妈,${phone},`, `钱静宜,${other},怕吵`, 'x,1,'),
      ),
    );
    expect(one.counts).toMatchObject({ ready: 1, duplicate: 1, shared: 1, bad: 1 });
    expect((await importer.rows(one.id, 'bad'))[0]).toMatchObject({ row: 5, name: 'x' });
    const done = await finished(one);
    expect(done).toMatchObject({ state: 'done', counts: { created: 2, skipped: 1, bad: 1 } });
    expect(await filesWith('钱静宜')).toHaveLength(1);
    expect(await filesWith(phone)).toHaveLength(2);
    expect((await filesWith(other)).map(({ name }) => name)).toEqual(['钱静宜']);
    const [row] = await importer.rows(one.id, 'created');
    expect(row?.client).toMatchObject({ name: '赵雅的妈妈' });
  });

  it('asks who she is whose phone is somebody’s of another name, here or in the file', async () => {
    const [phone, other] = [aPhone(), aPhone()];
    await api.call('/staff/clients', { token, body: { name: '陈晓芳', phone } });
    const content = csv(
      `陈芳,${phone},改了名`,
      `陈爸爸,${phone},`,
      `冯一,${other},`,
      `冯二,${other},`,
    );
    const one = await importer.check(await importer.sent(content), 'skip');
    expect(one.counts).toMatchObject({ ready: 1, duplicate: 0, shared: 3 });
    const asked = await importer.rows(one.id, 'shared');
    expect(asked.map(({ row, match, sameAsRow }) => [row, match?.name, sameAsRow])).toEqual([
      ...[[2, '陈晓芳', null] as const, [3, '陈晓芳', null] as const, [5, undefined, 4] as const],
    ]);
    expect((await importer.call(one.id, 'choice', { row: 2, choice: 'add' })).status).toBe(204);
    expect((await importer.check(one, 'skip')).counts.shared).toBe(3);
    expect((await finished(one)).counts).toMatchObject({ added: 1, created: 3, skipped: 0 });
    expect((await filesWith(phone)).map(({ name }) => name).sort()).toEqual(['陈晓芳', '陈爸爸']);
    expect(await filesWith(other)).toHaveLength(2);
  });

  it('names a number that is taken also in a row that has another fault', async () => {
    const lines = ['姓名,手机号,本店编号', '罗一,,D-77', '罗二,12,D-77', '罗三,,D-77'];
    const one = await importer.check(await importer.sent(Buffer.from(lines.join('\n'))));
    const bad = await importer.rows(one.id, 'bad');
    expect(bad.map(({ row, faults }) => [row, faults.map(({ field }) => field)])).toEqual([
      ...[[3, ['phone', 'ownNo']] as const, [4, ['ownNo']] as const],
    ]);
  });

  it('adds to a file what it does not say, or opens a second one, as was chosen for the row', async () => {
    const phones = [aPhone(), aPhone()];
    for (const [at, phone] of phones.entries())
      await api.call('/staff/clients', { token, body: { name: `孙琳${at}`, phone } });
    const lines = [
      '姓名,手机号,性别,生日',
      ...phones.map((phone, at) => `孙琳${at},${phone},女,1990-05-12`),
    ];
    const one = await importer.check(await importer.sent(Buffer.from(lines.join('\n'))), 'add');
    expect((await importer.call(one.id, 'choice', { row: 3, choice: 'new' })).status).toBe(204);
    const done = await finished(one);
    expect(done.counts).toMatchObject({ added: 1, created: 1 });
    const [first] = await filesWith('孙琳0');
    const file = (await api.call(`/staff/clients/${first?.id}`, { token })).body;
    expect(file).toMatchObject({ gender: 'female', birthday: '1990-05-12' });
    expect(await filesWith('孙琳1')).toHaveLength(2);
    expect((await undone(done)).counts).toMatchObject({ undone: 2 });
    expect((await api.call(`/staff/clients/${first?.id}`, { token })).body).toMatchObject({
      ...{ gender: 'unknown', birthday: null, version: 1 },
    });
  });

  it('leaves the database as it was when it is undone', async () => {
    const known = aPhone();
    await api.call('/staff/clients', { token, body: { name: '周敏', phone: known } });
    const before = await stored();
    const file = aMessyFile(300, 73);
    const rows = [...file.rows, ['周敏', known, '1988-08-08', '女', '', '', '新备注', '']];
    const bytes = aWorkbook(rows, { merged: file.merged });
    const done = await finished(await importer.check(await importer.sent(bytes), 'add'));
    expect(done.counts.created).toBeGreaterThan(200);
    expect(done.counts.added).toBe(file.twice.length + 1);
    expect(await stored()).not.toEqual(before);
    const over = await undone(done);
    expect(over).toMatchObject({ state: 'undone', counts: { created: 0, added: 0, kept: 0 } });
    expect(await stored()).toEqual(before);
  });

  it('brings the number and the details she had before, and names a number that is somebody else’s', async () => {
    const [known, hers] = [aPhone(), aPhone()];
    const opened = await api.call('/staff/clients', {
      token,
      body: { name: '蒋芸', phone: known },
    });
    const { id } = opened.body as { id: string };
    const file = `/staff/clients/${id}/profile`;
    const before = await stored();
    const lines = [
      '姓名,手机号,会员卡号,职业,微信号,邮箱,小区',
      `蒋芸,${known},ＶＩＰ-8,教师,jiang,j@example.com,静安`,
      `蒋芸,${known},VIP-8,会计,,,`,
      `沈芸,${hers},VIP-9,设计师,,,`,
      `韩芸,${aPhone()},VIP-9,,,,`,
      `杨芸,${aPhone()},第9号,,,不是邮箱,`,
    ];
    const one = await importer.check(await importer.sent(Buffer.from(lines.join('\n'))), 'add');
    const bad = await importer.rows(one.id, 'bad');
    expect(bad.map(({ row, faults }) => [row, faults.map(({ column }) => column)])).toEqual([
      [5, [2]],
      [6, [2, 5]],
    ]);
    const done = await finished(one);
    expect(done.counts).toMatchObject({ added: 2, created: 1 });
    expect((await api.call(file, { token })).body).toMatchObject({
      ...{ ownNo: 'VIP-8', occupation: '教师' },
      contact: { wechatName: 'j***', email: 'j***@example.com', address: '静***' },
    });
    const again = await importer.check(
      await importer.sent(Buffer.from(`姓名,手机号,卡号\n冯芸,${aPhone()},VIP-9`)),
    );
    expect(again.counts).toMatchObject({ ready: 0, bad: 1 });
    await undone(done);
    expect(await stored()).toEqual(before);
  });

  it('keeps what somebody worked with when it is undone, and says which and why', async () => {
    const phones = [aPhone(), aPhone(), aPhone()];
    const names = ['冯晓', '陈露', '褚月'];
    const one = await importer.check(
      await importer.sent(csv(...names.map((name, at) => `${name},${phones[at]},`))),
    );
    const done = await finished(one);
    const rows = await importer.rows(one.id, 'created');
    await api.call(`/staff/clients/${rows[0]?.client?.id}`, {
      ...{ method: 'PATCH', token, body: { note: '换了工作' } },
    });
    await api.unitOfWork.run((tx) =>
      tx.run(
        'INSERT INTO wechat_identity (id, appid, openid, customer_id, created_at) VALUES (?, ?, ?, ?, ?)',
        [
          ...[
            rows[1]?.client?.id,
            'wx',
            `o${rows[1]?.client?.id}`,
            rows[1]?.client?.id,
            MONDAY_TEN,
          ],
        ],
      ),
    );
    const over = await undone(done);
    expect(over.counts).toMatchObject({ undone: 1, kept: 2 });
    const kept = await importer.rows(one.id, 'kept');
    expect(kept.map(({ client, keptBecause }) => [client?.name, keptBecause])).toEqual([
      ['冯晓', 'changed'],
      ['陈露', 'in_use'],
    ]);
    expect(await filesWith('褚月')).toEqual([]);
  });

  it('is one at a time, runs once, and is nobody else’s', async () => {
    const [first, second] = [
      await importer.check(await importer.sent(csv('卫一,,'))),
      await importer.check(await importer.sent(csv('卫二,,'))),
    ];
    expect((await importer.call(first.id, 'run', {}, 'POST')).status).toBe(200);
    const meanwhile = await importer.call(second.id, 'run', {}, 'POST');
    expect([meanwhile.status, codeOf(meanwhile)]).toEqual([409, 'IMPORT_RUNNING']);
    const again = await importer.call(first.id, 'run', {}, 'POST');
    expect([again.status, codeOf(again)]).toEqual([409, 'IMPORT_STATE']);
    await work(api);
    expect(await filesWith('卫一')).toHaveLength(1);
    const stranger = await aStaffToken(api, ['manager'], [(await aStore(api)).id]);
    const read = await api.call(`/staff/client-imports/${first.id}`, { token: stranger });
    expect([read.status, codeOf(read)]).toEqual([404, 'IMPORT_NOT_FOUND']);
  });

  it('remembers the columns, and tells when the same file comes again', async () => {
    const bytes = Buffer.from('会员,号码甲\n沈一,13800138000');
    const one = await importer.sent(bytes);
    expect(one.columns.map(({ field }) => field)).toEqual(['name', null]);
    const columns = [
      { column: 0, field: 'name' },
      { column: 1, field: 'phone' },
    ];
    await importer.call(one.id, 'check', { columns, onDuplicate: 'skip' });
    await finished(one);
    const again = await importer.sent(bytes);
    expect(again.columns.map(({ field }) => field)).toEqual(['name', 'phone']);
    expect(again.importedBefore).not.toBeNull();
  });

  it('forgets what the file said after thirty days, and is not undone any more', async () => {
    const done = await finished(await importer.check(await importer.sent(csv('韩雪,,怕冷'))));
    const now = api.clock.now();
    api.clock.advance({ days: 31 });
    await api.app.get(SweepRunner).runNow('client-imports.forget');
    const rows = await api.database.rows(
      'SELECT 1 FROM client_import_row WHERE import_id = ? AND cells_sealed IS NOT NULL',
      [done.id],
    );
    expect(rows).toEqual([]);
    // Sessions are over by then.
    api.clock.set(now);
    const late = await importer.call(done.id, 'undo', { reason: '太晚了' }, 'POST');
    expect([late.status, codeOf(late)]).toEqual([409, 'IMPORT_CONTENT_GONE']);
    expect((await importer.one(done.id)).fileName).toBeNull();
  });
});

describe('a hostile file', () => {
  const faultOf = async (bytes: Buffer): Promise<unknown> => {
    const { status, body } = await importer.send(bytes);
    return [status, (body as { fault?: string }).fault];
  };

  it('is refused: a zip bomb, a document type, an old or broken workbook, no table', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    const others = workbookParts([['姓名'], ['李娜']]).filter(({ name }) => name !== sheet);
    const bomb = aZip([...others, { name: sheet, bytes: Buffer.alloc(120 * 1024 * 1024, 0x20) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf(bomb)).toEqual([400, 'too_large']);
    const head = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
    expect(await faultOf(aWorkbook([['姓名'], ['&e;']], { head }))).toEqual([400, 'doctype']);
    expect(await faultOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([400, 'old_workbook']);
    expect(await faultOf(aWorkbook([['姓名']]).subarray(0, 99))).toEqual([400, 'broken']);
    expect(await faultOf(Buffer.from('姓名,手机号'))).toEqual([400, 'empty']);
    const lines = Array.from({ length: 20_001 }, (_, at) => `王${at}`);
    expect(await faultOf(csv(...lines))).toEqual([400, 'too_many_rows']);
  });

  it('is not read before all of it is there', async () => {
    const body = { storeId, fileName: 'a.csv', bytes: 200_000 };
    const begun = await api.call('/staff/client-imports', { token, body });
    const { id } = begun.body as { id: string };
    const short = await importer.call(id, 'part', { seq: 0, content: 'YQ==' });
    expect([short.status, codeOf(short)]).toEqual([400, 'INVALID_INPUT']);
    const early = await importer.call(id, 'table');
    expect([early.status, codeOf(early)]).toEqual([409, 'IMPORT_INCOMPLETE']);
  });
});
