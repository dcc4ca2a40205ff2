import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids/index.js';
import { allRoutes, pathWith, type Route } from '../support/all-routes.js';
import { anApi, type Answer, type TestApi } from '../support/an-api.js';
import { workerDatabaseUrl } from '../support/database/index.js';
import { A_TREATMENT } from '../support/given/care.js';
import {
  MONDAY_TEN,
  TODAY,
  aSalon,
  aVisit,
  type GivenClient,
  type Salon,
  type Visit,
} from '../support/given/index.js';
import { aClient, aStaffToken } from '../support/people.js';

/** By id, and yet not of one client or store. A new one is a decision: it is written here or the test fails. */
const OF_THE_WHOLE_BRAND = [
  // A brand's client files are one book (customers), so whoever may read clients may read all of its stores'.
  'DELETE /api/staff/clients/:id/phones/:phoneId',
  'GET /api/staff/clients/:id',
  'GET /api/staff/clients/:id/time-line', // visits and bills in it are those of the caller's stores
  'PATCH /api/staff/clients/:id',
  'POST /api/staff/clients/:id/phones',
  'POST /api/staff/clients/:id/reveal-phone',
  'POST /api/staff/clients/:id/reveal-contact',
  'GET /api/staff/clients/:id/changes',
  'GET /api/staff/clients/:id/notes', // those that her role reads
  'GET /api/staff/clients/:id/profile',
  'POST /api/staff/clients/:id/notes',
  'POST /api/staff/clients/:id/notes/:noteId/correct',
  'PUT /api/staff/clients/:id/tags',
  'PUT /api/staff/clients/:id/contact-check',
  'PUT /api/staff/clients/:id/links/:otherId',
  'DELETE /api/staff/clients/:id/links/:otherId',
  // A wallet is the client's, not a store's (membership); whatever moves money names a store of the caller's.
  'GET /api/staff/clients/:id/coupons', // hers in every store; giving and taking back name a store
  'GET /api/staff/clients/:id/marketing-choice',
  'PUT /api/staff/clients/:id/marketing-choice',
  'GET /api/staff/clients/:id/consents', // agreed to with the brand, in whichever store
  'GET /api/staff/clients/:id/consents/:consentId',
  'POST /api/staff/clients/:id/consents',
  'POST /api/staff/clients/:id/consents/withdraw',
  'GET /api/staff/clients/:id/contracts',
  'GET /api/staff/clients/:id/contracts/:contractId',
  'GET /api/staff/clients/:id/packages',
  'GET /api/staff/clients/:id/refund-quote',
  'GET /api/staff/clients/:id/wallet',
  'GET /api/staff/clients/:id/wallet/statement',
  'POST /api/staff/clients/:id/debt-payments',
  'POST /api/staff/clients/:id/freeze',
  'POST /api/staff/clients/:id/packages',
  'POST /api/staff/clients/:id/refunds',
  'POST /api/staff/clients/:id/session-uses',
  'POST /api/staff/clients/:id/spends',
  'POST /api/staff/clients/:id/top-ups',
  'POST /api/staff/clients/:id/transfers',
  'POST /api/staff/clients/:id/unfreeze',
  'GET /api/staff/clients/:id/points',
  'GET /api/staff/clients/:id/tier',
  'POST /api/staff/clients/:id/points-adjustments',
  'POST /api/staff/clients/:id/tier',
  'GET /api/staff/clients/:id/booking-standing', // missed visits count in whatever store they were
  'GET /api/staff/clients/:id/treatments', // what was done to her is one book too
  // What she does not tolerate, and what is planned for her, go with her to every store.
  'GET /api/staff/clients/:id/care-plan',
  'POST /api/staff/clients/:id/care-plan',
  'GET /api/staff/clients/:id/care-check',
  'POST /api/staff/clients/:id/care-looks',
  'GET /api/staff/clients/:id/care-summary',
  'GET /api/staff/clients/:id/health',
  'PUT /api/staff/clients/:id/health',
  // And so does how her skin and hair are, and what her hair was coloured with.
  'GET /api/staff/clients/:id/assessments',
  'POST /api/staff/clients/:id/assessments',
  'PUT /api/staff/clients/:id/assessment-draft',
  'POST /api/staff/assessments/:assessmentId/corrections',
  'GET /api/staff/clients/:id/formulas',
  'POST /api/staff/clients/:id/formulas',
  // And what she answered before she came.
  'GET /api/staff/clients/:id/questionnaires',
  'GET /api/staff/clients/:id/questionnaires/:questionnaireId',
  'POST /api/staff/clients/:id/questionnaires/:questionnaireId/answers',
  'GET /api/staff/clients/:id/questionnaire-answers',
  'GET /api/staff/clients/:id/questionnaire-answers/:answerId',
  'POST /api/staff/clients/:id/questionnaire-answers/:answerId/confirm',
  'GET /api/staff/questionnaires/:questionnaireId', // forms are the house's
  'PUT /api/staff/questionnaires/:questionnaireId/draft',
  'POST /api/staff/questionnaires/:questionnaireId/publish',
  'GET /api/client/questionnaires/:questionnaireId',
  'POST /api/client/questionnaires/:questionnaireId/answers',
  'POST /api/staff/jobs/:id/retry', // jobs belong to the house
];

