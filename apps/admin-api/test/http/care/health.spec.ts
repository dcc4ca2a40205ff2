import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  TODAY,
  TOMORROW,
  aKey,
  book,
  byTwo,
  codeOf,
  exceptionFor,
  type Visit,
} from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import {
  aCareHouse,
  type CareHouse,
  type Findings,
  type Health,
  type Knowledge,
  type Summary,
} from './a-care-house.js';

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const SECRET_WORDS = /水杨酸|过敏|allergy/;

const wishAt = (start: string) => ({
  ...{ storeId: house.store.id, start },
  services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }],
});
/** Hours of one therapist, each used once. */
const free = Array.from({ length: 9 }, (_, hour) => `${String(hour + 11).padStart(2, '0')}:00`);
const nextTime = (): string => house.store.at(TOMORROW, free.shift() ?? 'no hour is left');
const deskBooks = (customerId: string, more: object = {}, start = nextTime()): Promise<Answer> =>
  house.post(house.desk, '/staff/appointments', {
    ...{ ...wishAt(start), customerId, channel: 'desk', ...more },
  });
const byBoth = (send: (more: object) => Promise<Answer>): Promise<Answer> =>
  byTwo(house, send, { username: house.manager.username });
const findingsOf = (answer: Answer): Findings['findings'] => (answer.body as Findings).findings;

async function anAllergicClient() {
  const client = await aClient(house.api);
  const answer = await house.allergic(client.id);
  expect(answer.status).toBe(200);
  return client;
}

const auditsOf = async (customerId: string): Promise<string[]> =>
  (
    await house.api.database.rows<{ action: string }>(
      `SELECT action FROM audit_log WHERE subject_id = ? AND action LIKE 'health.%' ORDER BY id`,
      [customerId],
    )
  ).map(({ action }) => action);

describe('a health file', () => {
  it('is written as a whole by who treats her, read with an entry, and refused to who saw an older one', async () => {
    const { id } = await aClient(house.api);
    const first = (await house.allergic(id)).body as Health;
    expect(first).toMatchObject({ version: 1, allergies: [house.allergy] });
    expect(first.changes).toMatchObject([{ version: 1, source: 'staff', byName: '娜娜' }]);
    expect(codeOf(await house.allergic(id))).toBe('HEALTH_CHANGED');
    const read = await house.get<Health>(house.therapistToken, `/staff/clients/${id}/health`);
    expect(read.version).toBe(1);
    expect(await auditsOf(id)).toEqual(['health.written', 'health.read']);
  });

  it.each(['desk', 'owner', 'finance'] as const)('is closed to the %s', async (role) => {
    const { id } = await aClient(house.api);
    const { token } = house[role];
    const answer = await house.api.call(`/staff/clients/${id}/health`, { token });
    expect(codeOf(answer)).toBe('FORBIDDEN');
  });

  it('stands in the database only sealed', async () => {
    const { id } = await aClient(house.api);
    await house.allergic(id, { history: '去年光子后红了三天' });
    for (const table of ['health_file', 'health_change']) {
      const [row] = await house.api.database.rows<{ sealed: Buffer }>(
        `SELECT sealed FROM ${table} WHERE customer_id = ?`,
        [id],
      );
      expect(row?.sealed.toString('utf8')).not.toContain('光子');
      expect(row?.sealed.toString('latin1')).not.toContain(house.groupId);
    }
  });

  it.each([
    [
      'allergies.0.ingredientId',
      { allergies: [{ ingredientId: '0'.repeat(26), text: '', severity: 'mild' }] },
    ],
    ['allergies.0.text', { allergies: [{ ingredientId: null, text: ' ', severity: 'mild' }] }],
    [
      'conditions.0.conditionId',
      { conditions: [{ conditionId: '0'.repeat(26), note: '', until: null }] },
    ],
    [
      'patchTests.0.serviceId',
      { patchTests: [{ serviceId: '0'.repeat(26), on: TODAY, result: 'clear', note: '' }] },
    ],
  ])('takes nothing that would warn of nothing: %s', async (field, change) => {
    const { id } = await aClient(house.api);
    const answer = await house.allergic(id, change);
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field }] });
  });
});

