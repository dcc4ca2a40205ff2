import fc from 'fast-check';
import type { Member } from './contract.js';
import { WORD_LISTS, breaksRule, mayBeDecimal } from './unwritten-rules.js';

const SEED = 20_261_122;

/** One value and what it is an example of. */
export interface Hostile {
  readonly kind: string;
  readonly value: unknown;
}

const all = (kind: string, values: readonly unknown[]): Hostile[] =>
  values.map((value) => ({ kind, value }));

/** Texts that break software which is careless with them; people may send every one of them. */
export const ODD_TEXTS: readonly string[] = [
  "' OR '1'='1",
  "'; DROP TABLE staff; --",
  '" UNION SELECT 1 #',
  '%27%20OR%201=1',
  'C:\\temp\\n',
  '100%_\\%',
  '<script>x()</script>',
  '"><img src=x>',
  '{{7*7}} ${7*7}',
  '../../etc/passwd',
  '爱心😀👩‍👩‍👧🏳️‍🌈',
  'null',
  'NaN',
  '0x10',
  '__proto__',
  '-1',
];

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let n = 0; n < levels; n += 1) value = n % 2 === 0 ? [value] : { a: value };
  return value;
};

const NUMBERS = [0, -1, 1.5, Number.MAX_SAFE_INTEGER + 2, 2 ** 31, 1e21];
const NUMBER_TEXTS = [' 5 ', '0x10', '1e3', '+5', '05', '５', '1.0', '9007199254740993'];
const DATES = [
  ...['2026-02-30', '2026-13-01', '2026-11-23T25:00:00+08:00', '2026-11-23T10:00:00', '0000-00-00'],
  ...['9999-12-31', '-271821-04-20', '+275760-09-13T00:00:00Z', '20261123', '23/11/2026'],
  ...['yesterday', '１２３４-１１-１１'],
];
const CONTROLS = [
  ...['a\u0000b', '\u0001\u0008\u001b[31m\u007f', 'line\r\nSet-Cookie: admin=1'],
  ...['\u202e\u200b\ufeff反', '\ud800', ' ', '   ', '　　'],
];

/** Values of every kind that JSON knows, with a few of each that are at its edges. */
const ANY: readonly Hostile[] = [
  { kind: 'null', value: null },
  { kind: 'other types', value: true },
  ...all('numbers', NUMBERS),
  ...all('numbers as text', NUMBER_TEXTS),
  { kind: 'empty', value: '' },
  ...all('huge', ['x'.repeat(5_000), '😀'.repeat(400), Array.from({ length: 5_000 }, () => 'x')]),
  ...all('lists', [[], [[]], [null], ['1', '2']]),
  ...all('objects', [{}, { length: 1e9 }, { $gt: '' }, { toString: 'x', valueOf: 1 }]),
  ...all('prototypes', [
    JSON.parse('{"__proto__": {"admin": true}}'),
    { constructor: { prototype: { admin: true } } },
  ]),
  { kind: 'deep', value: deep(200) },
  ...all('control characters', CONTROLS),
  ...all('SQL, script, emoji', ODD_TEXTS),
  ...all('ids', ['01J00000000000000000000000x', 'ZZZZZZZZZZZZZZZZZZZZZZZZZI', '1']),
];

/** What fast-check adds, two for each member and always the same ones for it. */
function surprises(salt: number): Hostile[] {
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
  );
  return all('surprises', fc.sample(anything, { seed: SEED + salt, numRuns: 2 }));
}

/** What no URL can carry. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const isTime = ({ path }: Member): boolean => /start|from|date|birthday/.test(path.at(-1) ?? '');

/** Just past what the contract allows. */
function edges({ schema }: Member): Hostile[] {
  const { maxLength, minimum, maximum } = schema;
  const texts = maxLength === undefined ? [] : ['汉'.repeat(maxLength + 1)];
  const numbers = [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
  ];
  return [...all('too long', texts), ...all('out of range', numbers)];
}

