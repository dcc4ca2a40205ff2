import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  TODAY,
  TOMORROW,
  book,
  byTwo,
  codeOf,
  exceptionFor,
  looksAt,
  withdraws,
  type Visit,
} from '../../support/given/index.js';
import { PASSWORD, aClient, anAccount } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse, type Findings, type Summary } from './a-care-house.js';

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** Hours of one therapist, each used once. */
const free = Array.from({ length: 9 }, (_, hour) => `${String(hour + 11).padStart(2, '0')}:00`);
const nextTime = (): string => house.store.at(TOMORROW, free.shift() ?? 'no hour is left');
const deskBooks = (customerId: string, more: object = {}, start = nextTime()): Promise<Answer> =>
  house.post(house.desk, '/staff/appointments', {
    ...{ storeId: house.store.id, start, customerId, channel: 'desk' },
    ...{ services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }], ...more },
  });
const REASON = '顾客说上周用过没有反应';
const byBoth = (
  send: (more: object) => Promise<Answer>,
  username = house.manager.username,
  password = PASSWORD,
): Promise<Answer> => byTwo(house, send, { username, password, reason: REASON });
const findingsOf = (answer: Answer): Findings['findings'] => (answer.body as Findings).findings;

async function anAllergicClient() {
  const client = await aClient(house.api);
  expect((await house.allergic(client.id)).status).toBe(200);
  return client;
}

describe('what she does not tolerate', () => {
  it('is passed by two people, whose names stand by the visit; for it and for no other', async () => {
    const { id } = await anAllergicClient();
    const start = nextTime();
    const booked = await byBoth((more) => deskBooks(id, more, start));
    expect(booked.status).toBe(201);
    const visit = booked.body as Visit;
    const shown = await house.get<Summary>(house.desk, `/staff/clients/${id}/care-summary`);
    expect(shown).toMatchObject({
      alerts: [{ severity: 'soft', words: '有护理禁忌，请由美容师确认' }],
      overrides: [
        {
          ...{ contextKind: 'appointment', contextId: visit.id, reason: null, words: [] },
          ...{ givenName: '娜娜', approvedName: '娜娜' },
        },
      ],
    });
    const inWords = await house.get<Summary>(
      house.therapistToken,
      `/staff/clients/${id}/care-summary`,
    );
    expect(inWords.overrides[0]?.reason).toBe(REASON);
    expect(inWords.alerts[0]?.words).toContain(house.ingredientName);
    const move = { start: nextTime(), version: 1 };
    expect(
      (await house.post(house.desk, `/staff/appointments/${visit.id}/move`, move)).status,
    ).toBe(200);
    expect(codeOf(await deskBooks(id))).toBe('CARE_CONTRAINDICATED');
  });

  it('is passed as it was shown to the two: what was written meanwhile is shown first', async () => {
    const { id } = await anAllergicClient();
    const start = nextTime();
    const refused = await deskBooks(id, {}, start);
    const own = { ...house.allergy, ingredientId: null, text: `对${house.ingredientName}严重过敏` };
    taken(await house.allergic(id, { allergies: [house.allergy, own], version: 1 }));
    const late = await deskBooks(id, await exceptionFor(house, refused, house.manager), start);
    expect(late.body).toMatchObject({
      ...{ code: 'CARE_CONTRAINDICATED', detail: expect.stringContaining('护理提示刚刚变了') },
      findings: findingsOf(refused),
    });
    const agreed = await deskBooks(id, await exceptionFor(house, late, house.manager), start);
    expect(agreed.status).toBe(201);
    const path = `/staff/clients/${id}/care-summary`;
    const { overrides } = await house.get<Summary>(house.therapistToken, path);
    expect(overrides[0]?.words).toHaveLength(2);
  });

  it.each([
    ['the same person', () => house.desk.username, PASSWORD, 'SECOND_PERSON_NEEDED'],
    ['one who may not decide it', () => house.finance.username, PASSWORD, 'FORBIDDEN'],
    ['a wrong password', () => house.manager.username, 'nonsense', 'PASSWORD_WRONG'],
  ])('is not passed with %s', async (_who, username, password, code) => {
    const { id } = await anAllergicClient();
    const start = house.store.at(TOMORROW, '10:00');
    const asked = byBoth((more) => deskBooks(id, more, start), username(), password);
    expect(codeOf(await asked)).toBe(code);
  });

  it('is not passed with a manager of another store', async () => {
    const { id } = await anAllergicClient();
    const { username } = await anAccount(house.api, ['manager'], [house.other.id]);
    const start = house.store.at(TOMORROW, '10:00');
    const asked = byBoth((more) => deskBooks(id, more, start), username);
    expect(codeOf(await asked)).toBe('WRONG_STORE');
  });
});