describe('an allergy to what a service holds', () => {
  it('stops her own booking kindly, and tells nothing of health', async () => {
    const client = await anAllergicClient();
    const answer = await book(house.api, client.token, wishAt(nextTime()));
    expect([answer.status, codeOf(answer)]).toEqual([409, 'CARE_CONTRAINDICATED']);
    expect(answer.body).toMatchObject({ findings: [{ severity: 'hard', kind: 'caution' }] });
    expect((answer.body as { detail: string }).detail).toContain('请联系门店，或换一个项目');
    expect(JSON.stringify(answer.body)).not.toMatch(SECRET_WORDS);
  });

  it('is hinted at before she books, without a word of health; another service is free', async () => {
    const client = await anAllergicClient();
    const ask = (token: string) =>
      house.get<Findings>(
        { token },
        `/client/care-check?storeId=${house.store.id}&serviceIds=${house.serviceId}`,
      );
    const hint = await ask(client.token);
    expect(hint.findings).toMatchObject([
      { severity: 'hard', kind: 'caution', serviceId: house.serviceId },
    ]);
    expect(JSON.stringify(hint)).not.toMatch(SECRET_WORDS);
    const other = await aClient(house.api);
    expect((await ask(other.token)).findings).toEqual([]);
    // She was told nothing that anybody has to answer for.
    expect(await auditsOf(client.id)).toEqual(['health.written']);
  });

  it('is told to the desk without words, to who treats in words and with an entry', async () => {
    const { id } = await anAllergicClient();
    const refused = await deskBooks(id);
    expect(codeOf(refused)).toBe('CARE_CONTRAINDICATED');
    expect(JSON.stringify(refused.body)).not.toMatch(SECRET_WORDS);
    const query = `storeId=${house.store.id}&serviceIds=${house.serviceId}&plannedFor=booking`;
    const path = `/staff/clients/${id}/care-check?${query}`;
    const plain = await house.get<Findings>(house.desk, path);
    expect(plain.findings).toMatchObject([{ kind: 'caution', serviceId: house.serviceId }]);
    expect(JSON.stringify(plain)).not.toMatch(SECRET_WORDS);
    const inWords = await house.get<Findings>(house.therapistToken, path);
    expect(inWords.findings[0]?.words).toContain(house.ingredientName);
    // Who may read no words leaves a trace as well: which items are not for her tells something too.
    expect(await auditsOf(id)).toEqual(['health.written', 'health.checked', 'health.read']);
  });

  it('that is written while she books is either before the booking or after it, never overlooked', async () => {
    const clients = await Promise.all([1, 2, 3, 4].map(() => aClient(house.api)));
    const times = clients.map((_, n) => house.store.at('2026-11-25', `${11 + n}:00`));
    const outcomes = await Promise.all(
      clients.map(async ({ id, token }, n) => {
        const [booked] = await Promise.all([
          book(house.api, token, wishAt(times[n] ?? '')),
          house.allergic(id),
        ]);
        const [order] = await house.api.database.rows<{ before: number }>(
          `SELECT a.created_at <= f.updated_at AS \`before\` FROM health_file f
           LEFT JOIN appointment a ON a.customer_id = f.customer_id WHERE f.customer_id = ?`,
          [id],
        );
        return booked.status === 201 ? order?.before : codeOf(booked);
      }),
    );
    for (const outcome of outcomes) expect([1, 'CARE_CONTRAINDICATED']).toContain(outcome);
  });

  it('is asked for again at the start of a visit that was booked before it was known', async () => {
    const client = await aClient(house.api);
    const start = house.store.at(TODAY, '15:00');
    const { id } = (await book(house.api, client.token, wishAt(start))).body as Visit;
    await house.allergic(client.id);
    const step = (name: string, body?: object): Promise<Answer> =>
      house.post(house.desk, `/staff/appointments/${id}/${name}`, body);
    expect((await step('arrive')).status).toBe(200);
    const refused = await step('start');
    expect(codeOf(refused)).toBe('CARE_CONTRAINDICATED');
    const agreed = await exceptionFor(house, refused, house.manager);
    expect((await step('start', agreed)).status).toBe(200);
    // What was begun is billed whatever is known by now.
    const bill = await house.open({ appointmentId: id });
    const paid = await house.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }]);
    expect(paid.status).toBe(200);
  });
});

