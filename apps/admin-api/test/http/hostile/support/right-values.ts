import { anApi, type TestApi } from '../../../support/an-api.js';
import { aCareSalon } from '../../../support/given/care.js';
import { TODAY, TOMORROW, aVisit } from '../../../support/given/index.js';
import {
  PASSWORD,
  aClient,
  aPhone,
  anAccount,
  aStaffToken,
  isOfAge,
} from '../../../support/people.js';
import { givenRequest, valuesOfAnswers } from './answer-stage.js';
import { givenAssessment, valuesOfAssessments } from './assessment-stage.js';
import { givenCare, valuesOfCare } from './care-stage.js';
import { givenBills } from './checkout-stage.js';
import { givenHealth } from './health-stage.js';
import { givenConsent, valuesOfConsents } from './consent-stage.js';
import type { Operation } from './contract.js';
import { givenCoupons, valuesOfCoupons, type GivenCoupons } from './coupon-stage.js';
import { FindDuplicates } from '../../../../src/modules/privacy/index.js';
import { aDuplicate } from '../../../support/given/duplicates.js';
import { EXPORT_VALUES, givenExports } from './export-stage.js';
import { ANSWERED_OTHERWISE_TO_IMPORTS, IMPORT_VALUES, givenImports } from './import-stage.js';
import { givenFile, valuesOfFile } from './file-stage.js';
import { givenAutomation, givenCall, valuesOfMarketing } from './marketing-stage.js';
import { heldPackage, valuesOfPackages } from './package-stage.js';
import { shelf, valuesOfShelf } from './shelf-stage.js';
import { givenPlan } from './plan-stage.js';
import { givenQuestionnaires } from './questionnaire-stage.js';
import { givenRequests, givenSkill, givenTemplate, valuesOfShifts } from './shift-stage.js';
import { givenPoints, valuesOfPoints } from './points-stage.js';
import { heldValue, valuesOfWallets } from './value-stage.js';
import { FEEDBACK_VALUES, givenFeedback } from './feedback-stage.js';
import { TURN_VALUES, keepTurns } from './turn-stage.js';
import { givenFilter, givenTagRule, valuesOfTagRules, valuesOfView } from './view-stage.js';

const NEXT_PASSWORD = 'combs & mirrors';

export type Right = Readonly<Record<string, unknown>>;

/** Everybody and everything that a right call needs, and who must not see it. */
export interface Stage {
  /** By name of a member, or of a call and a member where it is another value there; `undefined` is left out. */
  readonly values: Right;
  /** By what stands before the id in the path, or by a call and that where it is another one there. */
  readonly ids: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<'client' | 'staff', string>>;
  /** Another salon's and another client's. */
  readonly strange: { readonly ids: Readonly<Record<string, string>>; readonly storeId: string };
  readonly storeIds: readonly string[];
}

export type Api = Awaited<ReturnType<typeof anApi>>;

interface File {
  readonly id: string;
  readonly phoneId: string;
  readonly memberNo: string;
}

async function aFile(api: TestApi, token: string): Promise<File> {
  const body = { name: '王秀英', phone: aPhone(), birthday: '1990-05-12' };
  const made = (await api.call('/staff/clients', { token, body })).body as { id: string };
  const file = (await api.call(`/staff/clients/${made.id}`, { token })).body;
  const { phones, memberNo } = file as { phones: { id: string }[]; memberNo: string };
  return { id: made.id, phoneId: phones[0]?.id ?? '', memberNo };
}

/** Two files that may be joined, and two that were. */
async function givenMerges(api: TestApi, token: string) {
  const files = await Promise.all([1, 2, 3, 4].map(() => aFile(api, token)));
  const [fromId, toId, joined, into] = files.map(({ id }) => id);
  const body = { fromId: joined, toId: into, reason: '同一位顾客' };
  const headers = { 'idempotency-key': `merge-${joined}` };
  const answer = await api.call('/staff/merges', { token, body, headers });
  const { mergeId } = answer.body as { mergeId: string };
  return { values: { fromId, toId, take: ['name'] }, mergeId };
}

