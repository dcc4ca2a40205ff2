import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, aService, agreesOnPaper, byTwo, codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import type { Answer } from '../../support/an-api.js';
import { aCareHouse, type CareHouse, type Findings, type Summary } from '../care/a-care-house.js';
import { taken, type BillView } from './a-desk.js';

/** Asks for nothing, for a patch test, and for a signed notice; each a service of its own. */
let house: CareHouse;
let tested: string;
let noticed: string;
let noticeId: string;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  [tested, noticed] = [
    await aService(house.api, house.store),
    await aService(house.api, house.store),
  ];
  const prerequisites = { ingredientIds: [], patchTestDays: 30, intervalDays: null };
  const rule = `/staff/care-knowledge/services/${tested}`;
  expect((await house.put(house.manager, rule, prerequisites)).status).toBeLessThan(300);
  const notice = {
    title: '果酸焕肤风险告知书',
    body: '可能出现短暂泛红、刺痛和脱屑，三天内避免日晒。',
  };
  const text = { ...notice, kind: 'notice', serviceId: noticed };
  ({ id: noticeId } = taken<{ id: string }>(
    await house.post(house.manager, '/staff/consent-texts', text),
  ));
});
afterAll(() => house.close());

const cash = (bill: BillView) => [{ kind: 'cash', amountFen: bill.payFen }] as const;
const pays = (bill: BillView, more: object = {}): Promise<Answer> =>
  house.pay(bill, cash(bill), more);
const completes = { completeVisit: true };
const byBoth = (send: (more: object) => Promise<Answer>): Promise<Answer> =>
  byTwo(house, send, { username: house.manager.username });
const findings = (answer: Answer) => (answer.body as Findings).findings;
const isTested = (clientId: string): Promise<Answer> =>
  house.allergic(clientId, {
    ...{ allergies: [], patchTests: [{ serviceId: tested, on: TODAY, result: 'clear', note: '' }] },
  });
const signs = async (clientId: string): Promise<void> => {
  const paper = { textId: noticeId, paperNo: `GZ${clientId.slice(-6)}`, ofAgeReason: '看过身份证' };
  taken(await house.post(house.desk, `/staff/clients/${clientId}/consents`, paper));
};

/** Hours of two people, each used once. */
const hours = Array.from({ length: 18 }, (_, place) => place);

/** A visit of today with this service, agreed on and not begun, and its bill. */
async function billed(serviceId: string) {
  const client = await aClient(house.api);
  const place = hours.shift() ?? NaN;
  const start = house.store.at(TODAY, `${Math.floor(place / 2) + 11}:00`);
  const { staffId } = place % 2 === 0 ? house.therapist : house.colleague;
  const services = [{ serviceId, staffId }];
  const wish = { storeId: house.store.id, start, services, customerId: client.id };
  const visit = taken<{ id: string }>(
    await house.post(house.desk, '/staff/appointments', { ...wish, channel: 'desk' }),
  );
  const bill = await house.open({ appointmentId: visit.id });
  return { client, bill, visitId: visit.id };
}

const stateOf = async (visitId: string): Promise<string> =>
  (await house.get<{ state: string }>(house.desk, `/staff/appointments/${visitId}`)).state;

/** Nothing came of a payment that was refused: neither money, nor a step of the visit. */
async function expectUntouched(bill: BillView, visitId?: string): Promise<void> {
  expect(await house.bill(bill.id)).toMatchObject({
    ...{ state: 'open', version: bill.version, tenders: [] },
  });
  const rows = await house.api.database.rows('SELECT 1 FROM ledger_tx WHERE biz_key = ?', [
    `bill.${bill.id}`,
  ]);
  expect(rows).toEqual([]);
  if (visitId !== undefined) expect(await stateOf(visitId)).toBe('confirmed');
}