/** Bodies that would do something if the caller were not a stranger. */
const BODIES: Readonly<Record<string, (salon: Salon) => object>> = {
  'POST /api/staff/appointments/:id/start': () => ({}),
  'POST /api/client/appointments/:id/cancel': () => ({ reason: '不来了' }),
  'POST /api/client/appointments/:id/reschedule': ({ store }) => ({
    start: store.at(TODAY, '15:00'),
  }),
  'POST /api/client/appointments/:id/feedback': () => ({ wish: 'come' }),
  'POST /api/staff/appointments/:id/cancel': () => ({ reason: '停电' }),
  'POST /api/client/appointments/:id/accept': () => ({ optionId: newId() }),
  'POST /api/staff/appointments/:id/accept': () => ({ optionId: newId() }),
  'POST /api/staff/appointments/:id/decline': () => ({ reason: 'full' }),
  'POST /api/staff/appointments/:id/offer': ({ store }) => ({
    ...{ options: [{ start: store.at(TODAY, '15:00') }], version: 1 },
  }),
  'PUT /api/staff/stores/:id/booking-policy': () => ({
    ...{ answerMinutes: 60, offerMinutes: 60, freeCancelHours: 4 },
    ...{ historyMonths: 6, mostNoShows: null, mostLateCancels: null },
  }),
  'PUT /api/staff/stores/:id/daily-caps': () => ({ caps: [] }),
  'PUT /api/staff/stores/:id/peak-times': () => ({ releaseHours: 24, windows: [] }),
  'PUT /api/staff/stores/:id/turn-rules': () => ({ isKept: true, requestedCounts: false }),
  'POST /api/staff/appointments/:id/treatment': ({ serviceId }) => ({
    ...{ ...A_TREATMENT, done: [{ serviceId, parameters: [] }] },
  }),
  'PUT /api/staff/appointments/:id/treatment/draft': ({ serviceId }) => ({
    ...{ ...A_TREATMENT, done: [{ serviceId, parameters: [] }], revision: 0 },
  }),
  'POST /api/staff/appointments/:id/keep': () => ({ version: 1 }),
  'POST /api/staff/qualifications/:id/certificate': () => ({
    ...{ number: '沪健A1', validUntil: TODAY, version: 0, dryRun: false, seenVisits: [] },
  }),
  'POST /api/staff/qualifications/:id/skills': () => ({
    ...{ skillId: newId(), has: true, dryRun: false, seenVisits: [] },
  }),
  'POST /api/staff/shift-requests/:id/approve': () => ({ dryRun: false, seenVisits: [] }),
  'POST /api/staff/shift-requests/:id/refuse': () => ({ reason: '那天人手不够' }),
  'POST /api/staff/shift-requests/:id/call-off': () => ({ reason: '提前回来' }),
  'POST /api/staff/shift-templates/:id': () => ({
    ...{ name: '早班', colour: 'amber', startMinute: 600, endMinute: 1140, breaks: [] },
    ...{ state: 'active', version: 1 },
  }),
  'POST /api/staff/appointments/:id/move': ({ store }) => ({
    ...{ start: store.at(TODAY, '15:00'), version: 1 },
  }),
};