/** Sets the stage. A new member of the contract gets its right value here, or the test names it and fails. */
export async function aStage(api: TestApi): Promise<Stage> {
  const [salon, other] = [await aCareSalon(api), await aCareSalon(api)];
  const [given, elsewhere] = [
    await aVisit(api, salon, salon.store.at(TODAY, '12:00')),
    await aVisit(api, other, other.store.at(TODAY, '12:00')),
  ];
  await isOfAge(api, given.client.token);
  const storeId = salon.store.id;
  // An owner who treats: what only those who treat may do is asked for too.
  const owner = await aStaffToken(api, ['owner', 'manager'], [storeId]);
  const { username } = await anAccount(api, ['desk'], [storeId]);
  await keepTurns(api, storeId, owner);
  const file = await aFile(api, owner);
  const known = await givenFile(api, owner, file.id);
  const groupId = known.ids['client-tag-groups'] ?? '';
  const ruleTagId = await givenTagRule(api, owner, groupId);
  const filterId = await givenFilter(api, owner, storeId);
  const strangeFilter = await givenFilter(api, other.tokens.manager, other.store.id);
  const value = await heldValue(api, storeId, given.client);
  const strangeValue = await heldValue(api, other.store.id, elsewhere.client);
  const points = await givenPoints(api, storeId, given.client);
  const strangePoints = await givenPoints(api, other.store.id, elsewhere.client);
  const coupons = await givenCoupons(api, storeId, given.client.id);
  const automations = await givenAutomation(api, storeId, coupons.templateId);
  const [care, strangeCare] = [await givenCare(salon), await givenCare(other)];
  const strangeCoupons = await givenCoupons(api, other.store.id, elsewhere.client.id);
  const callOf = (
    store: string,
    customerId: string,
    { ids: { coupons: couponId = '' } }: GivenCoupons,
  ) => givenCall(api, { storeId: store, customerId, couponId, automationId: automations });
  const calls = await callOf(storeId, given.client.id, coupons);
  const strangeCalls = await callOf(other.store.id, elsewhere.client.id, strangeCoupons);
  const shelfIds = await shelf(api, owner, storeId, salon.serviceId);
  const held = await heldPackage(api, salon, given.client.id);
  const strangeHeld = await heldPackage(api, other, elsewhere.client.id);
  const consents = await givenConsent(api, given.client.token);
  const strangeConsents = await givenConsent(api, elsewhere.client.token);
  const { serviceId } = salon;
  const { staffId } = salon.therapist;
  const served = { storeId, serviceId, staffId, customerId: given.client.id };
  const merges = await givenMerges(api, owner);
  const bills = await givenBills(api, served);
  const strangeBills = await givenBills(api, {
    ...{ storeId: other.store.id, serviceId: other.serviceId, staffId: other.therapist.staffId },
    customerId: elsewhere.client.id,
  });
  const imports = await givenImports(api, storeId);
  const strangeImports = await givenImports(api, other.store.id);
  const exports = await givenExports(api, storeId, owner);
  const strangeToken = await aStaffToken(api, ['manager'], [other.store.id]);
  const strangeExports = await givenExports(api, other.store.id, strangeToken);
  const about = { storeId, serviceId, productId: shelfIds['products'] ?? '', customerId: file.id };
  const health = await givenHealth(api, owner, about);
  const plan = await givenPlan(api, owner, { storeId, serviceId, customerId: given.client.id });
  const strangePlan = await givenPlan(api, await aStaffToken(api, ['manager'], [other.store.id]), {
    ...{ storeId: other.store.id, serviceId: other.serviceId, customerId: elsewhere.client.id },
  });
  const assessments = await givenAssessment(api, owner, file.id);
  const meaning = {
    conditionId: health.ids['conditions'] ?? '',
    ingredientId: health.ids['ingredients'] ?? '',
  };
  const asked = await givenQuestionnaires(api, owner, given.client, meaning);
  const strangeAsked = await givenQuestionnaires(api, owner, elsewhere.client, meaning);
  const templateOfShifts = await givenTemplate(api, storeId);
  const told = await givenFeedback(api, salon, given.client);
  const strangeTold = await givenFeedback(api, other, elsewhere.client);
  const values: Right = {
    ...{ storeId, serviceId, serviceIds: serviceId, staffId, homeStoreId: storeId },
    ...{ fromStaffId: staffId, moving: given.visit.id, customerId: file.id, channel: 'desk' },
    ...{
      services: [{ serviceId, staffId, useSession: 'auto' }],
      start: salon.store.at(TOMORROW, '15:00'),
      version: 1,
    },
    ...{ date: TODAY, from: TODAY, days: 3, state: 'confirmed', scope: 'upcoming', limit: '5' },
    ...{ q: '王', cursor: undefined, note: '靠窗', reason: '临时有事', name: '王秀英' },
    ...{ gender: 'female', phone: aPhone(), label: '妈妈', primary: false, birthday: '1990-05-12' },
    birthdayReason: '看过身份证',
    ...{ birthdayCalendar: 'solar', birthdayLeapMonth: false },
    ...{ source: 'walk_in', code: undefined, smsCode: '123456', proof: undefined },
    ...{ totp: '123456', username, password: PASSWORD, current: PASSWORD, next: NEXT_PASSWORD },
    ...{ results: [{ templateId: 'confirmed', result: 'accept' }] },
    ...{ ...valuesOfCoupons(coupons), ...bills.values, appointmentId: given.visit.id },
    ...{ ...valuesOfPoints(points), ...valuesOfMarketing(storeId) },
    ...(await valuesOfWallets(api, owner, value, [given.client, file], storeId)),
    ...{ ...valuesOfCare(serviceId), ...valuesOfShelf(serviceId, storeId) },
    ...merges.values,
    ...valuesOfFile(known, given.client.id, staffId),
    ...valuesOfTagRules(points.ids['tiers'] ?? '', known.ids['client-tags'] ?? '', groupId),
    ...{ ...health.values, ...plan.values },
    ...{
      ...valuesOfAssessments(),
      ...valuesOfShifts(staffId, templateOfShifts, await givenSkill(api)),
    },
    ...(await valuesOfPackages(api, owner, held, given.client)),
    ...{ ...IMPORT_VALUES, ...EXPORT_VALUES, ...valuesOfView(storeId, staffId) },
    ...(await valuesOfConsents(api, given.client.token)),
    ...{ ...asked.values, ...valuesOfAnswers(salon, staffId), ...TURN_VALUES },
    ...FEEDBACK_VALUES,
    beyondCaps: true,
    ...{ releaseHours: 24, windows: [{ weekday: 6, fromMinute: 840, toMinute: 1080 }] },
    'PUT /api/staff/stores/{id}/daily-caps caps': [
      { kind: 'service', subjectId: serviceId, most: 200 },
    ],
    'GET /api/staff/jobs state': 'dead',
    'POST /api/client/session code': await loginCode(api),
    'POST /api/client/phone customerId': undefined,
    'POST /api/staff/session totp': undefined,
    'POST /api/staff/totp/remove password': NEXT_PASSWORD,
    'POST /api/staff/clients/{id}/transfers password': NEXT_PASSWORD,
    'POST /api/staff/packages/{packageId}/transfer password': NEXT_PASSWORD,
    'PATCH /api/staff/clients/{id} version': undefined,
    'PATCH /api/client/me version': undefined,
  };
  const ids = {
    ...value.ids,
    ...{ ...coupons.ids, ...bills.ids, automations, calls },
    ...shelfIds,
    ...held.ids,
    ...{ ...points.ids, ...care.ids },
    ...{ ...imports, ...exports },
    merges: merges.mergeId,
    'client-filters': filterId,
    'client-tag-rules': ruleTagId,
    duplicates: await aDuplicate(api, owner, api.app.get(FindDuplicates)),
    ...known.ids,
    ...{ ...health.ids, ...plan.ids, ...asked.ids },
    assessments,
    qualifications: staffId,
    'shift-templates': templateOfShifts,
    ...(await givenRequests(api, storeId, owner)),
    appointments: given.visit.id,
    'POST /api/client/appointments/{id}/feedback appointments': told.visitId,
    'visit-feedback': told.feedbackId,
    'POST /api/staff/appointments/{id}/decline appointments': await givenRequest(api, salon),
    stores: storeId,
    clients: file.id,
    phones: file.phoneId,
    links: given.client.id,
    jobs: file.id,
    consents,
    'GET /api/staff/clients/{id}/consents/{consentId} clients': given.client.id,
    'GET /api/staff/clients/{id}/contracts/{contractId} clients': given.client.id,
    'POST /api/staff/clients/{id}/transfers clients': given.client.id,
    'POST /api/staff/clients/{id}/session-uses clients': given.client.id,
  };
  return {
    ...{ values, ids, storeIds: [storeId], tokens: { client: given.client.token, staff: owner } },
    strange: {
      storeId: other.store.id,
      ids: {
        ...{ ...ids, ...strangeValue.ids, ...strangeCoupons.ids, ...strangeHeld.ids },
        ...{ ...strangeBills.ids, ...strangePoints.ids, ...strangeCare.ids, ...strangeImports },
        ...{ ...strangePlan.ids, ...strangeExports },
        ...{
          stores: other.store.id,
          appointments: elsewhere.visit.id,
          calls: strangeCalls,
          consents: strangeConsents,
        },
        'client-filters': strangeFilter,
        'visit-feedback': strangeTold.feedbackId,
        qualifications: other.therapist.staffId,
        'shift-templates': await givenTemplate(api, other.store.id),
        ...(await givenRequests(api, other.store.id, strangeToken)),
        'questionnaire-answers': strangeAsked.ids['questionnaire-answers'] ?? '',
      },
    },
  };
}

