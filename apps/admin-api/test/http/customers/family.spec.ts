import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient, aPhone, aStaffToken } from '../../support/people.js';

let api: TestApi;
let tokens: Record<'desk' | 'therapist' | 'manager', string>;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  tokens = {
    desk: await aStaffToken(api, ['desk']),
    therapist: await aStaffToken(api, ['therapist']),
    manager: await aStaffToken(api, ['manager']),
  };
});
afterAll(() => api.close());

type Role = keyof typeof tokens;
const as = (role: Role, path: string, body?: object, method?: string): Promise<Answer> =>
  api.call(`/staff/${path}`, { token: tokens[role], body, method: method as 'GET' | undefined });

async function aFile(body: object = {}): Promise<{ id: string; memberNo: string }> {
  const answer = await as('desk', 'clients', { name: '张小美', ...body });
  return answer.body as { id: string; memberNo: string };
}

interface Profile {
  occasions: { label: string; date: string; nextOn: string | null }[];
  links: { id: string; relation: string }[];
}
const profileOf = async (id: string): Promise<Profile> =>
  (await as('desk', `clients/${id}/profile`)).body as Profile;
const patch = (id: string, body: object): Promise<Answer> =>
  as('desk', `clients/${id}`, body, 'PATCH');

describe('days that matter to a client', () => {
  it('are kept as she counts them, each with the next time it comes, and in the history', async () => {
    const { id } = await aFile();
    const occasions = [
      { label: '结婚纪念日', date: '2015-05-20' },
      { label: '妈妈生日', date: '--08-15', calendar: 'lunar' },
      { label: '婚礼', date: '2020-10-01', yearly: false },
      { label: '毕业典礼', date: '2099-06-30', yearly: false },
    ];
    expect((await patch(id, { occasions })).status).toBe(200);
    const kept = (await profileOf(id)).occasions;
    expect(kept.map(({ label, date }) => [label, date])).toEqual(
      occasions.map(({ label, date }) => [label, date]),
    );
    const next = kept.map(({ nextOn }) => nextOn);
    expect([next[0]?.slice(4), next[2], next[3]]).toEqual(['-05-20', null, '2099-06-30']);
    // The mid-autumn festival, which the fifteenth of the eighth lunar month is.
    expect(next[1]?.slice(5, 7)).toMatch(/09|10/);
    await patch(id, { occasions: occasions.slice(0, 1) });
    const { items } = (await as('desk', `clients/${id}/changes`)).body as {
      items: { field: string; to: string }[];
    };
    expect(items[0]).toMatchObject({ field: 'occasions', to: '结婚纪念日 2015-05-20' });
  });

  it('are dates, and one that comes once has a year', async () => {
    const { id } = await aFile();
    for (const wrong of [
      { label: '生日', date: '--02-30' },
      { label: '生日', date: '--06-30', leapMonth: true },
      { label: '婚礼', date: '--10-01', yearly: false },
      { label: ' ', date: '--10-01' },
    ])
      expect((await patch(id, { occasions: [wrong] })).status).toBe(400);
    expect((await profileOf(id)).occasions).toEqual([]);
  });

  it('have their names in no table in the clear', async () => {
    const { id, memberNo } = await aFile();
    const label = `求婚${memberNo}`;
    await patch(id, { occasions: [{ label, date: '--05-20' }] });
    const rows = await api.database.rows<object>(
      'SELECT * FROM customer_occasion WHERE customer_id = ?',
      [id],
    );
    const kept = rows.flatMap((row) =>
      Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString() : value)),
    );
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept)).not.toContain(memberNo);
  });
});

