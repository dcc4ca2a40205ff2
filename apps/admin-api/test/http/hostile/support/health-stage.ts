import { WhatWasShown, type CareFinding } from '../../../../src/modules/care/index.js';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { SEEN_NOTHING, TODAY, agreesOnPaper } from '../../../support/given/index.js';
import { PASSWORD, anAccount } from '../../../support/people.js';
import type { Right } from './right-values.js';

/** Right values and ids of calls about health. */
export interface GivenHealth {
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Right;
}

/** Writes an ingredient, a condition and a rule, has her agree to a health file, and knows a second person. */
export async function givenHealth(
  api: TestApi,
  token: string,
  { storeId, serviceId, productId, customerId = '' }: Readonly<Record<string, string>>,
): Promise<GivenHealth> {
  await agreesOnPaper(api, token, customerId);
  const made = async (what: string, body: object): Promise<string> => {
    const headers = { 'idempotency-key': newId() };
    const answer = await api.call(`/staff/care-knowledge/${what}`, { token, body, headers });
    if (answer.status >= 300) throw new Error(`${what}: ${JSON.stringify(answer.body)}`);
    return (answer.body as { id: string }).id;
  };
  const ingredient = { kind: 'single', inci: 'Niacinamide', also: ['B3'], memberIds: [] };
  const ingredientId = await made('ingredients', {
    ...{ ...ingredient, name: `烟酰胺 ${newId()}`, state: 'active' },
  });
  const condition = { hint: '', state: 'active' };
  const conditionId = await made('conditions', { ...condition, name: `情况 ${newId()}` });
  const rule = { conditionId, targetKind: 'ingredient', targetId: ingredientId };
  const judged = { severity: 'soft', advice: '先问一问' };
  const ruleId = await made('rules', { ...rule, ...judged });
  const { username } = await anAccount(api, ['manager'], [storeId ?? '']);
  const look = await aLook(api, customerId, serviceId ?? '');
  const of = (call: string, body: object): [string, unknown][] =>
    Object.entries(body).map(([name, value]) => [`${call} ${name}`, value]);
  const base = '/api/staff/care-knowledge';
  const file = {
    allergies: [{ ingredientId, text: '手背红', severity: 'mild' }],
    conditions: [{ conditionId, note: '三个月', until: '2027-01-01' }],
    patchTests: [{ serviceId, on: TODAY, result: 'clear', note: '耳后' }],
  };
  const group = { ...ingredient, kind: 'group', memberIds: [ingredientId], state: 'active' };
  const item = { ingredientIds: [ingredientId] };
  const health = 'PUT /api/staff/clients/{id}/health';
  return {
    ids: {
      ...{ ingredients: ingredientId, conditions: conditionId, rules: ruleId },
      ...{ services: serviceId ?? '' },
      [`${health} clients`]: customerId,
      'POST /api/staff/clients/{id}/care-looks clients': customerId,
    },
    values: {
      override: {
        reason: '顾客坚持',
        seen: SEEN_NOTHING,
        looked: SEEN_NOTHING,
        approver: { username, password: PASSWORD },
      },
      ...{ plannedFor: 'booking', subjectId: newId() },
      'GET /api/staff/clients/{id}/care-check productIds': productId,
      ...Object.fromEntries([
        ...of('POST /api/staff/clients/{id}/care-looks', {
          ...{ ...look, approver: { username, password: PASSWORD } },
        }),
        ...of(health, { ...file, history: '去年做过光子', version: 0 }),
        ...of(`POST ${base}/ingredients`, { ...group, name: `组 ${newId()}` }),
        ...of(`PATCH ${base}/ingredients/{ingredientId}`, {
          ...{ ...ingredient, memberIds: [], name: `烟酰胺 ${newId()}`, state: 'active' },
          version: 1,
        }),
        ...of(`POST ${base}/conditions`, { ...condition, name: `情况 ${newId()}` }),
        ...of(`PATCH ${base}/conditions/{conditionId}`, {
          ...{ ...condition, name: `情况 ${newId()}`, version: 1 },
        }),
        ...of(`POST ${base}/rules`, { ...rule, ...judged }),
        ...of(`PATCH ${base}/rules/{ruleId}`, { ...judged, state: 'active', version: 1 }),
        ...of(`PUT ${base}/services/{serviceId}`, { ...item, patchTestDays: 7, intervalDays: 14 }),
        ...of(`PUT ${base}/products/{productId}`, item),
      ]),
    },
  };
}

/** What a refusal carries for a second person, who may look at it. */
export async function aLook(
  api: TestApi,
  customerId: string,
  serviceId: string,
): Promise<{ readonly seen: string; readonly sealed: string }> {
  const shown = api.app.get(WhatWasShown, { strict: false });
  const found: CareFinding = {
    ...{ code: `allergy:x:service:${serviceId}`, severity: 'hard', kind: 'allergy', serviceId },
    ...{ words: LOOK_WORDS, plainWords: '需要美容师先确认' },
  };
  const look = await shown.seal(api.database, customerId, [found]);
  return { seen: shown.seen(customerId, [found]), sealed: look?.sealed ?? '' };
}

/** What such a look tells. */
export const LOOK_WORDS = '对「水杨酸」过敏（严重），「焕肤」含有「水杨酸」';
