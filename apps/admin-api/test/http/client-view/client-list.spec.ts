import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { KeepStanding } from '../../../src/modules/client-view/index.js';
import { addDays } from '../../../src/platform/clock/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import { anApi } from '../../support/an-api.js';
import { freshSchema, type FreshSchema } from '../../support/database/index.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aDeskAt, taken, type Desk } from '../checkout/a-desk.js';
import { yuan } from '../membership/a-counter.js';

type Schemas = components['schemas'];
type List = Schemas['ClientListView'];
type Kept = Schemas['KeptFiltersView'];

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

/** Two tags of a group of their own. */
async function twoTags(): Promise<string[]> {
  const name = `组${newId().slice(-8)}`;
  const group = { name, color: 'leaf', oneOf: false };
  taken(await desk.post(desk.manager, '/staff/client-tag-groups', group));
  const groupOf = async (): Promise<Schemas['TagGroupView'] | undefined> => {
    const all = await desk.get<Schemas['TagGroupListView']>(
      desk.manager,
      '/staff/client-tag-groups',
    );
    return all.items.find((one) => one.name === name);
  };
  const { id = '' } = (await groupOf()) ?? {};
  for (const tag of ['怕冷', '爱聊天'])
    taken(await desk.post(desk.manager, `/staff/client-tag-groups/${id}/tags`, { name: tag }));
  return (await groupOf())?.tags.map((tag) => tag.id) ?? [];
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

describe('what narrows a list beside her standing', () => {
  it('finds those who have all of some tags, and those for whom somebody answers', async () => {
    const [both, one] = [await aFile(), await aFile()];
    const tagIds = await twoTags();
    await desk.api.unitOfWork.run(async (tx) => {
      for (const [id, tags] of [
        [both, tagIds],
        [one, tagIds.slice(0, 1)],
      ] as const)
        for (const tag of tags)
          await tx.run('INSERT INTO customer_tagging (customer_id, tag_id, at) VALUES (?, ?, ?)', [
            id,
            tag,
            desk.api.clock.now(),
          ]);
      await tx.run('UPDATE customer SET consultant_id = ? WHERE id = ?', [
        desk.therapist.staffId,
        one,
      ]);
    });
    expect(await idsOf(`tagIds=${tagIds.join(',')}`)).toEqual([both]);
    expect(await idsOf(`tagIds=${tagIds[0] ?? ''}`)).toEqual([one, both]);
    expect(await idsOf(`tagIds=${tagIds[0] ?? ''}&consultantId=${desk.therapist.staffId}`)).toEqual(
      [one],
    );
  });

  it('counts days without a visit on the day of the look', async () => {
    const [away, here] = [await aFile([45]), await aFile([15])];
    const found = await idsOf(`awayDays=40&${inOther()}&order=last_visit`);
    expect(found).toContain(away);
    expect(found).not.toContain(here);
  });
});

describe('what files say', () => {
  it('narrows a list: those that say too little, least first, and those without one thing', async () => {
    const [birthday, source] = ['1990-05-12', 'other'];
    const more = await aFile([], { gender: 'female', birthday, source });
    const little = await aFile([], { source });
    const percents = (await listOf('belowPercent=100')).items.map(
      ({ completeness }) => completeness,
    );
    expect([...percents].sort((a, b) => a - b)).toEqual(percents);
    expect(await idsOf('order=incomplete&belowPercent=100&source=other')).toEqual([little, more]);
    expect(await idsOf('missing=birthday&source=other')).toEqual([little]);
    expect(await idsOf('belowPercent=1&source=other')).not.toContain(more);
  });

  it('goes on page by page upwards, each client once', async () => {
    for (let n = 0; n < 23; n += 1) await aFile([], { source: 'dianping', birthday: '--03-01' });
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: List = await listOf(
        `source=dianping&order=incomplete${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([23, 23]);
  });

  it('finds those who come for something by the tag that says so', async () => {
    const [her, other] = [await aFile(), await aFile()];
    const [need = '', another = ''] = await twoTags();
    for (const [id, tagId] of [
      [her, need],
      [other, another],
    ] as const)
      taken(
        await desk.api.call(`/staff/clients/${id}/tags`, {
          ...{ method: 'PUT', token: desk.manager.token, body: { tagIds: [tagId] } },
        }),
      );
    expect(await idsOf(`needId=${need}`)).toEqual([her]);
    expect(await idsOf(`needId=${need}&tagIds=${another}`)).toEqual([]);
  });
});

describe('filters that are kept', () => {
  const PATH = '/staff/client-filters';
  const listed = async (who: { token: string }): Promise<Kept['items']> =>
    (await desk.get<Kept>(who, `${PATH}?storeId=${desk.store.id}`)).items;
  const FILTER: Record<string, string> = { stage: 'lost', awayDays: '200', missing: 'birthday' };
  const keepOne = (
    who: { token: string },
    name: string,
    { shared = false, storeId = desk.store.id, filter = FILTER } = {},
  ) => desk.post(who, PATH, { storeId, name, filter, shared });

  it('that tell of money are neither offered to nor kept by who may not read wallets', async () => {
    const marketing = { token: await aStaffToken(desk.api, ['marketing'], [desk.store.id]) };
    const manager = { token: await aStaffToken(desk.api, ['manager'], [desk.store.id]) };
    const ofMoney: (typeof FILTER)[] = [
      ...[{ minBalanceFen: '100' }, { order: 'spend' }, { order: 'balance' }],
    ];
    for (const filter of ofMoney) {
      const name = JSON.stringify(filter).slice(0, 20);
      taken(await keepOne(manager, name, { shared: true, filter }));
      expect(await keepOne(marketing, name, { filter })).toMatchObject({ status: 403 });
    }
    const seen = await listed(manager);
    expect(seen).toHaveLength(3);
    expect(await listed(marketing)).toEqual([]);
    const drops = seen.map(({ id }) =>
      desk.api.call(`${PATH}/${id}`, { method: 'DELETE', token: manager.token }),
    );
    expect((await Promise.all(drops)).map(({ status }) => status)).toEqual([204, 204, 204]);
  });

  it('are seen by whoever keeps them, and shared ones by colleagues of the store', async () => {
    const colleague = { token: await aStaffToken(desk.api, ['desk'], [desk.store.id]) };
    taken(await keepOne(desk.manager, '只我看'));
    taken(await keepOne(desk.manager, '大家看', { shared: true }));
    expect((await listed(desk.manager)).map(({ name }) => name)).toEqual(['只我看', '大家看']);
    expect(await listed(colleague)).toMatchObject([
      {
        ...{ name: '大家看', shared: true, removable: false },
        filter: { stage: 'lost', awayDays: '200', missing: 'birthday' },
      },
    ]);
  });

  it('go by whoever made them, and not by a colleague', async () => {
    const own = { token: await aStaffToken(desk.api, ['desk'], [desk.store.id]) };
    const other = { token: await aStaffToken(desk.api, ['desk'], [desk.store.id]) };
    taken(await keepOne(own, '我的沉睡客', { shared: true }));
    const id = (await listed(own)).find(({ name }) => name === '我的沉睡客')?.id ?? '';
    const drop = (who: { token: string }) =>
      desk.api.call(`${PATH}/${id}`, { method: 'DELETE', token: who.token });
    expect(codeOf(await drop(other))).toBe('FILTER_NOT_FOUND');
    expect((await drop(own)).status).toBe(204);
    expect((await listed(own)).map(({ id: left }) => left)).not.toContain(id);
  });

  it('have one name each, are not for a store that is not hers, and are thirty at most', async () => {
    const own = { token: await aStaffToken(desk.api, ['desk'], [desk.store.id]) };
    taken(await keepOne(own, '筛选'));
    expect(codeOf(await keepOne(own, '筛选'))).toBe('FILTER_NAME_TAKEN');
    expect(codeOf(await keepOne(own, '别家', { storeId: desk.other.id }))).toBe('WRONG_STORE');
    for (let n = 1; n < 30; n += 1) taken(await keepOne(own, `筛选${n}`));
    expect(codeOf(await keepOne(own, '又一个'))).toBe('TOO_MANY_FILTERS');
  });
});
