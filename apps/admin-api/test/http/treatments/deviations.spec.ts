import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_TREATMENT, type VisitTreatment } from '../../support/given/care.js';
import { aService, byTwo, codeOf } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCareHouse, type CareHouse, type Findings } from '../care/a-care-house.js';
import { taken } from '../checkout/a-desk.js';

type ClientTreatments = components['schemas']['ClientTreatmentListDto'];

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** Hours of one therapist, each used once. */
const hours = Array.from({ length: 9 }, (_, hour) => `${hour + 11}:00`);

const byBoth = (send: (more: object) => Promise<Answer>): Promise<Answer> =>
  byTwo(house, send, { username: house.manager.username });

/** A visit that is under way; what she does not tolerate came to light since, unless it was known and answered for. */
async function served(isKnown = false) {
  const client = await aClient(house.api);
  const { id } = await house.visit(hours.shift() ?? 'no hour is left', client);
  const step = (name: string, body?: object): Promise<Answer> =>
    house.post(house.desk, `/staff/appointments/${id}/${name}`, body);
  taken(await step('arrive'));
  if (isKnown) taken(await house.allergic(client.id));
  const starts = (more?: object) => step('start', more);
  taken(await (isKnown ? byBoth(starts) : starts()));
  if (!isKnown) taken(await house.allergic(client.id));
  return { client, path: `/staff/appointments/${id}/treatment` };
}

const used = (productId: string | null, name: string) => ({
  products: [{ productId, name, amount: 2, unit: 'ml' }],
});
const record = (change: object = {}) => ({
  ...{ ...A_TREATMENT, products: [] },
  done: [{ serviceId: house.serviceId, parameters: [] }],
  ...change,
});
const theProduct = () => used(house.productId, '');
const write = (path: string, change: object = {}): Promise<Answer> =>
  house.post(house.manager, path, record(change));
const WHY = { deviation: '只用在手背，顾客要求试用' };

describe('a record that her health file speaks against', () => {
  it('is written with the reason for it, which stays with colleagues', async () => {
    const { client, path } = await served(true);
    const refused = await write(path, theProduct());
    expect([refused.status, codeOf(refused)]).toEqual([409, 'TREATMENT_DEVIATES']);
    const { findings } = refused.body as Findings;
    expect(findings).toMatchObject([{ severity: 'hard', productId: house.productId }]);
    expect((refused.body as { detail: string }).detail).toContain('请写明原因');
    expect(JSON.stringify(refused.body)).not.toContain(house.ingredientName);
    const { versions } = taken<VisitTreatment>(await write(path, { ...theProduct(), ...WHY }));
    expect(versions[0]?.contents.deviation).toBe(WHY.deviation);
    expect(versions[0]?.contents.deviatesFrom).toHaveLength(1);
    expect(versions[0]?.contents.deviatesFrom[0]).toContain(house.ingredientName);
    const mine = await house.get<ClientTreatments>(client, '/client/treatments');
    expect(mine.items).toHaveLength(1);
    expect(JSON.stringify(mine)).not.toMatch(/手背|过敏/);
  });

  it('is found by the name of what the catalogue does not have', async () => {
    const { path } = await served(true);
    const typed = used(null, `${house.ingredientName}棉片`);
    const refused = await write(path, typed);
    expect(codeOf(refused)).toBe('TREATMENT_DEVIATES');
    expect((refused.body as Findings).findings).toMatchObject([{ productId: null }]);
    taken(await write(path, { ...typed, ...WHY }));
  });

  it('needs no word for what two people answered for when it began', async () => {
    const { path } = await served(true);
    const { versions } = taken<VisitTreatment>(await write(path, WHY));
    // There was nothing to explain.
    expect(versions[0]?.contents).toMatchObject({ deviation: '', deviatesFrom: [] });
  });

  it.each([
    ['when its bill was paid, which completed it', 'pay'],
    ['when its bill was written', 'edit'],
  ] as const)('needs no word for what two people answered for %s', async (_when, deed) => {
    const client = await aClient(house.api);
    const { id } = await house.visit(hours.shift() ?? 'no hour is left', client);
    const bill = await house.open({ appointmentId: id });
    taken(await house.allergic(client.id));
    const edits = (more: object) => house.edit(bill, { lines: [house.line()], ...more });
    const last = deed === 'edit' ? taken(await byBoth(edits)) : bill;
    const cash = [{ kind: 'cash', amountFen: last.payFen }] as const;
    const pays = (more = {}) => house.pay(last, cash, { completeVisit: true, ...more });
    taken(await (deed === 'pay' ? byBoth(pays) : pays()));
    const written = await write(`/staff/appointments/${id}/treatment`);
    expect(taken<VisitTreatment>(written).versions[0]?.contents.deviatesFrom).toEqual([]);
  });

  it('needs one for what came to light since', async () => {
    const { path } = await served();
    expect(codeOf(await write(path))).toBe('TREATMENT_DEVIATES');
    taken(await write(path, WHY));
  });

  it('is kept as a draft without a question', async () => {
    const { path } = await served(true);
    const send = (more: object): Promise<Answer> =>
      house.api.call(`${path}/draft`, {
        ...{
          method: 'PUT',
          token: house.manager.token,
          body: record({ ...theProduct(), ...more }),
        },
      });
    taken(await send({ revision: 0 }));
    taken(await send({ revision: 1, ...WHY }));
    const { draft } = await house.get<VisitTreatment>(house.manager, path);
    expect(draft?.contents).toMatchObject(WHY);
  });

  it('is no other for being corrected', async () => {
    const { path } = await served(true);
    const { recordId } = taken<VisitTreatment>(await write(path));
    const correct = (more: object): Promise<Answer> =>
      house.post(house.manager, `/staff/treatments/${recordId ?? ''}/corrections`, {
        ...{ ...record(theProduct()), version: 1, reason: '漏记了用品', ...more },
      });
    expect(codeOf(await correct({}))).toBe('TREATMENT_DEVIATES');
    const { versions } = taken<VisitTreatment>(await correct(WHY));
    expect(versions.map(({ contents }) => contents.deviatesFrom.length)).toEqual([1, 0]);
  });

  it('is also one of a service that was not booked and needed a patch test', async () => {
    const { path } = await served(true);
    const serviceId = await aService(house.api, house.store);
    const rule = `/staff/care-knowledge/services/${serviceId}`;
    const asks = { ingredientIds: [], patchTestDays: 30, intervalDays: null };
    await house.put(house.manager, rule, asks);
    const done = [{ serviceId, parameters: [] }];
    const refused = await write(path, { done });
    expect((refused.body as Findings).findings).toMatchObject([{ kind: 'patch_test', serviceId }]);
    taken(await write(path, { done, ...WHY }));
  });
});
