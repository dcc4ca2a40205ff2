import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStaffToken } from '../../support/people.js';

let api: TestApi;
let tokens: Record<'desk' | 'therapist' | 'manager' | 'owner' | 'marketing' | 'finance', string>;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  const token = (role: keyof typeof tokens) => aStaffToken(api, [role]);
  tokens = {
    desk: await token('desk'),
    therapist: await token('therapist'),
    manager: await token('manager'),
    owner: await token('owner'),
    marketing: await token('marketing'),
    finance: await token('finance'),
  };
});
afterAll(() => api.close());

type Role = keyof typeof tokens;
const as = (role: Role, path: string, body?: object, method?: string): Promise<Answer> =>
  api.call(`/staff/${path}`, { token: tokens[role], body, method: method as 'GET' | undefined });

async function aFile(body: object = {}): Promise<string> {
  const answer = await as('desk', 'clients', { name: '张小美', ...body });
  return (answer.body as { id: string }).id;
}

interface Note {
  id: string;
  text: string;
  visibility: string;
  byName: string;
  earlier: { text: string }[];
}
const notesOf = async (role: Role, id: string): Promise<Note[]> =>
  ((await as(role, `clients/${id}/notes`)).body as { items: Note[] }).items;
const textsOf = async (role: Role, id: string): Promise<string[]> =>
  (await notesOf(role, id)).map(({ text }) => text);

