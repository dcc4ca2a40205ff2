import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCardDeskAt, type CardDesk, type PackagePlan } from '../membership/a-card-desk.js';
import { aCareHouse, type CareHouse, type Findings } from './a-care-house.js';

const CARD = '刷酸十次卡';

let house: CareHouse;
let cards: CardDesk;
/** Good for the service that holds what she does not tolerate. */
let plan: PackagePlan;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  cards = await aCardDeskAt(house);
  plan = await planOf(house.serviceId);
});
afterAll(() => house.close());

const planOf = (serviceId: string): Promise<PackagePlan> =>
  cards.aPackagePlan({
    ...{ name: CARD, validEverywhere: false, storeIds: [house.store.id] },
    items: [cards.item({ serviceIds: [serviceId] })],
  });
async function anAllergicClient(change: object = {}) {
  const client = await aClient(house.api);
  taken(await house.allergic(client.id, change));
  return client;
}
const look = (
  { id }: { id: string },
  more: object,
  who: { readonly token: string } = house.desk,
): Promise<Answer> => {
  const query = new URLSearchParams({ storeId: house.store.id, plannedFor: 'walk_in', ...more });
  return house.api.call(`/staff/clients/${id}/care-check?${query.toString()}`, who);
};
const found = async (...asked: Parameters<typeof look>): Promise<Findings['findings']> =>
  taken<Findings>(await look(...asked)).findings;
const reads = async ({ id }: { id: string }): Promise<number> =>
  (
    await house.api.database.rows(
      `SELECT 1 FROM audit_log WHERE action = 'health.read' AND subject_id = ?`,
      [id],
    )
  ).length;

describe('a card for what she does not tolerate', () => {
  it('is told of softly, with its name: the desk learns that somebody should ask, and no more', async () => {
    const client = await anAllergicClient();
    const [finding, ...rest] = await found(client, { packagePlanIds: plan.id });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ severity: 'soft', serviceId: house.serviceId });
    expect(finding?.words).toMatch(/^卡项「刷酸十次卡」：.*需要美容师先确认$/);
    expect(finding?.words).not.toContain(house.ingredientName);
    expect(await reads(client)).toBe(0);
  });

  it('is told of in words to those who treat her, and leaves an entry', async () => {
    const client = await anAllergicClient();
    const [finding] = await found(client, { packagePlanIds: plan.id }, house.therapistToken);
    expect(finding?.words).toMatch(/^卡项「刷酸十次卡」：/);
    expect(finding?.words).toContain(house.ingredientName);
    expect(await reads(client)).toBe(1);
  });

  it('is sold nevertheless', async () => {
    const client = await anAllergicClient();
    const line = { kind: 'package', itemId: plan.id, quantity: 1, staff: [] };
    const bill = await house.written({ customerId: client.id }, [line]);
    expect(taken(await house.pay(bill, [{ kind: 'cash', amountFen: bill.payFen }])).state).toBe(
      'paid',
    );
  });

  it('takes no weight from the same service on another line', async () => {
    const client = await anAllergicClient();
    const both = { serviceIds: house.serviceId, packagePlanIds: plan.id };
    const findings = await found(client, both);
    expect(findings.map(({ severity }) => severity)).toEqual(['hard']);
    expect(findings[0]?.words).not.toContain(CARD);
  });

  it('says once what is about her alone', async () => {
    const own = { ingredientId: null, text: '某种花香', severity: 'mild' };
    const client = await anAllergicClient({ allergies: [own] });
    const both = { productIds: house.productId, packagePlanIds: plan.id };
    expect(await found(client, both)).toHaveLength(1);
  });
});

it('a card for what she tolerates says nothing', async () => {
  const harmless = await planOf(cards.salon.serviceId);
  const client = await anAllergicClient();
  expect(await found(client, { packagePlanIds: harmless.id })).toEqual([]);
});

it('a card that does not exist is not taken for one that speaks against nothing', async () => {
  const answer = await look(await anAllergicClient(), { packagePlanIds: newId() });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'INVALID_INPUT']);
  expect(answer.body).toMatchObject({ errors: [{ field: 'packagePlanIds' }] });
});
