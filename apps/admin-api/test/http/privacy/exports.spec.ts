import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { BuildExport } from '../../../src/modules/privacy/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, aStore, codeOf } from '../../support/given/index.js';
import { aPhone, aStaffToken, anAccount } from '../../support/people.js';

type Schemas = components['schemas'];
type Export = Schemas['ExportDto'];

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
});
afterAll(() => api.close());

const post = (
  token: string,
  path: string,
  body: object = {},
  key = randomUUID(),
): Promise<Answer> => api.call(path, { token, body, headers: { 'idempotency-key': key } });

/** Opens the file of a client whose home is this store. */
async function aClientOf(manager: string, homeStoreId: string, name: string) {
  const body = { name, phone: aPhone(), gender: 'female', homeStoreId, source: 'walk_in' };
  expect((await post(manager, '/staff/clients', body)).status).toBe(201);
  return { name, phone: body.phone };
}

/** A store with clients of its own, two managers and somebody of marketing. */
async function aHouse(names: readonly string[]) {
  const { id: storeId } = await aStore(api);
  const manager = await aStaffToken(api, ['manager'], [storeId]);
  const clients: { name: string; phone: string }[] = [];
  for (const name of names) clients.push(await aClientOf(manager, storeId, name));
  return {
    ...{ storeId, manager, clients },
    second: await aStaffToken(api, ['manager'], [storeId]),
    marketing: await aStaffToken(api, ['marketing'], [storeId]),
  };
}
type House = Awaited<ReturnType<typeof aHouse>>;

/** Somebody of the house who answers for its first client. */
async function aConsultantOf({ storeId, clients }: House): Promise<string> {
  const { staffId } = await anAccount(api, ['manager'], [storeId]);
  await api.unitOfWork.run((tx) =>
    tx.run('UPDATE customer SET consultant_id = ? WHERE home_store_id = ? AND name = ?', [
      ...[staffId, storeId, clients[0]?.name],
    ]),
  );
  return staffId;
}

const aRequest = ({ storeId }: House, more: object = {}): object => ({
  ...{ storeId, kind: 'clients', format: 'csv', columns: ['member_no', 'name', 'phone'] },
  ...{ filter: { storeId }, reason: '给总部核对会员人数' },
  ...more,
});

async function asked(house: House, more: object = {}, by = house.manager): Promise<Export> {
  const answer = await post(by, '/staff/client-exports', aRequest(house, more));
  expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
  return answer.body as Export;
}

async function agreed(house: House, more: object = {}, by = house.manager): Promise<Export> {
  const { id } = await asked(house, more, by);
  expect((await post(house.second, `/staff/client-exports/${id}/approve`)).status).toBe(200);
  await api.app.get(BuildExport).build(id);
  return (await api.call(`/staff/client-exports/${id}`, { token: by })).body as Export;
}

const fileOf = (id: string, token: string): Promise<Answer> =>
  api.call(`/staff/client-exports/${id}/file`, { token });

async function textOf(id: string, token: string): Promise<string> {
  const { body } = await fileOf(id, token);
  return Buffer.from((body as Schemas['ExportFileDto']).content, 'base64').toString('utf8');
}

const refusal = (answer: Answer) => [answer.status, codeOf(answer)];