describe('a note', () => {
  it('is read by whom it is for: everybody, those who treat, or those who lead', async () => {
    const id = await aFile();
    for (const [role, visibility, text] of [
      ['desk', 'all', '喜欢靠窗'],
      ['therapist', 'care', '肩颈手法轻一点'],
      ['owner', 'managers', '老客户的女儿'],
    ] as const)
      expect((await as(role, `clients/${id}/notes`, { text, visibility })).status).toBe(201);
    expect(await textsOf('desk', id)).toEqual(['喜欢靠窗']);
    expect(await textsOf('therapist', id)).toEqual(['肩颈手法轻一点', '喜欢靠窗']);
    expect(await textsOf('manager', id)).toHaveLength(3);
    expect(await textsOf('owner', id)).toEqual(['老客户的女儿', '喜欢靠窗']);
  });

  it('is not written by one who could not read it, nor by whom it is no business of', async () => {
    const id = await aFile();
    const body = { text: '手法轻一点', visibility: 'care' };
    expect(await as('desk', `clients/${id}/notes`, body)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'visibility' }] },
    });
    expect((await as('marketing', `clients/${id}/notes`, body)).status).toBe(403);
  });

  it('is corrected once, keeps what it said, and is struck out by an empty text', async () => {
    const id = await aFile({ note: '喜欢靠窗' });
    const [first] = await notesOf('desk', id);
    const correct = (noteId: string, text: string, role: Role = 'desk'): Promise<Answer> =>
      as(role, `clients/${id}/notes/${noteId}/correct`, { text });
    const both = await Promise.all([
      correct(first?.id ?? '', '喜欢靠门'),
      correct(first?.id ?? '', '喜欢安静'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [second] = await notesOf('desk', id);
    expect(second?.earlier.map(({ text }) => text)).toEqual(['喜欢靠窗']);
    expect((await correct(second?.id ?? '', '')).status).toBe(201);
    const [struck] = await notesOf('desk', id);
    expect([struck?.text, struck?.earlier.length]).toEqual(['', 2]);
    const file = await as('desk', `clients/${id}`);
    expect(file.body).toMatchObject({ note: '' });
  });

  it('of another kind, or of another file, is not there to be corrected', async () => {
    const [id, other] = [await aFile(), await aFile()];
    const body = { text: '手法轻一点', visibility: 'care' };
    const made = await as('therapist', `clients/${id}/notes`, body);
    const noteId = (made.body as { id: string }).id;
    for (const [role, file] of [
      ['desk', id],
      ['therapist', other],
    ] as const)
      expect(
        (await as(role, `clients/${file}/notes/${noteId}/correct`, { text: '改' })).status,
      ).toBe(404);
  });

  it('lies in no table in the clear, and reading what is not for everybody is recorded', async () => {
    const word = `过敏体质${newId()}`;
    const id = await aFile();
    await as('therapist', `clients/${id}/notes`, { text: word, visibility: 'care' });
    expect(await textsOf('therapist', id)).toEqual([word]);
    const rows = await api.database.rows<object>(
      'SELECT * FROM customer_note WHERE customer_id = ?',
      [id],
    );
    const kept = rows.flatMap((row) =>
      Object.values(row).map((value) =>
        value instanceof Buffer ? value.toString('utf8') : String(value),
      ),
    );
    expect(kept.some((value) => value.includes(word))).toBe(false);
    const read = await api.database.rows<{ action: string }>(
      'SELECT action FROM audit_log WHERE subject_id = ?',
      [id],
    );
    expect(read.map(({ action }) => action)).toEqual(['notes.read']);
  });
});

interface Group {
  id: string;
  name: string;
  tags: { id: string; name: string }[];
}

async function aGroup(oneOf: boolean, names: string[]): Promise<Group> {
  const name = `组${newId().slice(-8)}`;
  const find = ({ body }: Answer): Group =>
    (body as { items: Group[] }).items.find((group) => group.name === name) ?? {
      ...{ id: '', name, tags: [] },
    };
  let group = find(await as('manager', 'client-tag-groups', { name, color: 'leaf', oneOf }));
  for (const tag of names)
    group = find(await as('manager', `client-tag-groups/${group.id}/tags`, { name: tag }));
  return group;
}

describe('tags', () => {
  const tag = (id: string, tagIds: string[]): Promise<Answer> =>
    as('desk', `clients/${id}/tags`, { tagIds }, 'PUT');
  const idsOf = (group: Group): string[] => group.tags.map(({ id }) => id);

  it('are put on and taken off, as many of a group as it allows', async () => {
    const id = await aFile();
    const [many, one] = [
      await aGroup(false, ['美白', '抗衰']),
      await aGroup(true, ['干性', '油性']),
    ];
    const chosen = [...idsOf(many), idsOf(one)[0] ?? ''];
    const put = await tag(id, chosen);
    expect((put.body as { tags: { id: string }[] }).tags.map((each) => each.id)).toEqual(chosen);
    expect(await tag(id, idsOf(one))).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'tagIds' }] },
    });
    expect(await tag(id, [])).toMatchObject({ status: 200, body: { tags: [] } });
  });

  it('of a group of one are one, whoever puts them on at the same moment', async () => {
    const [id, group] = [await aFile(), await aGroup(true, ['干性', '油性'])];
    const answers = await Promise.all(idsOf(group).map((tagId) => tag(id, [tagId])));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    const { body } = await as('desk', `clients/${id}/profile`);
    expect((body as { tags: unknown[] }).tags).toHaveLength(1);
  });

  it('that are retired stay where they are and are put on no other file', async () => {
    const [id, other, group] = [await aFile(), await aFile(), await aGroup(false, ['怀旧'])];
    const tagIds = idsOf(group);
    await tag(id, tagIds);
    const path = `client-tags/${tagIds[0]}`;
    expect((await as('manager', path, { state: 'retired' }, 'PATCH')).status).toBe(200);
    expect((await tag(id, tagIds)).status).toBe(200);
    expect((await tag(other, tagIds)).status).toBe(400);
  });

  it('have names of their own within a group, and are the manager’s to name', async () => {
    const group = await aGroup(false, ['美白']);
    const path = `client-tag-groups/${group.id}/tags`;
    expect(await as('manager', path, { name: '美白' })).toMatchObject({
      status: 409,
      body: { code: 'TAG_NAME_TAKEN' },
    });
    expect((await as('desk', path, { name: '抗衰' })).status).toBe(403);
  });

  it('tell of needs and never of health, however they get their names: that belongs into the health file', async () => {
    const group = await aGroup(false, ['敏感肌', '祛痘', '抗衰', '防脱']);
    expect(group.tags).toHaveLength(4);
    const [path, tag] = [`client-tag-groups/${group.id}`, `client-tags/${idsOf(group)[0]}`];
    const word = '孕期顾客';
    const rule = { groupId: group.id, name: word, rule: { visits: '3', visitDays: '90' } };
    const answers = [
      await as('manager', 'client-tag-groups', { name: word, color: 'leaf', oneOf: false }),
      await as('manager', path, { name: word }, 'PATCH'),
      await as('manager', `${path}/tags`, { name: word }),
      await as('manager', tag, { name: word }, 'PATCH'),
      await as('manager', 'client-tag-rules', rule),
    ];
    for (const { status, body } of answers)
      expect([status, body]).toMatchObject([
        400,
        { errors: [{ field: 'name', message: expect.stringContaining('健康档案') }] },
      ]);
    const { body } = await as('manager', 'client-tag-groups');
    expect(JSON.stringify(body)).not.toContain(word);
  });
});