describe('clients who belong together', () => {
  it('are linked from both sides, in one word for each, until somebody takes it back', async () => {
    const [mother, daughter] = [await aFile(), await aFile()];
    const path = `clients/${daughter.id}/links/${mother.id}`;
    expect((await as('therapist', path, { relation: 'parent' }, 'PUT')).status).toBe(403);
    expect((await as('desk', path, { relation: 'spouse' }, 'PUT')).status).toBe(200);
    expect((await as('desk', path, { relation: 'parent' }, 'PUT')).body).toMatchObject({
      links: [{ id: mother.id, relation: 'parent' }],
    });
    expect((await profileOf(mother.id)).links).toMatchObject([
      { id: daughter.id, relation: 'child' },
    ]);
    const changes = (await as('desk', `clients/${mother.id}/changes`)).body as {
      items: { field: string; to: string }[];
    };
    expect(changes.items[0]).toMatchObject({ field: 'links' });
    expect(changes.items[0]?.to).toContain(daughter.memberNo);
    await as('desk', `clients/${mother.id}/links/${daughter.id}`, undefined, 'DELETE');
    expect([(await profileOf(mother.id)).links, (await profileOf(daughter.id)).links]).toEqual([
      [],
      [],
    ]);
  });

  it('are two, and both have files', async () => {
    const { id } = await aFile();
    const link = (other: string): Promise<Answer> =>
      as('desk', `clients/${id}/links/${other}`, { relation: 'friend' }, 'PUT');
    expect((await link(id)).status).toBe(400);
    expect((await link('01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404);
  });

  it('stay linked when one of two files goes on, and are what they were when that is taken back', async () => {
    const [kept, gone, mother, friend] = [
      await aFile(),
      await aFile(),
      await aFile(),
      await aFile(),
    ];
    const link = (id: string, other: string, relation: string): Promise<Answer> =>
      as('desk', `clients/${id}/links/${other}`, { relation }, 'PUT');
    await link(gone.id, mother.id, 'parent');
    await link(gone.id, friend.id, 'friend');
    await link(kept.id, friend.id, 'relative');
    await link(gone.id, kept.id, 'sibling');
    await patch(gone.id, { occasions: [{ label: '结婚纪念日', date: '--05-20' }], scents: '茉莉' });
    const merged = await as('manager', 'merges', {
      ...{ fromId: gone.id, toId: kept.id, reason: '同一位顾客' },
    });
    const links = async (id: string): Promise<string[]> =>
      (await profileOf(id)).links.map(({ id: other, relation }) => `${relation} ${other}`).sort();
    expect(await links(kept.id)).toEqual(
      [`parent ${mother.id}`, `relative ${friend.id}`].toSorted(),
    );
    expect(await links(mother.id)).toEqual([`child ${kept.id}`]);
    expect((await profileOf(kept.id)).occasions).toHaveLength(1);
    const { mergeId } = merged.body as { mergeId: string };
    await as('manager', `merges/${mergeId}/undo`, { reason: '其实是两个人' });
    expect(await links(gone.id)).toEqual(
      [`parent ${mother.id}`, `friend ${friend.id}`, `sibling ${kept.id}`].toSorted(),
    );
    expect(await links(kept.id)).toEqual(
      [`relative ${friend.id}`, `sibling ${gone.id}`].toSorted(),
    );
    expect((await profileOf(kept.id)).occasions).toEqual([]);
    expect((await profileOf(gone.id)).occasions).toHaveLength(1);
    expect(await profileOf(kept.id)).toMatchObject({ preferences: { scents: '' } });
  });
});

describe('a phone that somebody else has', () => {
  it('is put on a file as a family’s only, and who has it is named', async () => {
    const phone = aPhone();
    const [mother, daughter] = [await aFile({ phone }), await aFile({ phone: aPhone() })];
    const add = (body: object): Promise<Answer> =>
      as('desk', `clients/${daughter.id}/phones`, { phone, label: '妈妈', ...body });
    expect(await add({})).toMatchObject({
      status: 409,
      body: { code: 'PHONE_ON_OTHER_FILE', holders: [{ id: mother.id }] },
    });
    const { body } = await add({ shared: true });
    const { phones } = body as { phones: { id: string; label: string; isPrimary: boolean }[] };
    const shared = phones.find(({ label }) => label === '妈妈');
    expect(shared).toMatchObject({ isPrimary: false });
    expect((await add({ primary: true })).body).toMatchObject({
      phones: expect.arrayContaining([
        expect.objectContaining({ id: shared?.id, isPrimary: true }),
      ]),
    });
    const seen = await as('desk', `clients/${daughter.id}/reveal-phone`, {
      ...{ reason: '电话联系', phoneId: shared?.id },
    });
    expect(seen.body).toEqual({ phone });
    const strange = await as('desk', `clients/${mother.id}/reveal-phone`, {
      ...{ reason: '电话联系', phoneId: shared?.id },
    });
    expect(strange.status).toBe(409);
  });
});

describe('what a client tells of herself on her phone', () => {
  it('is read and changed by her, stands in her file as hers, and shows nothing that others noted', async () => {
    const { id, token } = await aClient(api);
    await as('desk', `clients/${id}/notes`, { text: '喜欢靠窗', visibility: 'all' });
    const own = (): Promise<Answer> => api.call('/client/me/profile', { token });
    const { version } = (await own()).body as { version: number };
    const told = {
      ...{ name: '林女士', gender: 'female', birthday: '--08-15', birthdayCalendar: 'lunar' },
      ...{ occasions: [{ label: '结婚纪念日', date: '--05-20' }], talk: 'quiet', scents: '茉莉' },
    };
    const change = { token, body: { ...told, version }, method: 'PATCH' as const };
    expect((await api.call('/client/me', change)).status).toBe(200);
    expect((await api.call('/client/me', change)).body).toMatchObject({ code: 'CLIENT_CHANGED' });
    const { body } = await own();
    expect(body).toMatchObject({ ...told, occasions: [{ label: '结婚纪念日' }] });
    expect(JSON.stringify(body)).not.toContain('靠窗');
    const { items } = (await as('desk', `clients/${id}/changes`)).body as {
      items: { byKind: string; field: string }[];
    };
    expect(items.filter(({ byKind }) => byKind === 'client').map(({ field }) => field)).toEqual(
      expect.arrayContaining(['birthday', 'occasions', 'talk', 'scents']),
    );
  });
});
