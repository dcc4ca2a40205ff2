import type { Answer } from '../../../support/an-api.js';

interface Told {
  readonly status?: number;
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

const HAN = /\p{Script=Han}/u;
/** What a stack, a driver or a query leaves in a text that was not written for people. */
const INSIDES =
  /\bat \S+ \(|node_modules|\.[jt]s:\d+|SQL syntax|\bER_[A-Z_]{4,}|SELECT .+ FROM|INSERT INTO|TypeError|QueryFailed|errno/;
/** Refused before anybody looks at members: what stands in the way of reading them. */
const UNREAD = ['INVALID_JSON', 'HEADERS_TOO_LARGE', 'BODY_TOO_LARGE'];

const toldBy = ({ body }: Answer): Told => body ?? {};

/** What is wrong with any answer, whatever was asked; undefined when nothing is. */
export function faultOf(answer: Answer): string | undefined {
  const { status, headers } = answer;
  if (status < 400) return undefined;
  const told = toldBy(answer);
  const text = JSON.stringify(answer.body) ?? '';
  if (status >= 500) return `a fault of ours: ${status} ${text}`;
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return `no problem+json: ${status}`;
  if (told.status !== status || !told.code) return `no code or another status: ${text}`;
  if (!HAN.test(told.detail ?? '')) return `no Chinese sentence: ${text}`;
  if (INSIDES.test(text)) return `tells of its insides: ${text}`;
  if (status === 429 && !headers.get('retry-after')) return 'does not say when to come back';
  if (told.code !== 'INVALID_INPUT') return undefined;
  const errors = told.errors ?? [];
  if (errors.length === 0) return `names no field: ${text}`;
  if (errors.some(({ field, message }) => field === '' || !HAN.test(message)))
    return `a field without a Chinese sentence: ${text}`;
  return undefined;
}

/**
 * What is wrong with the refusal of a wrong member: it is a 400 that names the member, something in it where the value
 * was an object or a list, or what it stands in where that is wrong as a whole.
 */
export function unnamedIn(answer: Answer, field: string): string | undefined {
  const told = toldBy(answer);
  if (UNREAD.includes(told.code ?? '')) return undefined;
  const names = (told.errors ?? []).map((error) => error.field);
  const isNamed = names.some(
    (name) => name === field || name.startsWith(`${field}.`) || field.startsWith(`${name}.`),
  );
  if (answer.status === 400 && told.code === 'INVALID_INPUT' && isNamed) return undefined;
  return `not refused by name: ${answer.status} ${JSON.stringify(answer.body)}`;
}
