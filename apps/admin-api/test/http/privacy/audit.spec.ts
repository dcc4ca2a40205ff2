import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { LinkAudit } from '../../../src/platform/audit-chain/index.js';
import { AuditTrail, type AuditAction } from '../../../src/platform/audit/index.js';
import { Config } from '../../../src/platform/config/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { MONDAY_TEN, aStore, codeOf } from '../../support/given/index.js';
import { aPhone, aStaffToken } from '../../support/people.js';

type Page = components['schemas']['AuditListDto'];
type Verdict = components['schemas']['AuditVerdictDto'];

let schema: FreshSchema;
let api: TestApi;
/** Somebody with every right on the database. */
let admin: Connection;
let owner: string;
let storeId: string;

beforeAll(async () => {
  schema = await freshSchema();
  api = await anApi(schema.url);
  api.clock.set(MONDAY_TEN);
  storeId = (await aStore(api)).id;
  owner = await aStaffToken(api, ['owner'], [storeId]);
  admin = await createConnection({ uri: schema.url, dateStrings: true, jsonStrings: true });
});
afterAll(async () => {
  await admin.end();
  await api.close();
  await schema.drop();
});

const DETAIL = { z: 1, reason: '核对预约', nested: { b: [1, 2], a: null } };

/** Something happened; its entry is written in the deed's transaction. */
const aDeed = (
  action: AuditAction = 'phone.revealed',
  subjectId = newId(),
  detail: object = DETAIL,
): Promise<void> =>
  api.unitOfWork.run((tx) =>
    api.app.get(AuditTrail).record(tx, {
      actor: { kind: 'system', name: 'test' },
      ...{ action, subject: { kind: 'customer', id: subjectId } },
      detail,
    }),
  );

/** All that was done so far stands in the chain afterwards. */
async function linked(): Promise<number> {
  api.clock.advance({ minutes: 11 });
  return api.app.get(LinkAudit).run(undefined, 7);
}

async function verdict(): Promise<Verdict> {
  const { body } = await api.call('/staff/audit/verify', { token: owner });
  return body as Verdict;
}

const entries = async (query = ''): Promise<Page> =>
  (await api.call(`/staff/audit${query}`, { token: owner })).body as Page;

type Row = Record<string, string | number | Buffer | null>;

async function logRows(): Promise<Row[]> {
  const [rows] = await admin.query<(RowDataPacket & Row)[]>(
    'SELECT l.* FROM audit_log l JOIN audit_chain c ON c.audit_id = l.id ORDER BY l.id',
  );
  return rows;
}

