import type { FieldKind } from '../templates.js';

const CLOCK = '(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const DATE = [
  `\\d{4}年${MONTH}月(?:${DAY}日)?`,
  `${MONTH}月${DAY}日`,
  `\\d{4}([-/.])${MONTH}(?:\\1${DAY})?`,
  `${MONTH}[-/.]${DAY}`,
];

/** A date in any of the platform's spellings; each use gets its own group for the separator. */
function dateWithGroup(group: number): string {
  return `(?:${DATE.join('|').replaceAll('\\1', `\\${String(group)}`)})`;
}

const MOMENT = (group: number): string => `(?:${dateWithGroup(group)} ?)?${CLOCK}`;
const TIME = new RegExp(`^${MOMENT(1)}(?: ?~ ?${MOMENT(2)})?$`);
const CALENDAR = new RegExp(
  `^${dateWithGroup(1)}(?: ?${CLOCK})?` +
    `(?: ?~ ?(?:${dateWithGroup(2)}(?: ?${CLOCK})?|${CLOCK}))?$`,
);

const HAN = /\p{Script=Han}/u;

/** Length as a reader counts it, not in UTF-16 units. */
function lengthOf(value: string): number {
  return [...value].length;
}

/**
 * What each kind of field accepts. Source: the platform's page on subscribeMessage.send,
 * 订阅消息参数值内容限制说明.
 */
const RULES: Readonly<Record<FieldKind, (value: string) => boolean>> = {
  thing: (value) => lengthOf(value) <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => lengthOf(value) <= 5 && /^[^\p{L}\p{N}\s]+$/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => TIME.test(value),
  date: (value) => CALENDAR.test(value),
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => /^[\p{Script=Han}A-Z0-9][A-Z0-9]{1,6}[\p{Script=Han}A-Z0-9]$/u.test(value),
  name: (value) => /^[^\p{N}]+$/u.test(value) && lengthOf(value) <= (HAN.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
};

/** The kind in a template key: `character_string12` is a `character_string`. */
function kindOf(key: `${FieldKind}${number}`): FieldKind {
  return key.replace(/\d+$/, '') as FieldKind;
}

/** Whether WeChat takes this value for this template key. Blank values and control characters never pass. */
export function acceptsValue(key: `${FieldKind}${number}`, value: string): boolean {
  if (value.trim() === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return false;
  return RULES[kindOf(key)](value);
}
