import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { freshSchema, type FreshSchema } from '../../support/fresh-schema.js';
import { codeOf } from '../../support/given/index.js';
import { anImporter, work, type Import, type Importer } from '../../support/given/imports.js';
import { aPhone } from '../../support/people.js';
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