describe('the chain of the audit log', () => {
  beforeAll(async () => {
    for (let n = 0; n < 20; n += 1) await aDeed();
    // A deed that came to nothing leaves a gap in the numbers.
    await api.unitOfWork
      .run(async (tx) => {
        await tx.run(
          `INSERT INTO audit_log (at, actor_kind, actor_id, action, subject_kind, subject_id)
           VALUES (UTC_TIMESTAMP(3), 'system', 'test', 'never', 'customer', 'x')`,
        );
        throw new Error('undone');
      })
      .catch(() => undefined);
    for (let n = 0; n < 5; n += 1) await aDeed();
    await linked();
  });

  it('holds every settled row, gaps and all, and is whole', async () => {
    const { ok, checked, waiting, firstBadRow } = await verdict();
    expect([ok, waiting, firstBadRow]).toEqual([true, 0, null]);
    expect(checked).toBeGreaterThanOrEqual(25);
  });

  it('leaves what may still have older rows on their way for the next run', async () => {
    await aDeed();
    expect(await api.app.get(LinkAudit).run()).toBe(0);
    expect((await verdict()).waiting).toBe(1);
    expect(await linked()).toBe(1);
  });

  it('is made once, also by several at once', async () => {
    for (let n = 0; n < 12; n += 1) await aDeed();
    api.clock.advance({ minutes: 11 });
    await Promise.all(Array.from({ length: 4 }, () => api.app.get(LinkAudit).run(undefined, 5)));
    await linked();
    expect(await verdict()).toMatchObject({ ok: true, waiting: 0 });
  });

  it.each([
    ['action', `'phone.removed'`],
    ['actor_id', `'somebody-else'`],
    ['subject_id', `'another'`],
    ['at', `DATE_ADD(at, INTERVAL 1 DAY)`],
    ['detail', `'{"z":2}'`],
    ['request_id', `'r-1'`],
  ])('names the row whose %s was changed', async (column, value) => {
    const row = (await logRows())[9];
    await admin.query(`UPDATE audit_log SET ${column} = ${value} WHERE id = ?`, [row?.id]);
    expect((await verdict()).firstBadRow).toMatchObject({
      ...{ table: 'audit_log', key: String(row?.id) },
    });
    await admin.query(`UPDATE audit_log SET ${column} = ? WHERE id = ?`, [row?.[column], row?.id]);
    expect((await verdict()).ok).toBe(true);
  });

  it('names a row that was deleted, and one that was slipped in', async () => {
    const rows = await logRows();
    const row = rows[4] ?? {};
    await admin.query('DELETE FROM audit_log WHERE id = ?', [row.id]);
    expect((await verdict()).firstBadRow?.key).toBe(String(row.id));
    await admin.query('INSERT INTO audit_log SET ?', [row]);
    const gap = await theGap(rows);
    await admin.query('INSERT INTO audit_log SET ?', [{ ...row, id: gap }]);
    expect((await verdict()).firstBadRow).toMatchObject({ table: 'audit_log', key: String(gap) });
    await admin.query('DELETE FROM audit_log WHERE id = ?', [gap]);
    expect((await verdict()).ok).toBe(true);
  });

  it('names the first of two rows that changed places', async () => {
    const [, a, b] = await logRows();
    const put = (to: Row | undefined, of: Row | undefined) =>
      admin.query('UPDATE audit_log SET subject_id = ? WHERE id = ?', [of?.subject_id, to?.id]);
    await put(a, b);
    await put(b, a);
    expect((await verdict()).firstBadRow?.key).toBe(String(a?.id));
    await put(a, a);
    await put(b, b);
    expect((await verdict()).ok).toBe(true);
  });

  it('misses its own end: what stood in the files outside must still be there', async () => {
    const [[last]] = await admin.query<(RowDataPacket & Row)[]>(
      'SELECT * FROM audit_chain ORDER BY seq DESC LIMIT 1',
    );
    await admin.query('DELETE FROM audit_chain WHERE seq = ?', [last?.seq]);
    expect((await verdict()).firstBadRow).toMatchObject({ table: 'audit_chain' });
    await admin.query('INSERT INTO audit_chain SET ?', [last]);
    expect((await verdict()).ok).toBe(true);
  });

  it('names the line of a file that does not fit', async () => {
    const folder = path.join(api.app.get(Config).sealFolder, 'audit');
    const file = path.join(folder, readdirSync(folder)[0] ?? '');
    const text = readFileSync(file, 'utf8');
    const [digit, other] = text.includes('"hash":"0')
      ? ['0', '1']
      : [/"hash":"(.)/.exec(text)?.[1], '0'];
    writeFileSync(file, text.replace(`"hash":"${digit}`, `"hash":"${other}`));
    expect((await verdict()).firstBadRow).toMatchObject({ table: 'tip_file' });
    writeFileSync(file, text);
    expect((await verdict()).ok).toBe(true);
  });
});

/** A number between two rows that no row has. */
async function theGap(rows: readonly Row[]): Promise<number> {
  const ids = rows.map(({ id }) => Number(id));
  const before = ids.find((id, at) => at < ids.length - 1 && ids[at + 1] !== id + 1);
  expect(before).toBeDefined();
  return Number(before) + 1;
}

describe('the page of who did what', () => {
  it('finds entries by client, person, deed and day, with names and in plain words', async () => {
    const desk = await aStaffToken(api, ['desk'], [storeId]);
    const phone = aPhone();
    const made = await api.call('/staff/clients', {
      ...{ token: desk, body: { name: '沈碧云', phone } },
    });
    const { id } = made.body as { id: string };
    await api.call(`/staff/clients/${id}/reveal-phone`, {
      ...{ token: desk, body: { reason: '回电确认' } },
    });
    const { items } = await entries(`?customerId=${id}`);
    expect(items).toMatchObject([
      {
        ...{ actionName: '查看完整电话', subjectName: '沈碧云', actorName: '李娜', customerId: id },
        ...{
          facts: [
            { name: '手机尾号', value: phone.slice(-4) },
            { name: '原因', value: '回电确认' },
          ],
          linked: false,
        },
      },
    ]);
    const [entry] = items;
    const date = entry?.at.slice(0, 10);
    for (const query of [
      `?staffId=${entry?.actorId}`,
      `?customerId=${id}&action=phone.revealed&date=${date}`,
    ])
      expect((await entries(query)).items.map((one) => one.id)).toEqual([entry?.id]);
    for (const query of [`?customerId=${id}&action=tier.set`, `?customerId=${id}&date=2020-01-01`])
      expect((await entries(query)).items).toEqual([]);
  });

  it.each([
    [
      'care.overridden',
      { approvedBy: 'nobody', context: 'bill' },
      ['两人确认继续护理', '批准人：nobody', '用在：账单'],
    ],
    ['consent.given', { kind: 'photos' }, ['签署同意书', '内容：护理照片']],
    ['consent.withdrawn', { kind: 'health' }, ['撤回同意书', '内容：健康信息']],
    ['notes.read', {}, ['查看顾客备注']],
    ['formula.written', {}, ['写配方']],
  ] as const)('tells what %s was, and finds it by its name', async (action, detail, told) => {
    const subject = newId();
    const [approver] = (await entries()).items.filter(({ actorKind }) => actorKind === 'staff');
    const facts = { ...detail, ...('approvedBy' in detail && { approvedBy: approver?.actorId }) };
    await aDeed(action, subject, facts);
    const { items, actions } = await entries(`?customerId=${subject}&action=${action}`);
    const [entry] = items;
    expect([
      entry?.actionName,
      ...(entry?.facts ?? []).map(({ name, value }) => `${name}：${value}`),
    ]).toEqual(told.map((one) => one.replace('nobody', approver?.actorName ?? '')));
    expect(actions).toContainEqual({ action, name: entry?.actionName });
  });

  it('turns its pages by number, each entry once', async () => {
    const subject = newId();
    for (let n = 0; n < 35; n += 1) await aDeed('phone.revealed', subject);
    const first = await entries(`?customerId=${subject}`);
    const second = await entries(`?customerId=${subject}&cursor=${first.nextCursor ?? ''}`);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([first.items.length, second.items.length, new Set(ids).size]).toEqual([30, 5, 35]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('is the owner’s alone', async () => {
    const manager = await aStaffToken(api, ['manager'], [storeId]);
    for (const where of ['/staff/audit', '/staff/audit/verify']) {
      const answer = await api.call(where, { token: manager });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
    }
  });
});