async function loginCode(api: TestApi): Promise<string> {
  const { code } = await api.control('login-code', { openid: (await aClient(api)).openid });
  return String(code);
}

/** What a call is answered with when all is right with it, beside 2xx: there is nothing behind it on this stage. */
export const ANSWERED_OTHERWISE: Readonly<Record<string, string>> = {
  ...ANSWERED_OTHERWISE_TO_IMPORTS,
  'POST /api/staff/client-exports': 'EXPORT_EMPTY',
  'POST /api/staff/jobs/{id}/retry': 'JOB_NOT_FOUND',
  // Whoever tries everything has no shift of her own.
  'POST /api/staff/my-turn': 'TURN_NOT_ON_DUTY',
  'POST /api/client/phone': 'SMS_CODE_WRONG',
  'POST /api/staff/totp/confirm': 'LOGIN_FAILED',
  // The client asked for this one herself: nobody else takes it back for her.
  'POST /api/staff/stored-value-refunds/{refundId}/withdraw': 'REFUND_NOT_FOUND',
  // Nothing was refused, and nothing may have gone out twice.
  'POST /api/staff/payment-refunds/{refundNo}/by-hand': 'REFUND_STATE',
  'POST /api/staff/payment-refunds/{refundNo}/by-hand/approve': 'REFUND_STATE',
  'POST /api/staff/payment-refunds/{refundNo}/by-hand/reject': 'REFUND_STATE',
  'POST /api/staff/payment-refunds/{refundNo}/warnings/settle': 'REFUND_STATE',
  // What is to be paid on top depends on what the other calls left of the package.
  'POST /api/staff/packages/{packageId}/convert': 'INVALID_INPUT',
};

/** WeChat sends signed envelopes and reads no problem documents: nothing unsigned gets as far as a member. */
type Caller = 'client' | 'staff' | 'anybody' | 'wechat';

/** What a path has to begin with for the test to know who calls it. */
export function callerOf({ name, path }: Operation): Caller | undefined {
  if (/^POST \/api\/(?:client|staff)\/session$/.test(name)) return 'anybody';
  if (path === '/api/client/preview') return 'anybody';
  if (path.startsWith('/api/wechat/')) return 'wechat';
  if (path.startsWith('/api/client/')) return 'client';
  return path.startsWith('/api/staff/') ? 'staff' : undefined;
}
