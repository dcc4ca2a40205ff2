import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, agreesOnPaper, byTwo, codeOf, exceptionFor } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { aCardDesk, rawPackage, type CardDesk, type SessionUse } from './a-card-desk.js';
import { aKey } from './a-counter.js';

type Summary = components['schemas']['CareSummaryDto'];

let desk: CardDesk;
let therapist: string;
beforeAll(async () => {
  desk = await aCardDesk(await workerDatabaseUrl());
  therapist = await aStaffToken(desk.api, ['therapist'], [desk.store.id]);
});
afterAll(() => desk.close());

/** The salon's service asks for a patch test, or for nothing. */
async function asksForTest(patchTestDays: number | null): Promise<void> {
  const { status } = await desk.api.call(`/staff/care-knowledge/services/${desk.salon.serviceId}`, {
    ...{ method: 'PUT', token: desk.manager.token },
    body: { ingredientIds: [], patchTestDays, intervalDays: null },
  });
  expect(status).toBeLessThan(300);
}

async function isTested(clientId: string): Promise<void> {
  await agreesOnPaper(desk.api, therapist, clientId);
  const test = { serviceId: desk.salon.serviceId, on: TODAY, result: 'clear', note: '' };
  const { status } = await desk.api.call(`/staff/clients/${clientId}/health`, {
    ...{ method: 'PUT', token: therapist },
    body: { allergies: [], conditions: [], patchTests: [test], history: '', version: 0 },
  });
  expect(status).toBe(200);
}

const uses = (clientId: string, more: object = {}): Promise<Answer> =>
  desk.post(desk.desk, `/staff/clients/${clientId}/session-uses`, {
    ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: 'auto' },
    ...{ slipNo: aKey().slice(0, 20), ...more },
  });
const byBoth = (send: (more: object) => Promise<Answer>, username = desk.manager.username) =>
  byTwo(desk, send, { username });
const left = async (packageId: string): Promise<number> =>
  (await rawPackage(desk.api, packageId)).SES_AVAIL;

describe('a session that is used at the desk', () => {
  it('needs what a visit would need, or two people, whose names stay; nothing is used without', async () => {
    await asksForTest(30);
    const { id, pack } = await desk.aHolder();
    const refused = await uses(id);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'CARE_CONTRAINDICATED']);
    expect(refused.body).toMatchObject({ findings: [{ kind: 'patch_test', severity: 'hard' }] });
    expect(codeOf(await byBoth((more) => uses(id, more), desk.desk.username))).toBe(
      'SECOND_PERSON_NEEDED',
    );
    expect(await left(pack.id)).toBe(12);
    const used = await byBoth((more) => uses(id, more));
    expect(used.status).toBe(201);
    expect(await left(pack.id)).toBe(11);
    const { overrides } = await desk.get<Summary>(desk.desk, `/staff/clients/${id}/care-summary`);
    const contextId = (used.body as SessionUse).id;
    expect(overrides).toMatchObject([{ contextKind: 'session_use', contextId }]);
    // For this one and for no other.
    expect(codeOf(await uses(id))).toBe('CARE_CONTRAINDICATED');
    await isTested(id);
    expect((await uses(id)).status).toBe(201);
    await asksForTest(null);
  });

  it('keeps the client’s code for the second try when her health stopped the first', async () => {
    await asksForTest(30);
    const { id, token } = await desk.aHolder();
    const { code } = await desk.get<{ code: string }>({ token }, '/client/member-code');
    const once = { code, slipNo: undefined };
    const refused = await uses(id, once);
    expect(codeOf(refused)).toBe('CARE_CONTRAINDICATED');
    const agreed = await exceptionFor(desk, refused, { username: desk.manager.username });
    expect((await uses(id, { ...once, ...agreed })).status).toBe(201);
    await asksForTest(null);
  });

  it('waits for the risk notice of its service', async () => {
    const { id, pack } = await desk.aHolder();
    const { serviceId } = desk.salon;
    const words = {
      title: '护理风险告知书',
      body: '可能出现短暂泛红、刺痛和脱屑，三天内避免日晒。',
    };
    const text = { ...words, kind: 'notice', serviceId };
    const notice = (await desk.post(desk.manager, '/staff/consent-texts', text)).body;
    const { id: textId } = notice as { id: string };
    const refused = await byBoth((more) => uses(id, more));
    expect(refused.body).toMatchObject({ code: 'NOTICE_UNSIGNED', notices: [{ id: textId }] });
    expect(await left(pack.id)).toBe(12);
    const paper = { textId, paperNo: 'GZ-2026-01', ofAgeReason: '看过身份证' };
    await desk.post(desk.desk, `/staff/clients/${id}/consents`, paper);
    expect((await uses(id)).status).toBe(201);
    await desk.post(desk.manager, '/staff/consent-texts', { ...text, required: false });
  });
});
