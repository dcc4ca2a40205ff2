import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { KeepCompleteness } from '../../../src/modules/customers/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aPhone, aStaffToken, anAccount } from '../../support/people.js';

const AS_IT_COMES = {
  ...{ atCreation: [], verifyMonths: 12 },
  wanted: ['phone', 'gender', 'birthday', 'homeStoreId', 'consultantId'],
};

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
// What every file has to say is one line for the whole house: nobody else is to find it as it was left here.
afterEach(() => policy(AS_IT_COMES));
afterAll(() => api.close());

type Role = keyof typeof tokens;
const as = (role: Role, path: string, body?: object, method?: string): Promise<Answer> =>
  api.call(`/staff/${path}`, { token: tokens[role], body, method: method as 'GET' | undefined });
const policy = (body: object): Promise<Answer> => as('manager', 'client-file-policy', body, 'PUT');

async function aFile(body: object = {}): Promise<string> {
  const answer = await as('desk', 'clients', { name: '张小美', ...body });
  return (answer.body as { id: string }).id;
}

interface Standing {
  completeness: number;
  missing: string[];
  contactCheckedOn: string | null;
  contactDue: string | null;
}
const standingOf = async (id: string): Promise<Standing> =>
  ((await as('desk', `clients/${id}/profile`)).body as { standing: Standing }).standing;
const patch = (id: string, body: object): Promise<Answer> =>
  as('desk', `clients/${id}`, body, 'PATCH');

interface Page {
  items: (Standing & { id: string; consultantId: string })[];
  nextCursor?: string;
}
async function listed(list: string, consultantId: string): Promise<Page['items']> {
  const items: Page['items'] = [];
  for (let cursor = ''; ;) {
    const after = cursor === '' ? '' : `&cursor=${cursor}`;
    const path = `client-files?list=${list}&consultantId=${consultantId}${after}`;
    const page = (await as('therapist', path)).body as Page;
    items.push(...page.items);
    if (page.nextCursor === undefined) return items;
    cursor = page.nextCursor;
  }
}

/** Files of one member of staff who has no others. */
async function filesOfOne(count: number): Promise<{ consultantId: string; ids: string[] }> {
  const { staffId: consultantId } = await anAccount(api, ['consultant']);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = await aFile();
    await patch(id, { consultantId });
    ids.push(id);
  }
  return { consultantId, ids };
}

