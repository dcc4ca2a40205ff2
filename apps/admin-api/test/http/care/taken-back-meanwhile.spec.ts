import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WithdrawConsent } from '../../../src/modules/care/consents/withdraw-consent.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { AN_ASSESSMENT } from '../../support/given/assessments.js';
import {
  A_TREATMENT,
  aCareSalon,
  type CareSalon,
  type VisitTreatment,
} from '../../support/given/care.js';
import {
  MONDAY_TEN,
  TODAY,
  agreesOnPaper,
  book,
  codeOf,
  type GivenClient,
  type Visit,
} from '../../support/given/index.js';
import { meanwhile } from '../../support/meanwhile.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';

type Plan = components['schemas']['CarePlanAnswerDto'];

let api: TestApi;
let salon: CareSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const HER_WORDS = '做完脸上有点痒，第二天好了';
const record = (change: object = {}) => ({
  ...{ ...A_TREATMENT, done: [{ serviceId: salon.serviceId, parameters: [] }] },
  ...change,
});

/** What `send` is told while she takes her consent back on her phone and that is not written down for good. */
async function whileTakenBack(client: GivenClient, send: () => Promise<Answer>): Promise<Answer> {
  const withdraw = api.app.get(WithdrawConsent, { strict: false });
  const by = { kind: 'client', customerId: client.id, openid: '', sessionId: '' } as const;
  const takesBack = (tx: Parameters<WithdrawConsent['execute']>[0]) =>
    withdraw.execute(tx, by, client.id, 'health');
  const [answer] = await meanwhile(api, takesBack, () => [send()]);
  if (!answer) throw new Error('nothing was sent');
  return answer;
}
const expectRefused = (answer: Answer) =>
  expect([answer.status, codeOf(answer)]).toEqual([409, 'HEALTH_CONSENT_MISSING']);

/** A visit that is over, with the client who had it. */
const aVisitAt = (clock: string) => salon.served(clock, 'completed');
const path = (visitId: string): string => `/staff/appointments/${visitId}/treatment`;

/** The id of a planned visit that is over, for her to rate. */
async function aPlannedVisitOver(client: GivenClient): Promise<string> {
  const { therapist, manager } = salon.tokens;
  await agreesOnPaper(api, therapist, client.id);
  const planned = { serviceId: salon.serviceId, productIds: [], times: 1, minDays: 2, maxDays: 4 };
  const plan = await salon.post(therapist, `/staff/clients/${client.id}/care-plan`, {
    ...{ storeId: salon.store.id, goal: '提亮', problems: '', homeCare: '', propose: true },
    lines: [{ ...planned, lineId: null, firstOn: TODAY }],
  });
  const stepId = taken<Plan>(plan).plan?.steps[0]?.id ?? '';
  taken(await salon.post(client.token, '/client/care-plan/agree', { version: 1 }));
  const wish = { ...salon.wish(salon.store.at(TODAY, '17:00')), planStepId: stepId };
  const { id } = taken<Visit>(await book(api, client.token, wish));
  for (const step of ['arrive', 'start', 'complete'])
    taken(await salon.post(manager, `/staff/appointments/${id}/${step}`, {}));
  return stepId;
}

describe('a consent that is taken back in the same moment is waited for, and then keeps out', () => {
  it('the record of a visit', async () => {
    const { visitId, client } = await aVisitAt('19:30');
    const write = () => salon.post(salon.tokens.therapist, path(visitId), record());
    expectRefused(await whileTakenBack(client, write));
  });

  it('its correction', async () => {
    const { visitId, client } = await aVisitAt('11:00');
    const { therapist } = salon.tokens;
    const { recordId } = taken<VisitTreatment>(
      await salon.post(therapist, path(visitId), record()),
    );
    const change = { ...record({ advice: '一周内不泡温泉' }), version: 1, reason: '写漏了' };
    const corrections = `/staff/treatments/${recordId ?? ''}/corrections`;
    const correct = () => salon.post(therapist, corrections, change);
    expectRefused(await whileTakenBack(client, correct));
  });

  it.each([
    ['a draft of it', 0, '13:00'],
    ['a draft that is saved again', 1, '15:00'],
  ])('%s', async (_what, revision, clock) => {
    const { visitId, client } = await aVisitAt(clock);
    const { therapist } = salon.tokens;
    const save = (of: number) =>
      salon.put(therapist, `${path(visitId)}/draft`, { ...record(), revision: of });
    for (let kept = 0; kept < revision; kept += 1) taken(await save(kept));
    expectRefused(await whileTakenBack(client, () => save(revision)));
  });

  it('what she writes about a visit of her plan', async () => {
    const client = await aClient(api);
    const rating = `/client/care-plan/steps/${await aPlannedVisitOver(client)}/rating`;
    const rate = () => salon.put(client.token, rating, { score: 4, words: HER_WORDS });
    expectRefused(await whileTakenBack(client, rate));
  });

  it('the correction of an assessment', async () => {
    const client = await aClient(api);
    const { therapist } = salon.tokens;
    await agreesOnPaper(api, therapist, client.id);
    const assessed = { ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: false };
    const { id } = taken<{ id: string }>(
      await salon.post(therapist, `/staff/clients/${client.id}/assessments`, assessed),
    );
    const { formVersion, contents } = AN_ASSESSMENT;
    const body = { formVersion, contents, released: true, version: 1, reason: '仪器没校准' };
    const correct = () => salon.post(therapist, `/staff/assessments/${id}/corrections`, body);
    expectRefused(await whileTakenBack(client, correct));
  });
});
