import type { Member, Operation } from '../http/hostile/support/contract.js';
import { breaksRule } from '../http/hostile/support/unwritten-rules.js';

interface LeftOut {
  /** `POST /api/staff/products` */
  readonly call: string;
  /** Ends of the members' paths; all of the call where none is named. */
  readonly members?: readonly string[];
}

const all = (calls: readonly string[], members?: readonly string[]): LeftOut[] =>
  calls.map((call) => ({ call, ...(members && { members }) }));

/** Words of the house about itself: what it sells, its rules, texts that everybody may read. */
const OF_THE_HOUSE = all([
  ...['POST /api/staff/products', 'PATCH /api/staff/products/{productId}'],
  ...['POST /api/staff/coupon-templates', 'PUT /api/staff/coupon-templates/{templateId}'],
  ...['POST /api/staff/points-rewards', 'PATCH /api/staff/points-rewards/{rewardId}'],
  ...['POST /api/staff/tiers', 'PATCH /api/staff/tiers/{tierId}'],
  ...['POST /api/staff/stored-value-plans', 'PATCH /api/staff/stored-value-plans/{planId}'],
  ...['POST /api/staff/package-plans', 'PATCH /api/staff/package-plans/{planId}'],
  ...['POST /api/staff/contract-texts', 'POST /api/staff/consent-texts'],
  ...['POST /api/staff/price-rules', 'PATCH /api/staff/price-rules/{ruleId}'],
  ...['POST /api/staff/automations', 'PUT /api/staff/automations/{automationId}'],
  ...['POST /api/staff/assessment-forms', 'PUT /api/staff/treatment-templates/{serviceId}'],
  ...['POST /api/staff/questionnaires', 'PUT /api/staff/questionnaires/{questionnaireId}/draft'],
  ...['POST /api/staff/client-tag-groups', 'PATCH /api/staff/client-tag-groups/{groupId}'],
  'POST /api/staff/client-tag-groups/{groupId}/tags',
  ...['PATCH /api/staff/client-tags/{tagId}', 'POST /api/staff/client-filters'],
  ...['POST /api/staff/shift-templates', 'POST /api/staff/shift-templates/{id}'],
  'POST /api/staff/store-closures',
  ...['POST /api/staff/client-tag-rules', 'PATCH /api/staff/client-tag-rules/{tagId}'],
  'POST /api/staff/care-knowledge/ingredients',
  'PATCH /api/staff/care-knowledge/ingredients/{ingredientId}',
  'POST /api/staff/care-knowledge/conditions',
  'PATCH /api/staff/care-knowledge/conditions/{conditionId}',
  ...['POST /api/staff/care-knowledge/rules', 'PATCH /api/staff/care-knowledge/rules/{ruleId}'],
]);

/** A client is found by her name, so it is kept as it is. */
const NAMES = all(
  ['POST /api/staff/clients', 'PATCH /api/staff/clients/{id}', 'PATCH /api/client/me'],
  ['name'],
);

/** Proofs of who somebody is; they are looked at and not kept. */
const PROOFS = all([
  ...['POST /api/client/session', 'POST /api/client/phone', 'POST /api/staff/session'],
  ...['POST /api/staff/password', 'POST /api/staff/totp/remove'],
]);
/** Ids, days, numbers of papers and phones: the API takes nothing else there. */
const FORMED = /(?:Id|On|No|From|Until|Session|^day$|^phone|^reference|^email|Hash)$/;
/** Where a bank's receipt is told in words. */
const FREE_ALL_THE_SAME = ['POST /api/staff/stored-value-refunds/{refundId}/items/{seq}/pay-out'];
const PROOF_MEMBERS = /(?:^|\.)(?:code|password|username|current|next|proof|totp)$/;

/** What is free text by its type and yet no place for words about a person. */
export const NOT_ABOUT_PEOPLE: readonly LeftOut[] = [...OF_THE_HOUSE, ...NAMES, ...PROOFS];

/** Refused on this stage after their input was looked at: what they are about has gone on meanwhile. */
export const NOTHING_BEHIND: readonly string[] = [
  // Words of visits and of those who treat: `planted-secrets.spec.ts` writes them.
  ...['POST /api/client/appointments', 'POST /api/staff/appointments'],
  ...['POST /api/staff/appointments/{id}/start', 'POST /api/staff/appointments/{id}/cancel'],
  ...['POST /api/staff/clients/{id}/consents', 'POST /api/staff/client-exports'],
  // Other calls write the same column: a note, a record, the client's own words on her plan.
  'POST /api/staff/clients/{id}/notes/{noteId}/correct',
  'PUT /api/staff/appointments/{id}/treatment/draft',
  'PUT /api/client/care-plan/steps/{stepId}/rating',
  // An answer to what a client says of a paid bill: kept where the reasons of `void` and `reverse` are.
  'POST /api/staff/bills/{billId}/settle',
  // A refund that WeChat paid and the desk too.
  'POST /api/staff/payment-refunds/{refundNo}/warnings/settle',
];

/** Room for the word and the phone together, and for the word alone. */
const BOTH = 24;
const ONE = 10;

/** The planted text that fits: the word and the phone, or the word alone. */
export function plantedIn(
  { schema: { maxLength = Infinity } }: Pick<Member, 'schema'>,
  { word, phone }: { readonly word: string; readonly phone: string },
): string {
  return maxLength >= BOTH ? `${word}${phone}` : word;
}

const LOOKS_LIKE = { word: '怀孕0000ff周', phone: '13800138000' };

/** The members of a call in which people may write whatever they like. */
export function freeWords(operation: Operation): Member[] {
  return operation.members.filter((member) => {
    const { place, path, required, schema } = member;
    if (place !== 'body' || schema.type !== 'string' || schema.enum) return false;
    if ((schema.maxLength ?? Infinity) < ONE || PROOF_MEMBERS.test(path.join('.'))) return false;
    if (FORMED.test(path.at(-1) ?? '') && !FREE_ALL_THE_SAME.includes(operation.name)) return false;
    const text = plantedIn(member, LOOKS_LIKE);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)) return false;
    return !breaksRule(path, text, required) && !isLeftOut(operation, path);
  });
}

function isLeftOut({ name }: Operation, path: readonly string[]): boolean {
  return NOT_ABOUT_PEOPLE.some(
    ({ call, members }) =>
      call === name && (members === undefined || members.includes(path.at(-1) ?? '')),
  );
}