describe('a visit that is completed with its payment', () => {
  it('needs the patch test that its start would have needed, and nothing is posted without it', async () => {
    const { client, bill, visitId } = await billed(tested);
    const refused = await pays(bill, completes);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'CARE_CONTRAINDICATED']);
    expect(findings(refused)).toMatchObject([{ kind: 'patch_test', severity: 'hard' }]);
    expect((refused.body as { detail: string }).detail).toMatch(/皮试.*一起批准/);
    await expectUntouched(bill, visitId);
    await isTested(client.id);
    expect(taken(await pays(bill, completes)).state).toBe('paid');
    expect(await stateOf(visitId)).toBe('completed');
  });

  it('is asked about as it was booked, also when its lines were replaced', async () => {
    const { bill, visitId } = await billed(tested);
    const changed = taken(await house.edit(bill, { lines: [house.line()] }));
    expect(codeOf(await pays(changed, completes))).toBe('CARE_CONTRAINDICATED');
    await expectUntouched(changed, visitId);
  });

  it('is stopped by what was written into her file after it was booked', async () => {
    const { client, bill, visitId } = await billed(house.serviceId);
    await house.allergic(client.id);
    expect(codeOf(await pays(bill, completes))).toBe('CARE_CONTRAINDICATED');
    await expectUntouched(bill, visitId);
  });

  it('needs its risk notice signed, which nobody can answer for instead', async () => {
    const { client, bill, visitId } = await billed(noticed);
    const refused = await byBoth((more) => pays(bill, { ...completes, ...more }));
    expect(refused.body).toMatchObject({
      ...{ code: 'NOTICE_UNSIGNED', notices: [{ id: noticeId, serviceId: noticed }] },
      detail: expect.stringContaining('果酸焕肤风险告知书'),
    });
    await expectUntouched(bill, visitId);
    await signs(client.id);
    expect(taken(await pays(bill, completes)).state).toBe('paid');
  });

  it('is passed by two people, for the bill as for the visit, and both names stay', async () => {
    const { client, bill, visitId } = await billed(tested);
    const paid = await byBoth((more) => pays(bill, { ...completes, ...more }));
    expect(taken(paid).state).toBe('paid');
    expect(await stateOf(visitId)).toBe('completed');
    const path = `/staff/clients/${client.id}/care-summary`;
    const { overrides } = await house.get<Summary>(house.desk, path);
    expect(overrides).toMatchObject([{ contextKind: 'appointment', contextId: visitId }]);
    const other = await billed(tested);
    const start = `/staff/appointments/${other.visitId}`;
    taken(await house.post(house.desk, `${start}/arrive`));
    taken(await byBoth((more) => house.post(house.desk, `${start}/start`, more)));
    expect(taken(await pays(other.bill, completes)).state).toBe('paid');
  });

  it('has the exceptions of its own kept by it, and those of what else is billed by the bill', async () => {
    const { client, bill, visitId } = await billed(tested);
    const serviceId = await aService(house.api, house.store);
    const asks = { ingredientIds: [], patchTestDays: 30, intervalDays: null };
    await house.put(house.manager, `/staff/care-knowledge/services/${serviceId}`, asks);
    const lines = [house.line({ itemId: tested }), house.line({ itemId: serviceId })];
    const longer = taken(await house.edit(bill, { lines }));
    expect(findings(await pays(longer, completes))).toHaveLength(2);
    const paid = await byBoth((more) => pays(longer, { ...completes, ...more }));
    expect(taken(paid).state).toBe('paid');
    const path = `/staff/clients/${client.id}/care-summary`;
    const { overrides } = await house.get<Summary>(house.therapistToken, path);
    const kept = overrides.map(({ contextId, words }) => [contextId, words.length]);
    expect(new Map(kept as [string, number][])).toEqual(
      new Map([
        [visitId, 1],
        [bill.id, 1],
      ]),
    );
  });

  it('keeps the wish for an exception of one person from counting', async () => {
    const { bill, visitId } = await billed(tested);
    const pay = (more: object) => pays(bill, { ...completes, ...more });
    const alone = await byTwo(house, pay, { username: house.desk.username });
    expect(codeOf(alone)).toBe('SECOND_PERSON_NEEDED');
    await expectUntouched(bill, visitId);
  });

  it('is billed whatever is missing by now once it has begun', async () => {
    const { client, bill, visitId } = await billed(tested);
    await isTested(client.id);
    taken(await house.post(house.desk, `/staff/appointments/${visitId}/arrive`));
    taken(await house.post(house.desk, `/staff/appointments/${visitId}/start`));
    taken(await house.allergic(client.id, { allergies: [], patchTests: [], version: 1 }));
    expect(taken(await pays(bill, completes)).state).toBe('paid');
  });

  it('waits for its record where the shop wants that first; the money need not', async () => {
    const serviceId = await aService(house.api, house.store);
    const words = { parameters: [], products: [], advice: '', homeCare: '' };
    const template = { ...words, nextAfterDays: null, recordFirst: true, version: 0 };
    taken(await house.put(house.manager, `/staff/treatment-templates/${serviceId}`, template));
    const { bill, visitId } = await billed(serviceId);
    expect(codeOf(await pays(bill, completes))).toBe('TREATMENT_FIRST');
    await expectUntouched(bill, visitId);
    expect(taken(await pays(bill)).state).toBe('paid');
    expect(await stateOf(visitId)).toBe('confirmed');
  });
});

