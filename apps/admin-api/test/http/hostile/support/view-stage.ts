import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { TODAY, aKey } from '../../../support/given/index.js';

/** A filter that somebody keeps to herself; its id. */
export async function givenFilter(api: TestApi, token: string, storeId: string): Promise<string> {
  const name = `筛选${newId().slice(-8)}`;
  const body = { storeId, name, filter: { stage: 'active' }, shared: false };
  const { body: kept } = await api.call('/staff/client-filters', {
    ...{ token, body, headers: { 'idempotency-key': aKey() } },
  });
  const { items } = kept as { items: { id: string; name: string }[] };
  return items.find((one) => one.name === name)?.id ?? '';
}

/** A tag that a rule keeps, in a group of many; its id. */
export async function givenTagRule(api: TestApi, token: string, groupId: string): Promise<string> {
  const name = `标${newId().slice(-8)}`;
  const body = { groupId, name, rule: { visits: '5' } };
  const { body: kept } = await api.call('/staff/client-tag-rules', {
    ...{ token, body, headers: { 'idempotency-key': aKey() } },
  });
  const { items } = kept as { items: { tagId: string; name: string }[] };
  return items.find((one) => one.name === name)?.tagId ?? '';
}

/** Right values of a rule by which a tag is kept. */
export function valuesOfTagRules(tierId: string, needId: string, groupId: string) {
  const rule = {
    ...{ spendFen: '100000', spendDays: '90', visits: '3', visitDays: '90', awayDays: '30' },
    ...{ stages: 'active', ageFrom: '20', ageTo: '60', birthMonths: 'now', tierIds: tierId },
    ...{ sources: 'walk_in', packages: 'held', needIds: needId, minBalanceFen: '100' },
  };
  const counted = Object.entries(rule).map(([name, value]) => [
    `GET /api/staff/client-tag-rules/count ${name}`,
    value,
  ]);
  return { rule, groupId, ...(Object.fromEntries(counted) as Record<string, string>) };
}

const PREVIEW = 'GET /api/staff/client-standing-policy/preview';

/** In a query a number is text. */
const previewed = (limits: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(limits).map(([name, value]) => [`${PREVIEW} ${name}`, String(value)]),
  );

/** Right values of looking at clients: lists, time lines and who looked. */
export function valuesOfView(storeId: string, staffId: string) {
  const list = {
    ...{ stage: 'active', birthMonth: '5', lastVisitFrom: TODAY, lastVisitUntil: TODAY },
    ...{ minBalanceFen: '0', order: 'newest', awayDays: '30', consultantId: staffId },
    ...{ needId: newId(), belowPercent: '60', missing: 'birthday' },
  };
  const tagIds = newId();
  return {
    ...list,
    filter: { ...list, storeId, tierId: newId(), source: 'walk_in', tagIds },
    shared: true,
    // As the house comes, for what else stands on this stage.
    ...{ newWithinDays: 60, newVisits: 2, sleepingAfterDays: 90, lostAfterDays: 180 },
    ...{ recencyDays: [30, 60, 90, 180], frequencyVisits: [2, 4, 8, 12] },
    monetaryFen: [50_000, 150_000, 500_000, 1_200_000],
    ...previewed({ newWithinDays: 60, newVisits: 2, sleepingAfterDays: 90, lostAfterDays: 180 }),
    'GET /api/staff/client-list tagIds': tagIds,
    'GET /api/staff/clients/{id}/time-line group': 'visits',
    'GET /api/staff/audit action': 'phone.revealed',
  };
}