describe('a list of clients', () => {
  it('leaves only after somebody else agreed, and says whose copy it is', async () => {
    const house = await aHouse(['顾青岚', '-SUM(A1)']);
    const { id, state, expectedRows, mayDecide } = await asked(house);
    expect([state, expectedRows, mayDecide]).toEqual(['requested', 2, false]);
    const own = await post(house.manager, `/staff/client-exports/${id}/approve`);
    expect(refusal(own)).toEqual([403, 'EXPORT_SECOND_PERSON']);
    expect(refusal(await fileOf(id, house.manager))).toEqual([409, 'EXPORT_STATE']);
    await post(house.second, `/staff/client-exports/${id}/approve`);
    await api.app.get(BuildExport).build(id);
    const lines = (await textOf(id, house.manager)).replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe(lines.at(-1));
    expect(lines[0]).toContain(id.slice(-8));
    expect(lines[1]).toBe('会员号,姓名,手机号');
    expect(lines).toHaveLength(5);
    const [ordinary, formula] = house.clients;
    expect(lines.join('\n')).toContain(`${ordinary?.name},*******${ordinary?.phone.slice(-4)}`);
    expect(lines.join('\n')).toContain(`"'${formula?.name}"`);
    expect(lines.join('\n')).not.toContain(ordinary?.phone);
  });

  it('holds those of one consultant who have all tags, and tells by what it was narrowed', async () => {
    const house = await aHouse(['顾青岚', '温如玉']);
    const consultantId = await aConsultantOf(house);
    const filter = { storeId: house.storeId, consultantId };
    const one = await asked(house, { filter });
    expect([one.expectedRows, one.filter]).toEqual([1, filter]);
    const tagged = aRequest(house, { filter: { ...filter, tagIds: [newId()] } });
    const none = await post(house.manager, '/staff/client-exports', tagged);
    expect(refusal(none)).toEqual([409, 'EXPORT_EMPTY']);
  });

  it('is handed to nobody but who asked, each time counted and written down', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await agreed(house);
    expect(refusal(await fileOf(id, house.second))).toEqual([404, 'EXPORT_NOT_FOUND']);
    await fileOf(id, house.manager);
    await fileOf(id, house.manager);
    const { body } = await api.call(`/staff/client-exports/${id}`, { token: house.second });
    expect((body as Export).downloads).toBe(2);
    const owner = await aStaffToken(api, ['owner'], [house.storeId]);
    const audit = await api.call('/staff/audit?action=clients.export_downloaded', { token: owner });
    expect(JSON.stringify(audit.body)).toContain(`"${id.slice(-8)}"`);
  });

  it('is gone after 24 hours, and the sweep leaves nothing of it', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await agreed(house);
    api.clock.advance({ minutes: 24 * 60 });
    const later = await aStaffToken(api, ['manager'], [house.storeId]);
    const mine = await api.call('/staff/client-exports', { token: later });
    expect(mine.status).toBe(200);
    await api.app.get(BuildExport).closeOverdue();
    const left = await api.unitOfWork.run((tx) =>
      tx.rows('SELECT seq FROM client_export_part WHERE export_id = ?', [id]),
    );
    expect(left).toEqual([]);
    const { body } = await api.call(`/staff/client-exports/${id}`, { token: later });
    expect((body as Export).state).toBe('closed');
    api.clock.set(MONDAY_TEN);
  });

  it('holds whole phones only with a reason of their own', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await agreed(house, { phonesReason: '总部要逐个短信通知搬迁' });
    expect(await textOf(id, house.manager)).toContain(house.clients[0]?.phone);
    const pointless = aRequest(house, { columns: ['name'], phonesReason: '想看看号码' });
    const answer = await post(house.manager, '/staff/client-exports', pointless);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('phonesReason');
    // Who may not see one number whole does not take them all along.
    const many = aRequest(house, { phonesReason: '总部要逐个短信通知搬迁' });
    expect(refusal(await post(house.marketing, '/staff/client-exports', many))).toEqual([
      ...[403, 'FORBIDDEN'],
    ]);
  });

  it('tells money only to those who may read wallets, and nothing of health to anybody', async () => {
    const house = await aHouse(['顾青岚']);
    const money = aRequest(house, { columns: ['name', 'balance'] });
    expect(refusal(await post(house.marketing, '/staff/client-exports', money))).toEqual([
      ...[403, 'FORBIDDEN'],
    ]);
    const health = aRequest(house, { columns: ['name', 'allergies'] });
    expect((await post(house.manager, '/staff/client-exports', health)).status).toBe(400);
    const plain = await agreed(house, { columns: ['name', 'tags'] }, house.marketing);
    expect(plain.state).toBe('ready');
    expect(await textOf(plain.id, house.marketing)).toContain('顾青岚');
  });

  it('without names has neither name nor phone nor number of anybody', async () => {
    const names = ['赵一', '钱二', '孙三', '李四', '周五', '吴六'];
    const house = await aHouse(names);
    const { id, rows } = await agreed(house, { kind: 'de_identified', columns: [] });
    expect(rows).toBe(6);
    const text = await textOf(id, house.manager);
    for (const { name, phone } of house.clients) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(phone.slice(-4));
    }
  });

  it('as a workbook is one that spreadsheets open', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await agreed(house, { format: 'xlsx' });
    const { body } = await fileOf(id, house.manager);
    const { content, fileName } = body as Schemas['ExportFileDto'];
    expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect(fileName).toMatch(/^顾客名单-.+-\d{8}-[0-9A-Z]{8}\.xlsx$/);
  });

  it('is agreed to once when two people agree at once, and not after it was withdrawn or declined', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await asked(house);
    const third = await aStaffToken(api, ['manager'], [house.storeId]);
    const both = await Promise.all(
      [house.second, third].map((token) => post(token, `/staff/client-exports/${id}/approve`)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const declined = await asked(house);
    const no = await post(third, `/staff/client-exports/${declined.id}/decline`, {
      reason: '不需要导出',
    });
    expect((no.body as Export).declineReason).toBe('不需要导出');
    const late = await post(house.second, `/staff/client-exports/${declined.id}/approve`);
    expect(refusal(late)).toEqual([409, 'EXPORT_STATE']);
    const back = await asked(house);
    await post(house.manager, `/staff/client-exports/${back.id}/withdraw`);
    const gone = await post(house.second, `/staff/client-exports/${back.id}/approve`);
    expect(refusal(gone)).toEqual([409, 'EXPORT_STATE']);
  });

  it('is nothing that people of other stores see or decide', async () => {
    const [house, other] = [await aHouse(['顾青岚']), await aHouse([])];
    const { id } = await asked(house);
    for (const path of ['approve', 'withdraw'])
      expect(refusal(await post(other.manager, `/staff/client-exports/${id}/${path}`))).toEqual([
        ...[404, 'EXPORT_NOT_FOUND'],
      ]);
    const list = await api.call('/staff/client-exports', { token: other.manager });
    expect((list.body as Schemas['ExportListDto']).items).toEqual([]);
  });

  it('cannot be agreed to by who asked, whatever the code says: the database refuses it', async () => {
    const house = await aHouse(['顾青岚']);
    const { id } = await asked(house);
    await expect(
      api.unitOfWork.run((tx) =>
        tx.run(
          `UPDATE client_export SET state = 'building', decided_by = requested_by,
             decided_by_name = requested_by_name, decided_at = requested_at WHERE id = ?`,
          [id],
        ),
      ),
    ).rejects.toThrow(/chk_client_export_two/);
  });

  it('that names many more than were agreed to is not written, and agreed to no more', async () => {
    const house = await aHouse(['顾青岚']);
    const [waiting, building] = [await asked(house), await asked(house)];
    await post(house.second, `/staff/client-exports/${building.id}/approve`);
    for (const name of Array.from('甲乙丙丁戊己庚辛壬癸子'))
      await aClientOf(house.manager, house.storeId, `林${name}`);
    await api.app.get(BuildExport).build(building.id);
    const { body } = await api.call(`/staff/client-exports/${building.id}`, {
      token: house.manager,
    });
    expect(body).toMatchObject({ state: 'declined', rows: null });
    expect((body as Export).declineReason).toContain('重新申请');
    const late = await post(house.second, `/staff/client-exports/${waiting.id}/approve`);
    expect(refusal(late)).toEqual([409, 'EXPORT_CHANGED']);
    expect((await agreed(house)).rows).toBe(12);
  });

  it('of nobody is refused', async () => {
    const house = await aHouse([]);
    const answer = await post(house.manager, '/staff/client-exports', aRequest(house));
    expect(refusal(answer)).toEqual([409, 'EXPORT_EMPTY']);
  });
});
