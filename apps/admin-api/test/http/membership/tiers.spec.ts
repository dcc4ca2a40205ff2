import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { TierQueries } from '../../../src/modules/membership/index.js';
import { SweepTiers } from '../../../src/modules/membership/tiers/sweep-tiers.js';
import { addMonths } from '../../../src/modules/membership/rules/months.js';
import { HOME_ZONE, addDays, localDate } from '../../../src/platform/clock/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCounter, yuan, type Counter, type Refund, type Spend } from './a-counter.js';
import {
  aTierBody,
  aTierHouse,
  joinFiles,
  patch,
  retireAll,
  taken,
  type StaffTier,
} from './a-tier-house.js';

type MemberTier = components['schemas']['StaffMemberTierDto'];

let counter: Counter;
let silver: StaffTier;
let gold: StaffTier;
beforeAll(async () => {
  counter = await aCounter(await workerDatabaseUrl());
});
afterAll(() => counter.close());
beforeEach(async () => {
  await taken(
    patch(counter, '/staff/tier-settings', {
      ...{ spendCounts: 'consumption', bonusCounts: false, keepMonths: 12, downgradeStep: 'one' },
    }),
  );
  [silver, gold] = await aTierHouse(counter);
});
afterEach(() => retireAll(counter));

const tierOf = (id: string): Promise<MemberTier> =>
  counter.get(counter.manager, `/staff/clients/${id}/tier`);
const nameOf = async (id: string): Promise<string | null> => (await tierOf(id)).tier?.name ?? null;
const kindsOf = async (id: string): Promise<string[]> =>
  (await tierOf(id)).steps.map(({ kind }) => kind);
const principalFirst = { spendOrder: 'principal_first', bonusFen: 0 };

