import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { KeepStanding } from '../../../src/modules/client-view/index.js';
import { addDays } from '../../../src/platform/clock/index.js';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { anApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aDeskAt, taken, type Desk } from '../checkout/a-desk.js';
import { yuan } from '../membership/a-counter.js';

type Schemas = components['schemas'];
type List = Schemas['ClientListView'];

/** One schema for the file, because its jobs are worked off to the last. */
let schema: FreshSchema;
let desk: Desk;
beforeAll(async () => {
  schema = await freshSchema();
  desk = await aDeskAt(await anApi(schema.url));
});
afterAll(async () => {
  await desk.api.close();
  await schema.drop();
});

const keep = (): KeepStanding => desk.api.app.get(KeepStanding, { strict: false });
const told = async (): Promise<void> => {
  await desk.api.app.get(JobWorker, { strict: false }).runDue();
  await keep().weighMissing();
};
const listOf = (query: string, who: { token: string } = desk.manager): Promise<List> =>
  desk.get(who, `/staff/client-list?${query}`);
const idsOf = async (query: string): Promise<string[]> =>
  (await listOf(query)).items.map(({ id }) => id);

/** A file of the desk's other store, which no other test has clients in, with visits so many days ago. */
async function aFile(daysAgo: readonly number[] = [], more: object = {}): Promise<string> {
  const body = { name: '周小满', homeStoreId: desk.other.id, ...more };
  const { id } = taken<{ id: string }>(await desk.post(desk.desk, '/staff/clients', body));
  await desk.api.unitOfWork.run(async (tx) => {
    for (const days of daysAgo) {
      const on = addDays(TODAY, -days);
      await tx.run(
        `INSERT INTO member_activity (customer_id, kind, amount_fen, bonus_fen, happened_on, store_id, source_kind,
           source_id, origin_id, sign, created_at) VALUES (?, 'visit', 0, 0, ?, ?, 'appointment', ?, ?, 1, ?)`,
        [id, on, desk.other.id, `${id}${days}`, `${id}${days}`, desk.api.clock.now()],
      );
    }
  });
  await told();
  return id;
}

const inOther = (): string => `storeId=${desk.other.id}`;

describe('GET /staff/client-list', () => {
  it('finds clients by stage, newest file first', async () => {
    const [first, second] = [await aFile([100]), await aFile([120, 95])];
    await aFile([5]);
    expect(await idsOf(`stage=sleeping&${inOther()}`)).toEqual([second, first]);
  });

  it('counts a client as new once her first bill is paid, and shows it on her page', async () => {
    const member = await desk.aMember();
    const stage = async (): Promise<unknown> => {
      await told();
      const page = await desk.get<Schemas['ClientOverviewView']>(
        desk.manager,
        `/staff/clients/${member.id}`,
      );
      return page.standing?.stage;
    };
    expect(await stage()).toBe('prospect');
    const bill = await desk.written({ customerId: member.id });
    taken(await desk.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }]));
    expect(await stage()).toBe('new');
    expect((await listOf(`order=balance`)).items).toContainEqual(
      expect.objectContaining({ id: member.id, balanceFen: yuan(1200), visits: 1 }),
    );
  });

  it('moves a client on when only time has passed', async () => {
    const id = await aFile([88]);
    const before = desk.api.clock.now();
    desk.api.clock.set(new Date(before.getTime() + 4 * 86_400_000));
    await keep().weighDue();
    desk.api.clock.set(before);
    expect(await idsOf(`stage=sleeping&${inOther()}`)).toContain(id);
  });

  it('orders by the last visit and narrows by it', async () => {
    const [late, early] = [await aFile([20]), await aFile([40])];
    const query = `${inOther()}&lastVisitFrom=${addDays(TODAY, -41)}&lastVisitUntil=${addDays(TODAY, -19)}`;
    expect(await idsOf(query)).toEqual([late, early]);
  });

  it('finds those past their own rhythm', async () => {
    const id = await aFile([80, 70, 60]);
    await aFile([30, 20, 15]);
    const found = await idsOf(`order=overdue&${inOther()}`);
    expect(found[0]).not.toBeUndefined();
    expect(found).toContain(id);
  });

  it('holds all filters together', async () => {
    const id = await aFile([10], { source: 'douyin', birthday: '--07-15' });
    await aFile([10], { source: 'douyin', birthday: '--08-15' });
    expect(await idsOf(`source=douyin&birthMonth=7&${inOther()}`)).toEqual([id]);
    expect(await idsOf(`source=douyin&birthMonth=7&stage=lost&${inOther()}`)).toEqual([]);
  });

  it('goes on page by page, each client once, in every order', async () => {
    for (let n = 0; n < 23; n += 1) await aFile([50], { source: 'xiaohongshu' });
    for (const order of ['newest', 'last_visit', 'spend', 'balance']) {
      const seen: string[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const page: List = await listOf(
          `source=xiaohongshu&order=${order}${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect([order, seen.length, new Set(seen).size]).toEqual([order, 23, 23]);
    }
  });

  it('tells balances only to whoever may read wallets', async () => {
    const marketing = { token: await aStaffToken(desk.api, ['marketing'], [desk.store.id]) };
    const [line] = (await listOf('', marketing)).items;
    expect(line).toMatchObject({ balanceFen: null, spendYearFen: null });
    for (const query of ['minBalanceFen=1', 'order=balance', 'order=spend']) {
      const answer = await desk.api.call(`/staff/client-list?${query}`, marketing);
      expect([query, answer.status, codeOf(answer)]).toEqual([query, 403, 'FORBIDDEN']);
    }
  });

  it('refuses a place of another order', async () => {
    const answer = await desk.api.call('/staff/client-list?order=spend&cursor=eHl6', {
      token: desk.manager.token,
    });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
  });
});