describe('what is known of a client', () => {
  const DETAILS = {
    ...{ occupation: '老师', email: 'mei@example.com', address: '徐汇区', wechatName: '小美' },
    ...{ brands: '不用含酒精的', scents: '茉莉', pressure: 'light', talk: 'quiet' },
  };
  const MASKED = { email: 'm***@example.com', address: '徐***', wechatName: '小***' };

  it('is kept, and how she is reached shown masked, to everybody', async () => {
    const [id, friend] = [await aFile(), await aFile({ name: '王秀英' })];
    const patch = { ...DETAILS, ownNo: `A${newId().slice(-9)}`, referrerId: friend, version: 1 };
    expect((await as('desk', `clients/${id}`, patch, 'PATCH')).status).toBe(200);
    const { body } = await as('desk', `clients/${id}/profile`);
    expect(body).toMatchObject({
      ...{ ownNo: patch.ownNo, occupation: '老师', referrer: { id: friend, name: '王秀英' } },
      contact: MASKED,
      preferences: { scents: '茉莉', pressure: 'light', talk: 'quiet' },
    });
    const page = await as('owner', `clients/${id}/page`);
    expect(page.body).toMatchObject({ profile: { contact: MASKED } });
    for (const role of ['owner', 'desk', 'therapist', 'marketing'] as const) {
      const seen = await as(role, `clients/${id}/profile`);
      expect(seen.body).toMatchObject({ contact: MASKED });
      expect(JSON.stringify(seen.body)).not.toContain('mei@');
    }
  });

  it('is left as it is where a change does not speak of it', async () => {
    const id = await aFile();
    await as('desk', `clients/${id}`, DETAILS, 'PATCH');
    await as('desk', `clients/${id}`, { occupation: '医生', wechatName: '' }, 'PATCH');
    expect((await as('desk', `clients/${id}/profile`)).body).toMatchObject({
      ...{ occupation: '医生', contact: { ...MASKED, wechatName: '' } },
    });
  });

  it.each([
    ['email', { email: 'nobody' }],
    ['consultantId', { consultantId: newId() }],
    ['referrerId', { referrerId: newId() }],
    ['preferredStaffIds', { preferredStaffIds: [newId()] }],
    ['usualServiceIds', { usualServiceIds: [newId()] }],
    ['pressure', { pressure: 'hard' }],
  ])('is refused by the name of what is wrong: %s', async (field, patch) => {
    const id = await aFile();
    expect(await as('desk', `clients/${id}`, patch, 'PATCH')).toMatchObject({
      status: 400,
      body: { errors: [{ field }] },
    });
  });

  it('has a number of hers that is found as it was written, and is none of the system’s', async () => {
    const id = await aFile();
    const letters = newId().slice(-9).replace(/\d/g, 'Z');
    for (const ownNo of [
      `62220200${String(Date.now()).slice(-8)}`,
      `G${letters}`,
      String(Date.now()),
    ]) {
      const changed = await as('desk', `clients/${id}`, { ownNo }, 'PATCH');
      expect(changed.status).toBe(200);
      const { body } = await as('desk', `clients?q=${ownNo}`);
      expect((body as { items: { id: string }[] }).items.map((one) => one.id)).toContain(id);
    }
    for (const ownNo of ['YC000002', 'yc77'])
      expect(await as('desk', `clients/${id}`, { ownNo }, 'PATCH')).toMatchObject({
        ...{ status: 400, body: { errors: [{ field: 'ownNo' }] } },
      });
  });

  it('has a number of hers that nobody else has', async () => {
    const [ownNo, first, second] = [`B${newId().slice(-9)}`, await aFile(), await aFile()];
    expect((await as('desk', `clients/${first}`, { ownNo }, 'PATCH')).status).toBe(200);
    expect(await as('desk', `clients/${second}`, { ownNo }, 'PATCH')).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'ownNo' }] },
    });
  });
});