/** What to put in one place: all of it in the query is text, and a list there is the same name many times. */
function pool(member: Member, salt: number): Hostile[] {
  const dates = isTime(member) ? all('dates', DATES) : [];
  const values = [...ANY, ...dates, ...edges(member), ...surprises(salt)];
  if (member.place === 'body') return values;
  const texts = values.flatMap(({ kind, value }) =>
    typeof value === 'string' || typeof value === 'number' ? [{ kind, value: String(value) }] : [],
  );
  const sendable = texts.filter(({ value }) => !LONE_SURROGATE.test(value));
  return [
    ...sendable,
    ...all('lists', [
      ['1', '2'],
      ['', ''],
    ]),
  ];
}

function isWrongText({ schema, path, required }: Member, value: string): boolean {
  if (schema.enum) return !schema.enum.includes(value);
  // Counted as class-validator does: a pair of surrogates is one character, what only varies another is none.
  const length = [...value.replace(/[\ufe0e\ufe0f]/g, '')].length;
  if (length > (schema.maxLength ?? Infinity) || length < (schema.minLength ?? 0)) return true;
  // With the flag that the API reads them with: without it `\p{C}` is four letters.
  if (schema.pattern !== undefined) return !new RegExp(schema.pattern, 'u').test(value);
  return breaksRule(path, value, required);
}

const LONGEST_WORD = 60;
const PLAIN_DECIMAL = /^(?:0|-?[1-9]\d{0,15})$/;

const isWrongNumber = ({ schema, path }: Member, value: number): boolean =>
  !(Number.isInteger(value) || mayBeDecimal(path)) ||
  value < (schema.minimum ?? -Infinity) ||
  value > (schema.maximum ?? Infinity);

const isWrongEntry = ({ path }: Member, entry: unknown): boolean =>
  WORD_LISTS.includes(path.at(-1) ?? '')
    ? typeof entry !== 'string' || entry.length > LONGEST_WORD
    : typeof entry !== 'object' || !entry;

/** Whether the contract forbids a value, as far as it says; false leaves it to the rules behind. */
function isWrong(member: Member, value: unknown): boolean {
  const { schema, place, required } = member;
  // An optional member that is null is one that was left out, where a rule says so.
  if (value === null) return required && schema.nullable !== true;
  switch (schema.type) {
    case 'string':
      return typeof value !== 'string' || isWrongText(member, value);
    case 'boolean':
      return typeof value !== 'boolean';
    case 'integer':
    case 'number':
      if (place === 'query' && typeof value === 'string') {
        return !PLAIN_DECIMAL.test(value) || isWrongNumber(member, Number(value));
      }
      return typeof value !== 'number' || isWrongNumber(member, value);
    case 'array':
      // Lists are of objects or of ids here: any other text in them is wrong.
      return !Array.isArray(value) || value.some((each) => isWrongEntry(member, each));
    case 'object':
    case undefined:
      return false;
  }
}

/** Kinds that belong to the member itself; of every other kind it tries one value. */
const WHOLE: readonly string[] = ['too long', 'out of range', 'surprises'];

/**
 * A share of what the pool holds of each kind. Shares go round with the member's number, so that every value meets
 * some eighty members at least, and all members together take minutes and not half an hour.
 */
function shareOf(values: readonly Hostile[], salt: number): Hostile[] {
  const kinds = [...new Set(values.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = values.filter((one) => one.kind === kind);
    return WHOLE.includes(kind) ? own : own.slice(salt % own.length).slice(0, 1);
  });
}

/**
 * The values that a member must refuse, whoever asks, and those that look right and are meant badly.
 * @param salt the member's number: draws its share of the values
 */
export function hostileValues(member: Member, salt: number): { wrong: Hostile[]; odd: Hostile[] } {
  const wrong: Hostile[] = [];
  const odd: Hostile[] = [];
  for (const one of shareOf(pool(member, salt), salt)) {
    (isWrong(member, one.value) ? wrong : odd).push(one);
  }
  return { wrong, odd };
}
