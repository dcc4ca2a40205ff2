import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aDesk, taken, type Desk } from '../checkout/a-desk.js';
import { yuan } from '../membership/a-counter.js';

type Schemas = components['schemas'];
type Overview = Schemas['ClientOverviewView'];
type TimeLine = Schemas['TimeLineView'];

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk(await workerDatabaseUrl());
});
afterAll(() => desk.api.close());

const pageOf = (id: string, who: { token: string } = desk.manager): Promise<Overview> =>
  desk.get(who, `/staff/clients/${id}`);
const lineOf = (id: string, query = '', who: { token: string } = desk.manager): Promise<TimeLine> =>
  desk.get(who, `/staff/clients/${id}/time-line${query}`);
const as = async (role: 'therapist' | 'marketing', stores = [desk.store.id]) => ({
  token: await aStaffToken(desk.api, [role], stores),
});

describe('GET /staff/clients/{id}', () => {
  it('answers file, money, coupons and visits in one request', async () => {
    const member = await desk.aMember();
    const visit = await desk.visit('15:00', member);
    const page = await pageOf(member.id);
    expect(page).toMatchObject({
      ...{ id: member.id, state: 'active', sessions: [], coupons: [] },
      money: {
        principalFen: yuan(1000),
        bonusFen: yuan(200),
        owedFen: 0,
        cardNo: expect.any(String),
      },
      visits: { upcoming: [{ id: visit.id, state: 'confirmed', start: visit.start }], past: [] },
    });
    expect(page.visits?.upcoming[0]?.serviceNames).toHaveLength(1);
  });

  it('says first what has to be minded: a contract that waits, a birthday', async () => {
    const member = await desk.aMember();
    await desk.api.call(`/staff/clients/${member.id}`, {
      ...{ method: 'PATCH', token: desk.desk.token, body: { birthday: `--${TODAY.slice(5)}` } },
    });
    const { alerts } = await pageOf(member.id);
    expect(alerts.map(({ kind, tone }) => `${kind} ${tone}`)).toEqual(
      expect.arrayContaining(['birthday quiet']),
    );
    expect(alerts.at(-1)?.kind).toBe('birthday');
  });

  it('keeps money from those who treat, and visits from marketing', async () => {
    const member = await desk.aMember();
    expect(await pageOf(member.id, await as('therapist'))).toMatchObject({
      ...{ money: null, sessions: null, coupons: null, visits: { upcoming: [] } },
    });
    expect(await pageOf(member.id, await as('marketing'))).toMatchObject({
      ...{ money: null, coupons: [], visits: null },
    });
  });

  it('shows no visit of another store', async () => {
    const visit = await desk.visit('16:00');
    const [{ customer_id: id = '' } = {}] = await desk.api.database.rows<{ customer_id: string }>(
      'SELECT customer_id FROM appointment WHERE id = ?',
      [visit.id],
    );
    expect((await pageOf(id)).visits?.upcoming).toHaveLength(1);
    const elsewhere = await as('therapist', [desk.other.id]);
    expect((await pageOf(id, elsewhere)).visits).toEqual({ upcoming: [], past: [] });
  });

  it('is not there for an id that nobody has', async () => {
    const answer = await desk.api.call('/staff/clients/01J00000000000000000000000', {
      token: desk.manager.token,
    });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'CLIENT_NOT_FOUND']);
  });
});

describe('GET /staff/clients/{id}/time-line', () => {
  it('holds what happened, latest first, each thing once', async () => {
    const member = await desk.aMember();
    const bill = await desk.written({ customerId: member.id });
    taken(await desk.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }]));
    const { items } = await lineOf(member.id);
    expect(items.filter(({ kind }) => kind === 'top_up')).toMatchObject([
      { amountFen: yuan(1000), extra: yuan(200), state: 'paid' },
    ]);
    expect(items.filter(({ kind }) => kind === 'bill')).toMatchObject([
      { id: bill.id, amountFen: bill.payFen, state: 'paid' },
    ]);
    const times = items.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('goes on page by page without losing or repeating what happened in one moment', async () => {
    const member = await desk.aMember();
    const plan = await desk.aPlan({ priceFen: yuan(10), bonusFen: 0 });
    for (let n = 0; n < 24; n += 1) taken(await desk.sell(member.id, plan.id));
    const seen: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: TimeLine = await lineOf(
        member.id,
        `?group=money${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
  });

  it('shows by group, and only what the asker may read', async () => {
    const member = await desk.aMember();
    const kinds = async (query: string, who?: { token: string }): Promise<string[]> =>
      (await lineOf(member.id, query, who)).items.map(({ kind }) => kind);
    expect(await kinds('?group=money')).toEqual(['top_up']);
    expect(await kinds('?group=visits')).toEqual([]);
    expect(await kinds('', await as('therapist'))).not.toContain('top_up');
  });
});