describe('a visit that is paid ahead of it', () => {
  it.each([
    ['patch test', () => tested, 'CARE_CONTRAINDICATED'],
    ['notice', () => noticed, 'NOTICE_UNSIGNED'],
  ])('leaves the %s to its own start', async (_what, serviceId, code) => {
    const { bill, visitId } = await billed(serviceId());
    expect(taken(await pays(bill)).state).toBe('paid');
    taken(await house.post(house.desk, `/staff/appointments/${visitId}/arrive`));
    const start = await house.post(house.desk, `/staff/appointments/${visitId}/start`);
    expect(codeOf(start)).toBe(code);
  });

  it('is asked about what it was not booked for', async () => {
    const { bill } = await billed(house.serviceId);
    const lines = [house.line(), house.line({ itemId: tested })];
    const longer = taken(await house.edit(bill, { lines }));
    expect(findings(await pays(longer))).toMatchObject([{ serviceId: tested }]);
  });
});

describe('a walk-in', () => {
  const walksIn = async (serviceId: string, customerId?: string): Promise<BillView> =>
    house.written(customerId === undefined ? {} : { customerId }, [
      house.line({ itemId: serviceId }),
    ]);

  it('needs the patch test that a visit would need, or two people', async () => {
    const { id } = await aClient(house.api);
    const bill = await walksIn(tested, id);
    expect(codeOf(await pays(bill))).toBe('CARE_CONTRAINDICATED');
    await expectUntouched(bill);
    expect(taken(await byBoth((more) => pays(bill, more))).state).toBe('paid');
    const another = await walksIn(tested, id);
    expect(codeOf(await pays(another))).toBe('CARE_CONTRAINDICATED');
    await agreesOnPaper(house.api, house.therapistToken.token, id);
    await isTested(id);
    expect(taken(await pays(another)).state).toBe('paid');
  });

  it('signs the notice first, also when she is to agree on her phone', async () => {
    const client = await aClient(house.api);
    const bill = await walksIn(noticed, client.id);
    const asks = (more: object = {}): Promise<Answer> =>
      house.act(bill, 'ask', { tenders: cash(bill), ...more });
    expect(codeOf(await pays(bill))).toBe('NOTICE_UNSIGNED');
    expect(codeOf(await asks())).toBe('NOTICE_UNSIGNED');
    await signs(client.id);
    expect(taken(await asks()).state).toBe('awaiting');
  });

  it('that waits for her tap was answered for by two people', async () => {
    const client = await aClient(house.api);
    const bill = await walksIn(tested, client.id);
    const asks = (more: object = {}): Promise<Answer> =>
      house.act(bill, 'ask', { tenders: cash(bill), ...more });
    expect(codeOf(await asks())).toBe('CARE_CONTRAINDICATED');
    const { version } = taken(await byBoth(asks));
    const tap = await house.post(client, `/client/bills/${bill.id}/confirm`, { version });
    expect(taken(tap).state).toBe('paid');
  });

  it('without a file is asked nothing: nobody knows who she is', async () => {
    expect(taken(await pays(await walksIn(tested))).state).toBe('paid');
  });
});
