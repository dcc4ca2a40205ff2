import { isLocalDate } from '../../../../src/platform/clock/index.js';

const ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const INSTANT =
  /^(?:19|2\d)\d\d-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
const CENTURY = /^(?:19|2\d)\d\d-/;
const BIRTHDAY = /^(?:(?:19|20)\d\d|-)-(?:0[1-9]|1[0-2])-\d\d$/;

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;
const REFERENCE = /^[0-9A-Za-z][0-9A-Za-z_\-/.]{0,39}$/;

const isDay = (text: string): boolean => CENTURY.test(text) && isLocalDate(text);

type Rule = (text: string) => boolean;

/**
 * What a text has to be where the contract only says that it is one, by name of the member. A rule that is not here is
 * one that the test cannot miss when it is gone: new members with a rule of their own belong here.
 */
const RULES: Readonly<Record<string, Rule>> = {
  ...Object.fromEntries(
    [
      ...['storeId', 'serviceId', 'staffId', 'fromStaffId', 'customerId', 'homeStoreId', 'moving'],
      ...['planId', 'contractTextId', 'toClientId', 'templateId', 'itemId', 'appointmentId'],
      ...['tierId', 'rewardId', 'couponTemplateId', 'consultantId', 'referrerId'],
      ...['conditionId', 'targetId', 'ingredientId', 'subjectId', 'textId', 'seenVisits'],
      ...['optionId'],
    ].map((name): [string, Rule] => [name, (text) => ID.test(text)]),
  ),
  ...Object.fromEntries(
    ['slipNo', 'spendSlipNo', 'contractSlipNo', 'protocolNo', 'paperNo'].map(
      (name): [string, Rule] => [name, (text) => REFERENCE.test(text)],
    ),
  ),
  ...Object.fromEntries(
    ['productIds', 'packagePlanIds'].map((name): [string, Rule] => [
      name,
      (text) => text.split(',').every((id) => ID.test(id)),
    ]),
  ),
  on: isDay,
  serviceIds: (text) => text.split(',').every((id) => ID.test(id.trim())),
  relation: (text) => /[^\s\p{C}]/u.test(text),
  ofAgeReason: (text) => /[^\s\p{C}]/u.test(text),
  start: (text) => INSTANT.test(text),
  from: isDay,
  fromMonth: (text) => MONTH.test(text),
  untilMonth: (text) => MONTH.test(text),
  validFrom: isDay,
  validUntil: isDay,
  to: isDay,
  until: isDay,
  keptUntil: isDay,
  pickUpCode: (text) => /^\d{8}$/.test(text),
  date: isDay,
  expiresOn: isDay,
  useSession: (text) => text === 'auto' || ID.test(text),
  birthday: (text) => text === '' || BIRTHDAY.test(text),
  phone: (text) => /\d{11}/.test(text),
  name: (text) => /[^\s\p{C}]/u.test(text),
  reason: (text) => /\S/.test(text),
  refundTerms: (text) => /\S/.test(text),
  ...Object.fromEntries(
    ['category', 'brand', 'unit'].map((name): [string, Rule] => [name, (text) => /\S/.test(text)]),
  ),
  reference: (text) => /\S/.test(text),
  email: (text) => text === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
  ownNo: (text) => text === '' || /^[0-9A-Za-z][0-9A-Za-z_-]{0,23}$/.test(text),
  body: (text) => /\S/.test(text),
  cursor: () => false,
  fileName: (text) => /[^\s\p{C}]/u.test(text),
  after: (text) => /^\d{1,6}$/.test(text),
  ...Object.fromEntries(
    ['key', 'option', 'zone', 'problem'].map((name): [string, Rule] => [
      name,
      (text) => /^[a-z][a-z0-9_]{0,23}$/.test(text),
    ]),
  ),
  shade: (text) => /[^\s\p{C}]/u.test(text),
  ratio: (text) => /^(?:[1-9]\d?(?:\.\d)?:[1-9]\d?(?:\.\d)?)?$/.test(text),
  zones: (text) => ['roots', 'lengths', 'ends'].includes(text),
  content: (text) => /^[0-9A-Za-z+/]+={0,2}$/.test(text) && text.length % 4 === 0,
};

/** Texts with the name of one above that may be empty all the same: what is not filled in is left out. */
const MAY_BE_EMPTY = [
  'parameters.name',
  'parameters.unit',
  'products.name',
  'products.unit',
  'parts.brand',
  'readings.unit',
  'questions.unit',
];
/** Numbers that need not be whole. */
const DECIMALS = [
  ...['products.amount', 'readings.value', 'parts.grams', 'developerPercent'],
  ...['questions.least', 'questions.most'],
];
/** Lists of words: whatever text is in them is right. */
export const WORD_LISTS: readonly string[] = ['also'];

/** `products.unit` for what stands in any of the products. */
const inList = (path: readonly string[]): string => `${path.at(-3)}.${path.at(-1)}`;

export const mayBeDecimal = (path: readonly string[]): boolean =>
  DECIMALS.some((name) => name === inList(path) || name === path.at(-1));

/** Whether a text breaks a rule that the contract does not write down. */
export function breaksRule(path: readonly string[], text: string, required: boolean): boolean {
  if (!/[^\s\p{C}]/u.test(text) && MAY_BE_EMPTY.includes(inList(path))) return false;
  const name = path.at(-1) ?? '';
  // Nothing but space is no reason, and none is needed where none is asked for.
  const rule = name === 'reason' && !required ? undefined : RULES[name];
  return rule !== undefined && !rule(text);
}
