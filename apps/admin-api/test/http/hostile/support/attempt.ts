import { newId } from '../../../../src/platform/ids/index.js';
import type { Answer } from '../../../support/an-api.js';
import type { Member, Operation } from './contract.js';
import type { Stage } from './right-values.js';

/** A call that does not answer is a fault; the one that answers for ever (the stream) is read to its head only. */
const LONGEST_MS = 15_000;

/** The input of one call: its ids, what stands in the query, by name, the body, and headers of its own. */
export interface Input {
  readonly ids: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** The right value of a member on this stage; `undefined` when the stage does not know the name. */
function rightValue(
  { name: call }: Operation,
  name: string,
  { values }: Stage,
): [unknown] | undefined {
  const own = `${call} ${name}`;
  if (own in values) return [values[own]];
  return name in values ? [values[name]] : undefined;
}

/** What stands before each id of a path: `['clients', 'phones']`. */
export const ownersOf = ({ path }: Operation): string[] =>
  [...path.matchAll(/([\w-]+)\/\{\w+\}/g)].map(([, owner = '']) => owner);

/** A whole right input, and what the stage has no right value for. */
export function rightInput(
  operation: Operation,
  stage: Stage,
): { input: Input; unknown: string[] } {
  const unknown: string[] = [];
  const query: [string, string][] = [];
  const body: Record<string, unknown> = {};
  for (const { place, path } of operation.members) {
    const [name = '', ...below] = path;
    const found = rightValue(operation, name, stage);
    const value = below.reduce<unknown>(
      (owner, key) => (owner as Record<string, unknown> | undefined)?.[key],
      found?.[0],
    );
    const isKnown = below.length === 0 ? found !== undefined : value !== undefined;
    if (!isKnown) unknown.push(`${operation.name}: ${place} ${path.join('.')}`);
    if (!isKnown || below.length > 0 || value === undefined) continue;
    if (place === 'query')
      query.push([name, typeof value === 'string' ? value : JSON.stringify(value)]);
    else body[name] = structuredClone(value);
  }
  const ids = ownersOf(operation).map((owner) => {
    const id = stage.ids[`${operation.name} ${owner}`] ?? stage.ids[owner];
    if (id === undefined) unknown.push(`${operation.name}: id of ${owner}`);
    return id ?? '';
  });
  return { input: { ids, query, body: operation.body && body, headers: {} }, unknown };
}

function without<T extends object>(owner: T, key: string): T {
  return Object.fromEntries(Object.entries(owner).filter(([name]) => name !== key)) as T;
}

/** Puts a value where a path leads; `undefined` takes the member away. */
function placed(owner: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  if (Array.isArray(owner)) {
    return owner.map(
      (each, n) => (String(n) === key ? placed(each, rest, value) : each) as unknown,
    );
  }
  const members = owner as Record<string, unknown>;
  if (rest.length > 0) return { ...members, [key]: placed(members[key], rest, value) };
  return value === undefined ? without(members, key) : { ...members, [key]: value };
}

/** An input in which one member is another value, or with `undefined` is missing. */
export function withMember(
  input: Input,
  { place, path }: Pick<Member, 'place' | 'path'>,
  value: unknown,
): Input {
  if (place === 'body') return { ...input, body: placed(input.body, path, value) };
  const [name = ''] = path;
  const others = input.query.filter(([key]) => key !== name);
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return { ...input, query: [...others, ...values.map((each) => [name, String(each)] as const)] };
}

/** Sends a call to an API at this origin. @throws Error when it does not answer */
export async function attempt(
  origin: string,
  { method, path }: Operation,
  { ids, query, body, headers }: Input,
  token: string | undefined,
): Promise<Answer> {
  let n = 0;
  const called = path.replace(/\{\w+\}/g, () => encodeURIComponent(ids[n++] ?? ''));
  const text = new URLSearchParams(
    query.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error('no answer in time')), LONGEST_MS);
  const sends = method !== 'GET' && body !== undefined;
  try {
    const response = await fetch(`${origin}${called}${text && `?${text}`}`, {
      method,
      headers: {
        'idempotency-key': newId(),
        ...(sends && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: sends ? JSON.stringify(body) : undefined,
      signal: abort.signal,
    });
    const endless = response.headers.get('content-type')?.startsWith('text/event-stream');
    const answer = endless ? '' : await response.text();
    const parsed: unknown = answer === '' ? undefined : JSON.parse(answer);
    return { status: response.status, headers: response.headers, body: parsed };
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
