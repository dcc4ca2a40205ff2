const HIDDEN = '[redacted]';
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
const MAX_TEXT = 4_000;

/** Members whose value never reaches the log, whatever it is: secrets, what opens a session, and health (PIPL 28). */
const SECRET_NAME = new RegExp(
  [
    'authorization|cookie|password|passwd|secret|token|session_?key|api_?key|private_?key|access_?key',
    'js_?code|sms_?code|totp|otp|proof|signature|credential|csrf',
    'phone|mobile|openid|unionid|id_?card',
    'allerg|pregnan|medical|medication|health|disease|diagnos|contraindicat|illness|symptom|skin|scalp',
    '过敏|病史|怀孕|孕期|禁忌|健康|手机|电话|密码|验证码',
  ].join('|'),
  'i',
);
/** Names that look secret and are not. */
const HARMLESS_NAME = /^(?:tokenCount|phoneRequired|phoneLast4|healthy)$/;
/** `code` is an error's name (ECONNRESET, SLOT_TAKEN) or somebody's login code: only the first kind may be seen. */
const ERROR_CODE = /^[A-Z][A-Z0-9_]*$/;

const DIGIT = '[0-9\\uFF10-\\uFF19]';
const PHONE = new RegExp(
  `(?<!${DIGIT})([1\\uFF11][3-9\\uFF13-\\uFF19]${DIGIT})[\\s-]?(${DIGIT}{4})[\\s-]?(${DIGIT}{4})(?!${DIGIT})`,
  'g',
);
const BEARER = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
/** `password=…`, `"token":"…"`, `secret: …` inside a text. */
const PAIR =
  /((?:password|passwd|secret|[a-z_]*token|session_key|js_code|sms_?code|totp|authorization|cookie|密码|验证码)["']?\s*[=:：]\s*)("[^"]*"|'[^']*'|[^\s&,;}"']+)/gi;
/** `?code=…` and `code: 123456`, but not `code: SLOT_TAKEN`. */
const CODE_PAIR = /(\bcode["']?\s*[=:：]\s*["']?)(?![A-Z][A-Z0-9_]*\b(?![a-z]))[\w-]+/g;

/** A duplicate key's message quotes the row's value. */
const DUPLICATE_ENTRY = /(Duplicate entry ')[^]*?(' for key)/g;

/** The text with phones, tokens, passwords and codes taken out; the rest stays readable. */
export function redactText(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(DUPLICATE_ENTRY, `$1${HIDDEN}$2`)
    .replace(BEARER, `$1 ${HIDDEN}`)
    .replace(PAIR, `$1${HIDDEN}`)
    .replace(CODE_PAIR, `$1${HIDDEN}`)
    .replace(PHONE, '$1****$3');
}

/** A copy of anything that is fit for the log. Errors become plain members; depth and length are bounded. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'number') return redactNumber(value);
  if (typeof value === 'bigint') return redactText(String(value));
  if (value === null || typeof value !== 'object')
    return typeof value === 'function' ? undefined : value;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (Buffer.isBuffer(value) || ArrayBuffer.isView(value)) return '[bytes]';
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  if (value instanceof Map) return redact(Object.fromEntries(value), depth);
  if (value instanceof Set) return redact([...value], depth);
  return redactMembers(Object.entries(value), depth);
}

function redactNumber(value: number): unknown {
  const text = redactText(String(value));
  return text === String(value) ? value : text;
}

function redactMembers(entries: readonly (readonly [string, unknown])[], depth: number): object {
  const kept = entries.slice(0, MAX_ITEMS).map(([name, member]) => {
    if (member === undefined || member === null) return [name, member];
    if (isSecret(name, member)) return [name, HIDDEN];
    return [redactText(name), redact(member, depth + 1)];
  });
  return Object.fromEntries(kept) as object;
}

function isSecret(name: string, value: unknown): boolean {
  if (/^code$/i.test(name)) return !(typeof value === 'string' && ERROR_CODE.test(value));
  return SECRET_NAME.test(name) && !HARMLESS_NAME.test(name);
}

/** The SQL and parameters that database errors carry hold people's data: only name, text, numbers and trace are kept. */
function redactError(error: Error, depth: number): object {
  const known = error as Error & { code?: unknown; errno?: unknown; status?: unknown };
  const code =
    typeof known.code === 'string' && ERROR_CODE.test(known.code) ? known.code : undefined;
  return {
    type: error.name,
    message: redactText(error.message),
    code,
    errno: typeof known.errno === 'number' ? known.errno : undefined,
    status: typeof known.status === 'number' ? known.status : undefined,
    stack: error.stack === undefined ? undefined : redactText(error.stack),
    cause: error.cause === undefined ? undefined : redact(error.cause, depth + 1),
  };
}
