import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { NameSkill } from '../../../src/modules/staff/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aSalon,
  aStore,
  aTherapist,
  book,
  codeOf,
  type GivenTherapist,
  type Salon,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

type Schemas = components['schemas'];

let api: TestApi;
let salon: Salon;
let anna: GivenTherapist;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
});
beforeEach(async () => {
  salon = await aSalon(api);
  const shifts = [TODAY, TOMORROW].map((date) => ({ date, from: '09:00', to: '21:00' }));
  anna = await aTherapist(api, salon.store, { shifts });
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
});
afterAll(() => api.close());

const at = (time: string, date = TOMORROW): string => salon.store.at(date, time);
const post = (path: string, body: object, token = manager): Promise<Answer> =>
  api.call(path, { token, body, headers: { 'idempotency-key': aKey() } });
const touchedIn = ({ body }: Answer) =>
  (body as Schemas['TouchedVisitListDto']).items.map(({ visit, absences }) => [
    visit.id,
    absences[0]?.why,
  ]);
const require = (seenVisits: readonly string[] = [], dryRun = false) =>
  post('/staff/certificate-rule', {
    ...{ storeId: salon.store.id, isRequired: true, dryRun, seenVisits },
  });
const record = (
  validUntil: string,
  version: number,
  more: { seenVisits?: readonly string[]; dryRun?: boolean; token?: string } = {},
) => {
  const { seenVisits = [], dryRun = false, token } = more;
  const body = { number: '沪健A20260001', validUntil, version, dryRun, seenVisits };
  return post(`/staff/qualifications/${anna.staffId}/certificate`, body, token);
};
const bookHer = async (start: string): Promise<Answer> =>
  book(api, (await aClient(api)).token, salon.wish(start, anna.staffId));
const hers = async (): Promise<Schemas['QualificationDto'] | undefined> => {
  const path = `/staff/qualifications?storeId=${salon.store.id}`;
  const { people } = (await api.call(path, { token: manager }))
    .body as Schemas['QualificationsDto'];
  return people.find(({ staffId }) => staffId === anna.staffId);
};

describe('a health certificate', () => {
  it('takes her out of booking from the day after its last, where the store asks for one', async () => {
    expect((await record(TODAY, 0)).status).toBe(200);
    expect((await bookHer(at('12:00'))).status).toBe(201);
    const shown = await require([], true);
    expect(touchedIn(shown)).toMatchObject([[expect.any(String), 'no_certificate']]);
    expect(codeOf(await require())).toBe('SHIFT_TOUCHES_VISITS');
    const ids = touchedIn(shown).map(([id]) => String(id));
    expect((await require(ids)).status).toBe(200);
    expect(codeOf(await bookHer(at('16:00')))).toBe('SLOT_TAKEN');
    expect((await bookHer(at('16:00', TODAY))).status).toBe(201);
  });

  it('puts her back as soon as a new one is recorded, and names what an earlier end touches', async () => {
    await require();
    expect(codeOf(await bookHer(at('12:00')))).toBe('SLOT_TAKEN');
    await record('2027-11-23', 0);
    const visit = ((await bookHer(at('12:00'))).body as { id: string }).id;
    const shorter = await record(TODAY, 1, { dryRun: true });
    expect(touchedIn(shorter)).toEqual([[visit, 'no_certificate']]);
    expect(await hers()).toMatchObject({
      certificate: { numberEnd: '0001', validUntil: '2027-11-23', version: 1 },
      ...{ standing: 'valid', treats: true },
    });
  });

  it('lies sealed, and of two that record one at once the second is told', async () => {
    const answers = await Promise.all([record('2027-01-01', 0), record('2027-02-01', 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('CERTIFICATE_CHANGED');
    const [row] = await api.database.rows<{ number: Buffer }>(
      'SELECT number_sealed AS number FROM health_certificate WHERE staff_id = ?',
      [anna.staffId],
    );
    expect(row?.number.toString('utf8')).not.toContain('20260001');
  });

  it('is recorded by who answers for her store, and by nobody else', async () => {
    const elsewhere = await aStaffToken(api, ['manager'], [(await aStore(api)).id]);
    expect(codeOf(await record(TODAY, 0, { token: elsewhere }))).toBe('STAFF_NOT_FOUND');
    const therapist = await aStaffToken(api, ['therapist'], [salon.store.id]);
    expect((await record(TODAY, 0, { token: therapist })).status).toBe(403);
  });
});

describe('a skill that is taken back', () => {
  it('names the visits that she cannot do any more, and drops none', async () => {
    const skillId = await api.unitOfWork.run((tx) =>
      api.app.get(NameSkill, { strict: false }).execute(tx, `光电 ${aKey().slice(-8)}`),
    );
    await api.unitOfWork.run((tx) =>
      tx.run('UPDATE service_segment SET skill_id = ? WHERE service_id = ?', [
        skillId,
        salon.serviceId,
      ]),
    );
    const change = (has: boolean, dryRun = false, seenVisits: readonly string[] = []) =>
      post(`/staff/qualifications/${anna.staffId}/skills`, { skillId, has, dryRun, seenVisits });
    expect((await change(true)).status).toBe(200);
    const visit = ((await bookHer(at('12:00'))).body as { id: string }).id;
    expect(touchedIn(await change(false, true))).toEqual([[visit, 'no_skill']]);
    expect(codeOf(await change(false))).toBe('SHIFT_TOUCHES_VISITS');
    expect((await change(false, false, [visit])).status).toBe(200);
    expect((await bookHer(at('16:00'))).status).toBe(409);
    expect((await hers())?.skillIds).toEqual([]);
  });
});
