import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TOMORROW, agreesOnPaper, byTwo, codeOf, withdraws } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import {
  aCareHouse,
  type CareHouse,
  type Findings,
  type Health,
  type Summary,
} from './a-care-house.js';

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** Hours of one therapist, each used once. */
const free = ['11:00', '12:00', '13:00', '14:00'];
const booked = (
  customerId: string,
  more: object = {},
  start = free.shift() ?? 'no hour is left',
): Promise<Answer> =>
  house.post(house.desk, '/staff/appointments', {
    ...{ storeId: house.store.id, start: house.store.at(TOMORROW, start) },
    services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }],
    ...{ customerId, channel: 'desk', ...more },
  });

async function anAllergicClient() {
  const client = await aClient(house.api);
  expect((await house.allergic(client.id)).status).toBe(200);
  return client;
}

describe('the consent to health data', () => {
  const health = (id: string): string => `/staff/clients/${id}/health`;
  const nothing = { allergies: [], conditions: [], patchTests: [], history: '', version: 0 };
  const withdrawn = (id: string) => withdraws(house.api, house.desk.token, id);
  const checked = (id: string) => {
    const query = `storeId=${house.store.id}&serviceIds=${house.serviceId}&plannedFor=booking`;
    return house.get<Findings>(house.therapistToken, `/staff/clients/${id}/care-check?${query}`);
  };

  it('is needed before anything is written, and may be given on paper', async () => {
    const { id } = await aClient(house.api);
    const write = () => house.put(house.therapistToken, health(id), nothing);
    const refused = await write();
    expect([refused.status, codeOf(refused)]).toEqual([409, 'HEALTH_CONSENT_MISSING']);
    await agreesOnPaper(house.api, house.therapistToken.token, id, 'photos');
    expect(codeOf(await write())).toBe('HEALTH_CONSENT_MISSING');
    await agreesOnPaper(house.api, house.therapistToken.token, id);
    expect((await write()).status).toBe(200);
  });

  it('closes the file at once when it is taken back: nobody reads it, and a check says only that', async () => {
    const { id } = await anAllergicClient();
    const start = free.shift();
    const { username } = house.manager;
    const agreed = await byTwo(house, (more) => booked(id, more, start), { username });
    expect(agreed.status).toBe(201);
    await withdrawn(id);
    const file = await house.get<Health>(house.therapistToken, health(id));
    expect(file).toMatchObject({ ...nothing, consent: 'withdrawn' });
    const { findings } = await checked(id);
    expect(findings).toEqual([
      {
        ...{ severity: 'soft', kind: 'consent', serviceId: null, productId: null },
        ...{ words: '顾客已撤回健康信息的同意，请当面确认', earliestOn: null },
      },
    ]);
    const summary = await house.get<Summary>(
      house.therapistToken,
      `/staff/clients/${id}/care-summary`,
    );
    expect(summary.alerts).toMatchObject([{ severity: 'soft', words: findings[0]?.words }]);
    expect(summary.overrides).toMatchObject([{ reason: null, words: [] }]);
    expect(codeOf(await house.put(house.therapistToken, health(id), nothing))).toBe(
      'HEALTH_CONSENT_MISSING',
    );
    expect((await booked(id)).status).toBe(201);
  });

  it('opens it again as it was when she agrees once more', async () => {
    const { id } = await anAllergicClient();
    await withdrawn(id);
    await agreesOnPaper(house.api, house.desk.token, id);
    const file = await house.get<Health>(house.therapistToken, health(id));
    expect(file).toMatchObject({ version: 1, consent: 'given', allergies: [house.allergy] });
    expect((await checked(id)).findings).toMatchObject([{ severity: 'hard', kind: 'allergy' }]);
  });

  it('that is taken back while somebody writes comes before the write or after it', async () => {
    const { id } = await anAllergicClient();
    const [wrote] = await Promise.all([house.allergic(id, { version: 1 }), withdrawn(id)]);
    expect([undefined, 'HEALTH_CONSENT_MISSING']).toContain(codeOf(wrote));
    const file = await house.get<Health>(house.therapistToken, health(id));
    expect(['given', 'withdrawn']).toContain(file.consent);
  });
});

describe('two files that are joined and parted again', () => {
  const file = (id: string) =>
    house.get<Health>(house.therapistToken, `/staff/clients/${id}/health`);
  const consents = (id: string) =>
    house.get<{ history: { id: string }[] }>(house.desk, `/staff/clients/${id}/consents`);
  const noted = (history: string) => ({ allergies: [], history });

  async function joined(fromId: string, toId: string): Promise<string> {
    const body = { fromId, toId, reason: '同一位顾客，换过手机号' };
    const answer = await house.post(house.manager, '/staff/merges', body);
    expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
    return (answer.body as { mergeId: string }).mergeId;
  }
  const parted = async (mergeId: string): Promise<void> => {
    const reason = { reason: '其实是两个人' };
    const answer = await house.post(house.manager, `/staff/merges/${mergeId}/undo`, reason);
    expect([answer.status, codeOf(answer)]).toEqual([204, undefined]);
  };

  it('have what each of them said before, and what each agreed to', async () => {
    const [from, to] = [await aClient(house.api), await aClient(house.api)];
    await house.allergic(from.id);
    await house.allergic(to.id, noted('去年做过光子'));
    const before = [await consents(from.id), await consents(to.id)];
    const mergeId = await joined(from.id, to.id);
    expect(await file(to.id)).toMatchObject({
      ...{ allergies: [house.allergy], history: '去年做过光子' },
    });
    await parted(mergeId);
    expect(await file(from.id)).toMatchObject({ allergies: [house.allergy], history: '' });
    expect(await file(to.id)).toMatchObject({ allergies: [], history: '去年做过光子' });
    expect([await consents(from.id), await consents(to.id)]).toEqual(before);
  });

  it('leave nothing with the one that had no health file', async () => {
    const [from, to] = [await aClient(house.api), await aClient(house.api)];
    await house.allergic(from.id);
    const mergeId = await joined(from.id, to.id);
    expect((await file(to.id)).allergies).toEqual([house.allergy]);
    await parted(mergeId);
    expect(await file(to.id)).toMatchObject({ version: 0, allergies: [], consent: 'none' });
    expect((await file(from.id)).allergies).toEqual([house.allergy]);
  });

  it('leave with the one that went on what was written since', async () => {
    const [from, to] = [await aClient(house.api), await aClient(house.api)];
    await house.allergic(from.id);
    const mergeId = await joined(from.id, to.id);
    const { version } = await file(to.id);
    expect((await house.allergic(to.id, { ...noted('对花粉敏感'), version })).status).toBe(200);
    await parted(mergeId);
    expect((await file(from.id)).allergies).toEqual([house.allergy]);
    await agreesOnPaper(house.api, house.therapistToken.token, to.id);
    expect(await file(to.id)).toMatchObject({ allergies: [], history: '对花粉敏感' });
  });
});
