import { STAFF_ROLES, type StaffRole } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS, permissionsOf } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { allRoutes, pathWith, type Route } from '../support/all-routes.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { workerDatabaseUrl } from '../support/database/index.js';
import { MONDAY_TEN, aStore, codeOf } from '../support/given/index.js';
import { aStaffToken } from '../support/people.js';

let api: TestApi;
let routes: Route[];
let storeId: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  routes = allRoutes(api.app).filter((route) => route.access?.kind === 'staff');
  storeId = (await aStore(api)).id;
});
afterAll(() => api.close());

const permissionOf = ({ access }: Route) =>
  access?.kind === 'staff' ? access.permission : undefined;

/** What each role may call, as a person of the salon would say it; a change of the table must be a change here too. */
const MAY: Readonly<Record<StaffRole, readonly string[]>> = {
  owner: ['book', 'decide', 'serve', 'move', 'read visits', 'write clients', 'reveal', 'jobs'],
  manager: ['book', 'decide', 'serve', 'move', 'read visits', 'write clients', 'reveal', 'jobs'],
  desk: ['book', 'decide', 'serve', 'move', 'read visits', 'write clients', 'reveal'],
  therapist: ['serve', 'read visits'],
  consultant: ['book', 'read visits', 'write clients', 'reveal'],
  marketing: [],
  finance: ['read visits'],
};
const DEEDS = {
  book: 'POST /api/staff/appointments',
  decide: 'POST /api/staff/appointments/:id/confirm',
  serve: 'POST /api/staff/appointments/:id/arrive',
  move: 'POST /api/staff/appointments/:id/move',
  'read visits': 'GET /api/staff/appointments',
  'write clients': 'POST /api/staff/clients',
  reveal: 'POST /api/staff/clients/:id/reveal-phone',
  jobs: 'GET /api/staff/jobs',
} as const;

describe.each(STAFF_ROLES)('the role %s', (role) => {
  let token: string;
  beforeAll(async () => {
    token = await aStaffToken(api, [role], [storeId]);
  });

  /** Nothing is asked for properly, so that nothing is done: a refusal of the role comes before one of the input. */
  const call = (route: Route) =>
    api.call(pathWith(route, newId()).replace(/^\/api/, ''), {
      ...{ method: route.method as 'GET', token, headers: { 'idempotency-key': newId() } },
    });

  it('is refused every route that it has no permission for, and none that it has', async () => {
    const may = permissionsOf([role]);
    const findings: string[] = [];
    // Signing out comes last, because it ends the session that asks.
    const inOrder = [...routes].sort((a, b) => Number(isSignOut(a)) - Number(isSignOut(b)));
    for (const route of inOrder) {
      const permission = permissionOf(route);
      const answer = await call(route);
      const refused = answer.status === 403 && codeOf(answer) === 'FORBIDDEN';
      const right = permission !== undefined && refused === !may.has(permission);
      if (!right || answer.status >= 500 || answer.status === 401)
        findings.push(`${route.name}: ${answer.status} ${codeOf(answer) ?? ''}`);
    }
    expect(findings).toEqual([]);
  });

  it('may do what a salon lets it do', () => {
    const may = permissionsOf([role]);
    const deeds = Object.entries(DEEDS).filter(([, name]) => {
      const permission = routes.filter((route) => route.name === name).map(permissionOf)[0];
      return permission !== undefined && may.has(permission);
    });
    expect(deeds.map(([deed]) => deed)).toEqual(MAY[role]);
  });
});

const isSignOut = (route: Route): boolean => route.name === 'DELETE /api/staff/session';

/** Asked for by what a body says, not by its route: shown in test/http/checkout/bills.spec.ts and care/health.spec.ts. */
const ASKED_BY_THE_BODY = [
  ...(['bills.complimentary', 'bills.debt', 'health.override-decide'] as const),
] as const;

describe('the permissions', () => {
  it('are each asked for by some route', () => {
    const asked = new Set([...routes.map(permissionOf), ...ASKED_BY_THE_BODY]);
    expect(PERMISSIONS.filter((permission) => !asked.has(permission))).toEqual([]);
  });

  it('of two roles add up', async () => {
    const token = await aStaffToken(api, ['marketing', 'finance'], [storeId]);
    const { body } = await api.call('/staff/session', { token });
    const { permissions } = body as { permissions: string[] };
    expect(permissions).toEqual(expect.arrayContaining(['clients.read', 'calendar.read']));
  });

  it('of no role are none', async () => {
    const token = await aStaffToken(api, [], [storeId]);
    const answer = await api.call('/staff/stores', { token });
    expect([answer.status, codeOf(answer)]).toEqual([403, 'FORBIDDEN']);
  });
});
