import type { FieldError } from '@yance/shared-types';
import type { ValidationError } from 'class-validator';

/**
 * What each class-validator constraint says in Chinese. A constraint that is missing here falls back to a
 * sentence that is still true; a decorator's own Chinese message wins.
 */
const SENTENCES: Readonly<Record<string, string>> = {
  arrayMaxSize: '选得太多了',
  arrayMinSize: '至少要选一项',
  arrayUnique: '有重复的内容',
  isArray: '应为列表',
  isBase64: '格式不正确',
  isBoolean: '应为是或否',
  isDate: '不是有效的日期',
  isDefined: '不能为空',
  isEmail: '不是有效的邮箱',
  isIn: '不在可选范围内',
  isEnum: '不在可选范围内',
  isInt: '应为整数',
  isNotEmpty: '不能为空',
  isNumber: '应为数字',
  isObject: '格式不正确',
  isString: '应为文字',
  isUUID: '编号格式不正确',
  length: '长度不合适',
  matches: '格式不正确',
  max: '数值太大',
  maxLength: '内容太长',
  min: '数值太小',
  minLength: '内容太短',
  nestedValidation: '格式不正确',
  whitelistValidation: '不认识这个字段',
};

const HAN = /\p{Script=Han}/u;

/** What is wrong at the root comes first: a value of another type is not "too long". */
const TYPE_FIRST = [
  'whitelistValidation',
  'isString',
  'isInt',
  'isNumber',
  'isBoolean',
  'isArray',
  'isObject',
  'isDate',
];

/** Constraints that already say what a missing value is; all others would tell something untrue of nothing. */
const SPEAKS_OF_NOTHING = new Set(['whitelistValidation', 'isDefined', 'isNotEmpty']);

function sentenceOf(error: ValidationError): string {
  const constraints = error.constraints ?? {};
  const names = Object.keys(constraints);
  const absent = error.value === undefined || error.value === null;
  if (absent && !names.some((name) => SPEAKS_OF_NOTHING.has(name))) return '不能为空';
  const root = TYPE_FIRST.find((name) => name in constraints);
  if (root) return ownSentence(constraints[root]) ?? SENTENCES[root] ?? '填写不正确';
  for (const text of Object.values(constraints)) if (HAN.test(text)) return text;
  for (const name of names) {
    const known = SENTENCES[name];
    if (known) return known;
  }
  return '填写不正确';
}

/** A decorator's own Chinese sentence, when it has one. */
function ownSentence(text: string | undefined): string | undefined {
  return text !== undefined && HAN.test(text) ? text : undefined;
}

/** Flattens class-validator's tree into fields with a path (`services.0.serviceId`) and one sentence each. */
export function fieldErrors(errors: readonly ValidationError[], path = ''): FieldError[] {
  return errors.flatMap((error) => {
    // JSON may name a member with nothing, which a reader could not see.
    const name = error.property || '""';
    const field = path ? `${path}.${name}` : name;
    const own = error.constraints ? [{ field, message: sentenceOf(error) }] : [];
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
}
