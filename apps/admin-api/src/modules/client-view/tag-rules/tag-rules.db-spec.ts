import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aHouse, type TestHouse } from '../../../../test/support/a-house.js';
import { freshSchema, type FreshSchema } from '../../../../test/support/fresh-schema.js';
import { insertSql } from '../../../platform/database/index.js';
import { aSample, sampledNumbers } from '../data/sample.js';
import { keepClients } from '../../../../test/support/given/keep-known-clients.js';
import {
  aRule,
  clientsIn,
  meetsRule,
  type KnownClient,
} from '../../../../test/support/given/known-clients.js';
import { countByRule, holdersByRule } from './data/rule-holders.js';
import { ruleDay } from './rules/rule-day.js';

const TODAY = '2026-11-23';
const CLIENTS = 250;
const RULES = 400;

let schema: FreshSchema;
let house: TestHouse;
let clients: KnownClient[];

beforeAll(async () => {
  schema = await freshSchema();
  house = await aHouse(schema.url);
  clients = clientsIn(TODAY, { seed: 7, numRuns: CLIENTS });
  await keepClients(house.unitOfWork, clients, TODAY);
});
afterAll(async () => {
  await house.close();
  await schema.drop();
});

describe('whom a rule means', () => {
  it('are by the database the same as by looking at each client', async () => {
    const day = ruleDay(TODAY);
    const ids = clients.map(({ id }) => id);
    let meant = 0;
    for (const rule of fc.sample(aRule(), { seed: 11, numRuns: RULES })) {
      const found = await holdersByRule(house.database, [{ tagId: 'T', rule }], ids, day);
      const wanted = clients.filter((one) => meetsRule(one, rule, day)).map(({ id }) => id);
      expect([rule, [...(found.get('T') ?? [])].sort()]).toEqual([rule, wanted.sort()]);
      const counted = await countByRule(house.database, rule, day, await aSample(house.database));
      expect([rule, counted]).toEqual([rule, { clients: wanted.length, exact: true }]);
      meant += wanted.length;
    }
    // A rule that means nobody would agree with anything.
    expect(meant).toBeGreaterThan(RULES);
  });

  it('are found for many rules at once as for each by itself', async () => {
    const day = ruleDay(TODAY);
    const ids = clients.map(({ id }) => id);
    const rules = fc.sample(aRule(), { seed: 5, numRuns: 8 });
    const tags = rules.map((rule, at) => ({ tagId: `T${at}`, rule }));
    const together = await holdersByRule(house.database, tags, ids, day);
    for (const tag of tags) {
      const alone = await holdersByRule(house.database, [tag], ids, day);
      expect(together.get(tag.tagId)).toEqual(alone.get(tag.tagId));
    }
  });

  it('are nobody where the rule is turned off, and never a closed file', async () => {
    const day = ruleDay(TODAY);
    const closed = clients.filter(({ isClosed }) => isClosed).map(({ id }) => id);
    const off = await holdersByRule(house.database, [{ tagId: 'T', rule: undefined }], closed, day);
    expect([closed.length > 0, off.get('T')?.size]).toEqual([true, 0]);
    const all = { minBalanceFen: 0 };
    const none = await holdersByRule(house.database, [{ tagId: 'T', rule: all }], closed, day);
    expect(none.get('T')?.size).toBe(0);
  });
});

describe('a sample of the files', () => {
  it('has one number of each of its parts, none of them twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 9 }),
        (parts, width) => {
          const numbers = sampledNumbers(parts * width, parts);
          numbers.forEach((number, part) => {
            expect(number).toBeGreaterThan(part * width);
            expect(number).toBeLessThanOrEqual((part + 1) * width);
          });
        },
      ),
      { seed: 3, numRuns: 100 },
    );
  });

  it('tells of a large salon about how many there are, and says that it did not count', async () => {
    const large = await freshSchema();
    const other = await aHouse(large.url);
    const every = 3;
    const rows = Array.from({ length: 12_000 }, (_, at) => ({
      id: `01J${String(at).padStart(23, '0')}`,
      source: at % every === 0 ? 'douyin' : 'walk_in',
    }));
    await other.unitOfWork.run(async (tx) => {
      for (let at = 0; at < rows.length; at += 1_000) {
        const some = rows.slice(at, at + 1_000);
        const columns = [
          ...['id', 'member_no', 'name', 'gender', 'source', 'note', 'state', 'version'],
          ...['created_at', 'updated_at'],
        ];
        await tx.run(
          insertSql('customer', columns, some.length),
          some.flatMap(({ id, source }, n) => [
            ...[id, `YC${String(at + n + 1).padStart(6, '0')}`, '周', 'female', source, ''],
            ...['active', 1, new Date(0), new Date(0)],
          ]),
        );
        await tx.run(
          insertSql('customer_number', ['number', 'customer_id'], some.length),
          some.flatMap(({ id }, n) => [at + n + 1, id]),
        );
      }
    });
    const rule = { sources: ['douyin'] as const };
    const counted = await countByRule(
      other.database,
      ...([rule, ruleDay(TODAY), await aSample(other.database)] as const),
    );
    expect(counted.exact).toBe(false);
    expect(Math.abs(counted.clients - rows.length / every)).toBeLessThan(rows.length * 0.03);
    await other.close();
    await large.drop();
  }, 60_000);
});

it('knows a birthday by the calendar that she keeps', () => {
  // 2026-02-17 is the first day of the lunar year 2026.
  const [before, after] = [ruleDay('2026-02-16'), ruleDay('2026-02-17')];
  expect([before.lunar.year, after.lunar.year]).toEqual([2025, 2026]);
  expect([before.solar.month, after.lunar.month]).toEqual([2, 1]);
});