describe('at the till', () => {
  const product = () => ({ kind: 'product', itemId: house.productId, quantity: 1, staff: [] });

  it('what she does not tolerate is not written on her bill, unless two people answer for it', async () => {
    const client = await anAllergicClient();
    const bill = await house.open({ customerId: client.id });
    const refused = await house.edit(bill, { lines: [product()] });
    expect(refused.body).toMatchObject({
      ...{ code: 'CARE_CONTRAINDICATED', findings: [{ productId: house.productId }] },
    });
    const agreed = await exceptionFor(house, refused, house.manager);
    const written = taken(await house.edit(bill, { lines: [product()], ...agreed }));
    expect((await house.pay(written, [{ kind: 'cash', amountFen: written.payFen }])).status).toBe(
      200,
    );
    const { overrides } = await house.get<Summary>(
      house.desk,
      `/staff/clients/${client.id}/care-summary`,
    );
    expect(overrides).toMatchObject([{ contextKind: 'bill', contextId: bill.id }]);
  });

  it('an allergy that came to light since the line was written stops the payment', async () => {
    const client = await aClient(house.api);
    const bill = taken(
      await house.edit(await house.open({ customerId: client.id }), { lines: [product()] }),
    );
    await house.allergic(client.id);
    const tenders = [{ kind: 'cash', amountFen: bill.payFen }] as const;
    expect(codeOf(await house.pay(bill, tenders))).toBe('CARE_CONTRAINDICATED');
    const now = await house.bill(bill.id);
    const edit = (more: object) => house.edit(now, { lines: [product()], ...more });
    const agreed = taken(await byBoth(edit));
    expect(taken(await house.pay(agreed, tenders)).state).toBe('paid');
  });

  it('a grave allergy in her own words stops what it names, and lets the rest be asked about', async () => {
    const client = await aClient(house.api);
    const own = {
      ingredientId: null,
      text: `对${house.ingredientName}严重过敏`,
      severity: 'severe',
    };
    await house.allergic(client.id, { allergies: [own] });
    const bill = await house.open({ customerId: client.id });
    const refused = await house.edit(bill, { lines: [product()] });
    expect(findingsOf(refused)).toMatchObject([{ severity: 'hard', productId: house.productId }]);
    expect(JSON.stringify(refused.body)).not.toMatch(SECRET_WORDS);
    const other = { ...own, text: '花粉' };
    await house.allergic(client.id, { allergies: [other], version: 1 });
    expect((await house.edit(bill, { lines: [product()] })).status).toBe(200);
  });

  it('nobody’s bill asks nobody', async () => {
    expect((await house.edit(await house.open(), { lines: [product()] })).status).toBe(200);
  });
});

describe('what a service asks for', () => {
  const asks = (change: object) =>
    house.put(house.manager, `/staff/care-knowledge/services/${house.serviceId}`, {
      ...{ ingredientIds: [house.ingredientId], patchTestDays: null, intervalDays: null },
      ...change,
    });
  const todo = async () => {
    const client = await aClient(house.api);
    const start = house.store.at(TODAY, '11:30');
    const { id } = (await book(house.api, client.token, wishAt(start))).body as Visit;
    await house.post(house.desk, `/staff/appointments/${id}/arrive`);
    return { client, id };
  };

  it('a patch test, is needed at the start and not before', async () => {
    await asks({ patchTestDays: 7 });
    const { client, id } = await todo();
    const start = () => house.post(house.desk, `/staff/appointments/${id}/start`);
    expect(findingsOf(await start())).toMatchObject([{ kind: 'patch_test', severity: 'hard' }]);
    const test = { serviceId: house.serviceId, on: TODAY, result: 'clear', note: '' };
    await house.allergic(client.id, { allergies: [], patchTests: [test] });
    expect((await start()).status).toBe(200);
    await asks({});
  });

  it('days between two, keeps the next away and says when it may be', async () => {
    await asks({ intervalDays: 20 });
    const client = await aClient(house.api);
    const first = await book(house.api, client.token, wishAt(house.store.at(TODAY, '13:00')));
    expect(first.status).toBe(201);
    const again = await book(house.api, client.token, wishAt(nextTime()));
    expect(again.body).toMatchObject({
      code: 'CARE_CONTRAINDICATED',
      findings: [{ kind: 'interval', earliestOn: '2026-12-13' }],
    });
    await asks({});
  });
});

