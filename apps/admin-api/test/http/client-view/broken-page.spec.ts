import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { freshSchema, type FreshSchema } from '../../support/fresh-schema.js';
import { codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aCareHouse, type CareHouse } from '../care/a-care-house.js';

type Page = components['schemas']['ClientPageView'];

// Of its own: tables go away.
let schema: FreshSchema;
let house: CareHouse;
let clientId: string;
beforeAll(async () => {
  schema = await freshSchema();
  house = await aCareHouse(schema.url);
  clientId = (await house.aMember()).id;
  await house.allergic(clientId, { allergies: [{ ...house.allergy, severity: 'severe' }] });
});
afterAll(async () => {
  await house.close();
  await schema.drop();
});

const pathOf = (id: string): string => `/staff/clients/${id}/page`;
const pageOf = (): Promise<Page> => house.get(house.manager, pathOf(clientId));
const reads = async (): Promise<Record<string, number>> => {
  const rows = await house.api.database.rows<{ action: string; n: number }>(
    'SELECT action, COUNT(*) AS n FROM audit_log WHERE subject_id = ? GROUP BY action',
    [clientId],
  );
  return Object.fromEntries(rows.map(({ action, n }) => [action, Number(n)]));
};

/** Takes a table away while something is looked at. */
async function without<T>(table: string, work: () => Promise<T>): Promise<T> {
  const run = (sql: string) => house.api.app.get(DataSource).query(sql);
  await run(`RENAME TABLE ${table} TO ${table}_away`);
  try {
    return await work();
  } finally {
    await run(`RENAME TABLE ${table}_away TO ${table}`);
  }
}

describe('the page of a client of which a part is broken', () => {
  it.each([
    ['care_plan', ['plan'], (page: Page) => page.care?.plan],
    ['marketing_choice', ['marketing'], (page: Page) => page.marketing],
    ['customer_tagging', ['profile'], (page: Page) => page.profile],
    ['questionnaire', ['questionnaires'], (page: Page) => page.questionnaires],
  ] as const)('without %s names %j and shows the rest as it is', async (table, names, part) => {
    const whole = await pageOf();
    const broken = await without(table, pageOf);
    const rest = (page: Page): object => ({
      ...{ ...page, missing: [], names: null, timeLine: null },
      ...Object.fromEntries(names.map((name) => [name, null])),
      care: { ...page.care, ...Object.fromEntries(names.map((name) => [name, null])) },
    });
    expect(part(whole)).toBeTruthy();
    expect(part(broken)).toBeNull();
    expect(broken.missing.filter((name) => name !== 'timeLine')).toEqual(names);
    expect(rest(broken)).toEqual(rest(whole));
  });

  it('says aloud that warnings or debts could not be read, instead of showing none', async () => {
    const kinds = ({ overview }: Page): string[] => overview.alerts.map(({ kind }) => kind);
    expect(kinds(await pageOf())).toContain('caution');
    const healthless = await without('care_override', pageOf);
    expect(healthless.missing).toContain('cautions');
    expect(healthless.overview.alerts[0]).toMatchObject({ kind: 'unread', tone: 'alarm' });
    expect(healthless.overview.alerts[0]?.words).toContain('健康提醒');
    const moneyless = await without('wallet_freeze', pageOf);
    expect([moneyless.money, moneyless.missing.includes('money')]).toEqual([null, true]);
    expect(moneyless.overview.alerts.map(({ words }) => words).join()).toContain('账户和欠款');
  });

  it('writes down the reads of what was shown, once, and none of what was not', async () => {
    await pageOf();
    const before = await reads();
    await without('care_override', pageOf);
    const after = await reads();
    expect(after['health.read']).toBe(before['health.read']);
    const [most = 0, ...others] = [...new Set(Object.keys(after))]
      .filter((action) => action.endsWith('.read'))
      .map((action) => (after[action] ?? 0) - (before[action] ?? 0))
      .sort((a, b) => b - a);
    expect([most, ...others].every((n) => n <= 1)).toBe(true);
  });

  it('is refused as ever: an id that nobody has, a store of others, nobody signed in', async () => {
    await without('care_plan', async () => {
      const nobody = await house.api.call(pathOf('01J00000000000000000000000'), house.manager);
      expect([nobody.status, codeOf(nobody)]).toEqual([404, 'CLIENT_NOT_FOUND']);
      const store = `${pathOf(clientId)}?storeId=${house.other.id}`;
      const token = await aStaffToken(house.api, ['desk'], [house.store.id]);
      expect((await house.api.call(store, { token })).status).toBe(403);
      expect((await house.api.call(pathOf(clientId), {})).status).toBe(401);
    });
  });
});