describe('what the second person answers for', () => {
  const SECRET_WORDS = /水杨酸|过敏|allergy/;
  /** Whose look at her health the trail has. */
  const lookedAt = async (customerId: string): Promise<string[]> =>
    (
      await house.api.database.rows<{ staffId: string }>(
        `SELECT actor_id AS staffId FROM audit_log WHERE subject_id = ? AND action = 'health.read' ORDER BY id`,
        [customerId],
      )
    ).map(({ staffId }) => staffId);

  it('is shown to her in full first, with an entry in her name; the refusal itself has no word of it', async () => {
    const { id } = await anAllergicClient();
    const start = nextTime();
    const refused = await deskBooks(id, {}, start);
    expect(JSON.stringify(refused.body)).not.toMatch(SECRET_WORDS);
    const { override } = await exceptionFor(house, refused, house.manager);
    const { looked, ...unseen } = override;
    expect(await lookedAt(id)).toEqual([house.manager.staffId]);
    const blind = await deskBooks(id, { override: unseen }, start);
    expect(blind.body).toMatchObject({
      ...{ code: 'CARE_CONTRAINDICATED', detail: expect.stringContaining('先看过护理提示') },
    });
    const shown = await looksAt(house, refused, house.manager);
    expect(shown.body).toMatchObject({
      findings: [{ severity: 'hard', kind: 'allergy', serviceId: house.serviceId }],
      ...{ looked, approverName: '娜娜' },
    });
    expect(findingsOf(shown)[0]?.words).toContain(house.ingredientName);
    expect((await deskBooks(id, { override }, start)).status).toBe(201);
  });

  it('is what she looked at herself: the look of another does not count for her', async () => {
    const { id } = await anAllergicClient();
    const start = nextTime();
    const refused = await deskBooks(id, {}, start);
    const { override } = await exceptionFor(house, refused, house.manager);
    const other = await anAccount(house.api, ['manager'], [house.store.id]);
    const approver = { username: other.username, password: PASSWORD };
    const answer = await deskBooks(id, { override: { ...override, approver } }, start);
    expect(codeOf(answer)).toBe('CARE_CONTRAINDICATED');
  });

  it('is nothing that she may not read: an owner who treats nobody answers for days, and for no allergy', async () => {
    const { id } = await anAllergicClient();
    const owner = await anAccount(house.api, ['owner'], [house.store.id]);
    const start = nextTime();
    const refused = await deskBooks(id, {}, start);
    const look = await looksAt(house, refused, owner);
    expect(look.body).toMatchObject({
      ...{ code: 'FORBIDDEN', detail: expect.stringContaining('不能看健康信息') },
    });
    const blind = await deskBooks(id, await exceptionFor(house, refused, owner), start);
    expect([codeOf(blind), await lookedAt(id)]).toEqual(['FORBIDDEN', []]);

    const asks = (intervalDays: number | null, ingredientIds: string[]): Promise<Answer> =>
      house.put(house.manager, `/staff/care-knowledge/services/${house.serviceId}`, {
        ...{ ingredientIds, patchTestDays: null, intervalDays },
      });
    taken(await asks(30, []));
    const client = await aClient(house.api);
    const visit = {
      ...{ storeId: house.store.id, start: house.store.at(TODAY, '20:00') },
      services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }],
    };
    expect((await book(house.api, client.token, visit)).status).toBe(201);
    const tooSoon = await byTwo(house, (more) => deskBooks(client.id, more, start), owner);
    taken(await asks(null, [house.ingredientId]));
    expect(tooSoon.status).toBe(201);
  });

  it('opens for this client and this refusal alone, and no more once she took her consent back', async () => {
    const [{ id }, other] = [await anAllergicClient(), await anAllergicClient()];
    const refused = await deskBooks(id);
    const { seen, look } = refused.body as { seen: string; look: { sealed: string } };
    const asks = (clientId: string, more: object = {}): Promise<Answer> =>
      house.post(house.desk, `/staff/clients/${clientId}/care-looks`, {
        ...{ seen, sealed: look.sealed, ...more },
        approver: { username: house.manager.username, password: PASSWORD },
      });
    for (const wrong of [
      await asks(other.id),
      await asks(id, { seen: 'n'.repeat(43) }),
      await asks(id, { sealed: 'nonsense' }),
    ])
      expect(wrong.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field: 'sealed' }] });
    expect((await asks(id)).status).toBe(200);
    await withdraws(house.api, house.desk.token, id);
    expect(codeOf(await asks(id))).toBe('HEALTH_CONSENT_MISSING');
  });
});