describe('what a file has to say', () => {
  it('is decided by those who lead, and asked for when a file is opened', async () => {
    expect((await as('desk', 'client-file-policy', AS_IT_COMES, 'PUT')).status).toBe(403);
    await policy({ ...AS_IT_COMES, atCreation: ['phone', 'gender', 'birthday'] });
    expect(await as('desk', 'clients', { name: '张小美', gender: 'unknown' })).toMatchObject({
      status: 400,
      body: {
        code: 'INVALID_INPUT',
        errors: [{ field: 'phone' }, { field: 'gender' }, { field: 'birthday' }],
      },
    });
    const told = { phone: aPhone(), gender: 'female', birthday: '--05-12' };
    expect((await as('desk', 'clients', { name: '张小美', ...told })).status).toBe(201);
  });

  it('knows what a file says by the same bits before and after the contract was read', async () => {
    const id = await aFile({ gender: 'female', birthday: '1990-05-12', phone: aPhone() });
    const before = (await standingOf(id)).missing;
    await api.call('/openapi.json');
    expect((await standingOf(id)).missing).toEqual(before);
    const row = await api.database.row<{ filled: number }>(
      'SELECT filled FROM customer WHERE id = ?',
      [id],
    );
    // The phone, the gender and the birthday, from the lowest bit.
    expect(Number(row?.filled)).toBe(0b111);
  });

  it('makes a file complete by and by: each write tells at once what is still missing', async () => {
    const wanted = ['phone', 'occupation', 'scents', 'tags'];
    await policy({ ...AS_IT_COMES, wanted });
    const id = await aFile();
    expect(await standingOf(id)).toMatchObject({ completeness: 0, missing: wanted });
    await patch(id, { occupation: '老师' });
    await as('desk', `clients/${id}/phones`, { phone: aPhone() });
    const half = await standingOf(id);
    expect([half.completeness, half.missing]).toEqual([50, ['scents', 'tags']]);
    await patch(id, { occupation: '', scents: '茉莉' });
    expect((await standingOf(id)).missing).toEqual(['occupation', 'tags']);
    const phoneId = (
      (await as('desk', `clients/${id}`)).body as { phones: { id: string }[] }
    ).phones.at(0)?.id;
    await as('desk', `clients/${id}/phones/${phoneId ?? ''}`, undefined, 'DELETE');
    expect((await standingOf(id)).completeness).toBe(25);
  });

  it('counts for all files again when it changes, whatever they were counted under', async () => {
    const { consultantId, ids } = await filesOfOne(2);
    await patch(ids[0] ?? '', { occupation: '老师' });
    await policy({ ...AS_IT_COMES, wanted: ['occupation', 'consultantId'] });
    await api.unitOfWork.run((tx) =>
      tx.run('UPDATE customer SET reckoned = 0, filled = 0, completeness = 0 WHERE id = ?', [
        ids[1],
      ]),
    );
    await api.app.get(KeepCompleteness, { strict: false }).reckonOlder();
    expect((await standingOf(ids[0] ?? '')).completeness).toBe(100);
    expect((await standingOf(ids[1] ?? '')).completeness).toBe(50);
    const report = (await as('manager', 'client-file-report')).body as {
      items: { consultantId: string | null }[];
      waiting: number;
    };
    expect(report.waiting).toBe(0);
    expect(report.items.find((line) => line.consultantId === consultantId)).toEqual({
      ...{ consultantId, files: 2, average: 75, complete: 1, contactsDue: 0 },
    });
    expect((await as('therapist', 'client-file-report')).status).toBe(403);
  });

  it('lists the emptiest files of somebody first, page by page, each once, the complete ones not', async () => {
    const { consultantId, ids } = await filesOfOne(23);
    await patch(ids[3] ?? '', { gender: 'male' });
    await policy({ ...AS_IT_COMES, wanted: ['gender', 'consultantId', 'talk'] });
    await patch(ids[5] ?? '', { gender: 'male', talk: 'quiet' });
    await api.app.get(KeepCompleteness, { strict: false }).reckonOlder();
    const found = await listed('incomplete', consultantId);
    expect(found.map(({ id }) => id).sort()).toEqual(ids.toSpliced(5, 1).sort());
    expect(found.at(-1)).toMatchObject({ id: ids[3], completeness: 66, missing: ['talk'] });
  });
});

describe('contact data', () => {
  it('is to be looked at when it grew old, oldest first, until somebody made sure', async () => {
    const { consultantId, ids } = await filesOfOne(22);
    const age = (id: string | undefined, on: string | null): Promise<unknown> =>
      api.unitOfWork.run((tx) =>
        tx.run('UPDATE customer SET contact_checked_on = ? WHERE id = ?', [on, id]),
      );
    for (const [n, id] of ids.entries()) await age(id, n === 21 ? null : `2020-01-${10 + (n % 3)}`);
    const found = await listed('contact', consultantId);
    expect(found).toHaveLength(22);
    expect(found[0]).toMatchObject({ id: ids[21], contactDue: 'changed' });
    const days = found.slice(1).map(({ contactCheckedOn }) => contactCheckedOn ?? '');
    expect(days).toEqual(days.toSorted());
    for (const id of ids.slice(2)) await as('desk', `clients/${id}/contact-check`, {}, 'PUT');
    expect((await listed('contact', consultantId)).map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const checked = await as('desk', `clients/${ids[2] ?? ''}/changes`);
    const [last] = (checked.body as { items: object[] }).items;
    expect(last).toMatchObject({ field: 'contactChecked', byKind: 'staff' });
    await policy({ ...AS_IT_COMES, verifyMonths: null });
    expect(await listed('contact', consultantId)).toEqual([]);
  });

  it('is to be looked at when another number becomes the main one, and not by whom it is no business of', async () => {
    const id = await aFile({ phone: aPhone() });
    expect((await standingOf(id)).contactDue).toBeNull();
    await as('desk', `clients/${id}/phones`, { phone: aPhone(), label: '妈妈' });
    expect((await standingOf(id)).contactDue).toBeNull();
    await as('desk', `clients/${id}/phones`, { phone: aPhone(), primary: true });
    expect((await standingOf(id)).contactDue).toBe('changed');
    expect((await as('therapist', `clients/${id}/contact-check`, {}, 'PUT')).status).toBe(403);
    const answer = await as('desk', `clients/${id}/contact-check`, {}, 'PUT');
    expect(answer.body).toMatchObject({ standing: { contactDue: null } });
  });
});