describe('what the salon knows', () => {
  const groups = '/staff/care-knowledge/ingredients';

  it('comes with ingredients, groups and conditions of its own', async () => {
    const all = await house.get<Knowledge>(house.therapistToken, '/staff/care-knowledge');
    expect(all.ingredients.filter(({ kind }) => kind === 'single').length).toBeGreaterThan(60);
    expect(all.conditions.length).toBeGreaterThan(10);
    expect(all.rules.length).toBeGreaterThan(10);
    expect(all.items.map(({ id }) => id)).toContain(house.serviceId);
  });

  it('has no group inside itself', async () => {
    const body = {
      ...{ kind: 'group', name: `环 ${aKey()}`, inci: null, also: [], memberIds: [house.groupId] },
      ...{ state: 'active', version: 1 },
    };
    const { version: _, ...create } = body;
    const outer = (await house.post(house.manager, groups, create)).body as { id: string };
    const answer = await house.api.call(`${groups}/${house.groupId}`, {
      ...{ method: 'PATCH', token: house.manager.token },
      body: { ...body, name: `环 ${aKey()}`, memberIds: [outer.id] },
    });
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field: 'memberIds' }] });
  });

  it('is changed by managers, one after the other', async () => {
    const name = `情况 ${aKey().slice(0, 8)}`;
    const body = { name, hint: '', state: 'active' };
    const path = '/staff/care-knowledge/conditions';
    expect(codeOf(await house.post(house.desk, path, body))).toBe('FORBIDDEN');
    const { id } = (await house.post(house.manager, path, body)).body as { id: string };
    expect(codeOf(await house.post(house.manager, path, body))).toBe('INVALID_INPUT');
    const change = () =>
      house.api.call(`${path}/${id}`, {
        ...{ method: 'PATCH', token: house.manager.token, body: { ...body, version: 1 } },
      });
    expect([(await change()).status, codeOf(await change())]).toEqual([204, 'CARE_RULE_CHANGED']);
  });

  it('holds a condition against a category, and lets a retired rule rest', async () => {
    const client = await aClient(house.api);
    const { conditions } = await house.get<Knowledge>(
      house.therapistToken,
      '/staff/care-knowledge',
    );
    const conditionId = conditions[0]?.id ?? '';
    const target = { targetKind: 'service', targetId: house.serviceId };
    const rule = { conditionId, ...target, severity: 'hard', advice: '换一个' };
    const made = await house.post(house.manager, '/staff/care-knowledge/rules', rule);
    const { id } = made.body as { id: string };
    await house.allergic(client.id, {
      ...{ allergies: [], conditions: [{ conditionId, note: '', until: null }] },
    });
    const start = house.store.at(TOMORROW, '20:00');
    expect(codeOf(await book(house.api, client.token, wishAt(start)))).toBe('CARE_CONTRAINDICATED');
    const retired = { severity: 'hard', advice: '', state: 'retired', version: 1 };
    await house.api.call(`/staff/care-knowledge/rules/${id}`, {
      ...{ method: 'PATCH', token: house.manager.token, body: retired },
    });
    expect(codeOf(await book(house.api, client.token, wishAt(start)))).not.toBe(
      'CARE_CONTRAINDICATED',
    );
  });
});