describe('POST /staff/clients/{id}/reveal-contact', () => {
  const reveal = (role: Role, id: string, body: object): Promise<Answer> =>
    as(role, `clients/${id}/reveal-contact`, body);
  const entriesOf = async (id: string): Promise<object[]> => {
    const { body } = await as('owner', `audit?customerId=${id}&action=contact.revealed`);
    return (body as { items: object[] }).items;
  };

  it('shows one detail to who says why, and writes down which one, not what it says', async () => {
    const id = await aFile();
    await as('desk', `clients/${id}`, { email: 'mei@example.com', address: '徐汇区' }, 'PATCH');
    expect(await reveal('desk', id, { detail: 'email', reason: '寄礼品卡' })).toMatchObject({
      ...{ status: 200, body: { value: 'mei@example.com' } },
    });
    const entries = await entriesOf(id);
    expect(entries).toMatchObject([
      {
        actionName: '查看完整联系方式',
        facts: expect.arrayContaining([
          { name: '联系方式', value: '邮箱' },
          { name: '原因', value: '寄礼品卡' },
        ]) as unknown,
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('mei@');
  });

  it('is refused, and leaves no entry, without a reason, a permission, or anything to show', async () => {
    const id = await aFile();
    await as('desk', `clients/${id}`, { email: 'mei@example.com' }, 'PATCH');
    const ask = { detail: 'email', reason: '寄礼品卡' };
    expect((await reveal('desk', id, { detail: 'email' })).status).toBe(400);
    expect((await reveal('desk', id, { ...ask, detail: 'occupation' })).status).toBe(400);
    for (const role of ['marketing', 'therapist', 'finance'] as const)
      expect((await reveal(role, id, ask)).status).toBe(403);
    expect(await reveal('desk', id, { ...ask, detail: 'address' })).toMatchObject({
      ...{ status: 409, body: { code: 'CLIENT_HAS_NO_CONTACT' } },
    });
    expect(await entriesOf(id)).toEqual([]);
  });
});

describe('the history of a file', () => {
  interface Change {
    field: string;
    from: string | null;
    to: string | null;
    byKind: string;
  }
  const historyOf = async (role: Role, id: string): Promise<Change[]> =>
    ((await as(role, `clients/${id}/changes`)).body as { items: Change[] }).items;

  it('says who changed what from what, latest first, and masks how she is reached', async () => {
    const id = await aFile();
    await as('desk', `clients/${id}`, { name: '张美美' }, 'PATCH');
    await as('desk', `clients/${id}`, { email: 'a@b.cn' }, 'PATCH');
    expect(await historyOf('desk', id)).toMatchObject([
      { field: 'email', from: '', to: 'a***@b.cn', byKind: 'staff' },
      { field: 'name', from: '张小美', to: '张美美', byKind: 'staff' },
    ]);
    expect(await historyOf('marketing', id)).toMatchObject([
      { field: 'email', from: '', to: 'a***@b.cn' },
      { field: 'name', to: '张美美' },
    ]);
  });

  it('says nothing where nothing changed', async () => {
    const id = await aFile();
    await as('desk', `clients/${id}`, { name: '张小美', note: '' }, 'PATCH');
    expect(await historyOf('desk', id)).toEqual([]);
  });
});