describe('a client’s tier', () => {
  it('rises in the moment in which enough was used, and says what is missing to the next', async () => {
    const { id, token } = await counter.aMember(principalFirst);
    await taken(counter.charge(id, yuan(199)));
    const before = await counter.get<MemberTier>({ token }, '/client/tier');
    expect(before.tier).toBeNull();
    expect(before.next?.tier.name).toBe('银卡');
    expect(before.next?.ways).toEqual([
      {
        ...{ by: 'spend', amount: yuan(200), windowMonths: 12, have: yuan(199), missing: yuan(1) },
        words: '近 12 个月再消费 1 元',
      },
    ]);
    await taken(counter.charge(id, yuan(1)));
    const after = await counter.get<MemberTier>({ token }, '/client/tier');
    const since = localDate(counter.api.clock.now(), HOME_ZONE);
    expect(after).toMatchObject({ tier: { name: '银卡' }, since, keptUntil: addMonths(since, 12) });
    expect(after.next?.ways.map(({ words }) => words)).toEqual([
      ...['近 12 个月再消费 300 元', '一次储值满 2000 元'],
    ]);
    expect(await counter.get(counter.desk, `/staff/clients/${id}/wallet`)).toMatchObject({
      tier: '银卡',
    });
    // As a price asks for it, on that day and on the one before.
    const { app, database } = counter.api;
    const discountOn = (on: string) => app.get(TierQueries).discount(database, id, on);
    const rights = { name: '银卡', servicePermille: 950, productPermille: 980 };
    expect(await discountOn(since)).toEqual(rights);
    expect(await discountOn(addDays(since, -1))).toBeNull();
  });

  it('is given for one large top-up, and taken back when that is reversed', async () => {
    const member = await counter.aMember({ priceFen: yuan(2000), bonusFen: 0 });
    expect(await nameOf(member.id)).toBe('金卡');
    const path = `/staff/top-ups/${member.topUp.id}/reverse`;
    await taken(counter.post(counter.manager, path, { reason: '选错了方案' }));
    expect(await nameOf(member.id)).toBeNull();
    expect(await kindsOf(member.id)).toEqual(['taken_back', 'upgrade']);
  });

  it('falls back to what the rest gives when a deduction is reversed', async () => {
    const { id } = await counter.aMember(principalFirst);
    await taken(counter.charge(id, yuan(250)));
    const { id: spendId } = await taken<Spend>(counter.charge(id, yuan(300)));
    expect(await nameOf(id)).toBe('金卡');
    await taken(
      counter.post(counter.manager, `/staff/spends/${spendId}/reverse`, { reason: '扣错' }),
    );
    expect(await nameOf(id)).toBe('银卡');
  });

  it('does not count what was paid back', async () => {
    const member = await counter.aMember({ priceFen: yuan(2000), bonusFen: 0 });
    const wish = { cause: 'own_reason', amountFen: yuan(2000), reason: '搬家了' };
    const { id } = await taken<Refund>(counter.post(member, '/client/wallet/refunds', wish));
    await taken(counter.post(counter.manager, `/staff/stored-value-refunds/${id}/approve`, {}));
    expect(await nameOf(member.id)).toBeNull();
  });

  it('is kept for its time and then falls one step at a time, by the sweep', async () => {
    const member = await counter.aMember({ ...principalFirst, priceFen: yuan(1000) });
    await taken(counter.charge(member.id, yuan(600)));
    const sweep = counter.api.app.get(SweepTiers);
    await counter.later({ days: 364 });
    await sweep.run();
    expect(await nameOf(member.id)).toBe('金卡');
    await counter.later({ days: 2 });
    await Promise.all([sweep.run(), sweep.run()]);
    expect(await nameOf(member.id)).toBe('银卡');
    expect(await kindsOf(member.id)).toEqual(['downgrade', 'upgrade']);
  });

  it('is set by hand with the reason, which stands against the rules until its day', async () => {
    const { id } = await aClient(counter.api);
    const path = `/staff/clients/${id}/tier`;
    const wish = { tierId: gold.id, keptUntil: '2099-12-31', reason: '老客户回馈' };
    expect((await counter.post(counter.desk, path, wish)).status).toBe(403);
    await taken(counter.post(counter.manager, path, wish));
    const { tier, keptUntil, steps } = await tierOf(id);
    expect([tier?.name, keptUntil]).toEqual(['金卡', '2099-12-31']);
    expect(steps[0]).toMatchObject({ kind: 'by_hand', reason: '老客户回馈', toName: '金卡' });
    const retired = { ...aTierBody({ rank: 1 }), version: silver.version, state: 'retired' };
    await taken(patch(counter, `/staff/tiers/${silver.id}`, retired));
    const wrong = await counter.post(counter.manager, path, { ...wish, tierId: silver.id });
    expect(codeOf(wrong)).toBe('TIER_NOT_FOUND');
  });

  it('rises once when two deductions reach it at the same time', async () => {
    const { id } = await counter.aMember(principalFirst);
    await Promise.all([counter.charge(id, yuan(150)), counter.charge(id, yuan(150))]);
    expect(await nameOf(id)).toBe('银卡');
    expect(await kindsOf(id)).toEqual(['upgrade']);
  });

  it('of two files that are joined is the higher, with the doings of both', async () => {
    const [one, two] = [
      await counter.aMember(principalFirst),
      await counter.aMember(principalFirst),
    ];
    await taken(counter.charge(one.id, yuan(250)));
    await taken(counter.charge(two.id, yuan(250)));
    await joinFiles(counter, one.id, two.id);
    expect(await nameOf(two.id)).toBe('金卡');
    expect(await kindsOf(two.id)).toEqual(['upgrade', 'joined', 'upgrade', 'upgrade']);
  });
});

describe('the tiers of the house', () => {
  it('have one tier for each rank, and keep every version', async () => {
    const again = await counter.post(counter.manager, '/staff/tiers', aTierBody());
    expect(codeOf(again)).toBe('INVALID_INPUT');
    const change = { ...aTierBody({ name: '银卡会员' }), version: silver.version };
    await taken(patch(counter, `/staff/tiers/${silver.id}`, change));
    const stale = await patch(counter, `/staff/tiers/${silver.id}`, change);
    expect(codeOf(stale)).toBe('TIER_CHANGED');
    const { changes } = await counter.get<{ changes: { name: string }[] }>(
      ...([counter.owner, `/staff/tiers/${silver.id}`] as const),
    );
    expect(changes.map(({ name }) => name)).toEqual(['银卡会员', '银卡']);
  });

  it('are written by who may write plans; what counts is the owner’s to say', async () => {
    expect((await counter.post(counter.desk, '/staff/tiers', aTierBody())).status).toBe(403);
    const { status } = await counter.api.call('/staff/tier-settings', {
      ...{ method: 'PATCH', token: counter.manager.token },
      body: { spendCounts: 'cash_in', bonusCounts: true, downgradeStep: 'one' },
    });
    expect(status).toBe(403);
  });
});