/** An owner who treats: what is refused to her is refused for whose it is, not for what it is. */
const ALL_RIGHTS = ['owner', 'manager'] as const;

let api: TestApi;
let salon: Salon;
let owner: GivenClient;
let visit: Visit;
let byId: Route[];

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
  ({ visit, client: owner } = await aVisit(api, salon, salon.store.at(TODAY, '12:00')));
  byId = allRoutes(api.app).filter(
    (route) => route.path.includes(':id') && !OF_THE_WHOLE_BRAND.includes(route.name),
  );
});
afterAll(() => api.close());

function call(route: Route, id: string, token: string): Promise<Answer> {
  return api.call(pathWith(route, id).replace(/^\/api/, ''), {
    method: route.method as 'GET',
    token,
    headers: { 'idempotency-key': newId() },
    body: route.method === 'GET' ? undefined : (BODIES[route.name]?.(salon) ?? {}),
  });
}

const snapshot = (): Promise<object[]> =>
  api.database.rows('SELECT * FROM appointment WHERE id = ?', [visit.id]);

describe('a thing of somebody else', () => {
  it('is reached by routes that this test knows how to call', () => {
    const known = Object.keys(BODIES);
    const takesBody = byId.filter((route) => route.takesBody).map((route) => route.name);
    expect(takesBody.filter((name) => !known.includes(name))).toEqual([]);
    const exceptions = allRoutes(api.app).map((route) => route.name);
    expect(OF_THE_WHOLE_BRAND.filter((name) => !exceptions.includes(name))).toEqual([]);
  });

  it('is not there for another client, whatever she calls', async () => {
    const before = await snapshot();
    const stranger = await aClient(api);
    const routes = byId.filter((route) => route.access?.kind === 'client');
    expect(routes.length).toBeGreaterThan(2);
    for (const route of routes) {
      const { status } = await call(route, visit.id, stranger.token);
      expect({ route: route.name, status }).toEqual({ route: route.name, status: 404 });
    }
    expect(await snapshot()).toEqual(before);
  });

  it('is not there for the staff of another store, whatever their role', async () => {
    const before = await snapshot();
    const elsewhere = await aSalon(api);
    const routes = byId.filter((route) => route.access?.kind === 'staff');
    expect(routes.length).toBeGreaterThan(7);
    for (const roles of [ALL_RIGHTS, ['desk'], ['therapist']] as const) {
      const token = await aStaffToken(api, roles, [elsewhere.store.id]);
      for (const route of routes) {
        const { status } = await call(route, visit.id, token);
        expect([403, 404]).toContain(status);
        if (roles === ALL_RIGHTS)
          expect({ route: route.name, status }).toEqual({ route: route.name, status: 404 });
      }
    }
    expect(await snapshot()).toEqual(before);
  });

  it('is not there for staff who work in no store', async () => {
    const token = await aStaffToken(api, ALL_RIGHTS, []);
    for (const route of byId.filter((each) => each.access?.kind === 'staff'))
      expect((await call(route, visit.id, token)).status).toBe(404);
  });

  it('is not there under an id that nobody has', async () => {
    const boss = await aStaffToken(api, ALL_RIGHTS, [salon.store.id]);
    for (const route of byId) {
      const token = route.access?.kind === 'client' ? owner.token : boss;
      const { status } = await call(route, newId(), token);
      expect({ route: route.name, status }).toEqual({ route: route.name, status: 404 });
    }
  });

  it('is there for whom it is meant: the calls above are refused for who asks, not for what', async () => {
    const desk = await aStaffToken(api, ['manager'], [salon.store.id]);
    const ofVisits = byId.filter(
      ({ method, path }) => method === 'GET' && path.includes('/appointments/'),
    );
    expect(ofVisits.length).toBeGreaterThan(2);
    for (const route of ofVisits) {
      const token = route.access?.kind === 'client' ? owner.token : desk;
      const { status } = await call(route, visit.id, token);
      expect({ route: route.name, status }).toEqual({ route: route.name, status: 200 });
    }
  });
});
