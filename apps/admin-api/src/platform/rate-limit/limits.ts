import type { FastifyRequest } from 'fastify';
import { principalKey } from '../auth/index.js';

/** Whom a limit counts: `undefined` means that it does not apply to this request. */
export type LimitKey = (request: FastifyRequest) => string | undefined;

/** So many requests in so many seconds for each key. */
export interface Limit {
  readonly name: string;
  readonly hits: number;
  readonly seconds: number;
  readonly keyOf: LimitKey;
}

const LONGEST_KEY = 200;

function bodyText(request: FastifyRequest, field: string): string | undefined {
  const { body } = request;
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = (body as Record<string, unknown>)[field];
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return value.normalize('NFKC').trim().toLowerCase().slice(0, LONGEST_KEY);
}

const byAddress: LimitKey = (request) => `ip:${request.ip}`;

/** The signed-in caller, or the address of one who is not. */
const byCaller: LimitKey = (request) =>
  request.principal ? principalKey(request.principal) : byAddress(request);

/** The trusted digits only, so that "138 0013 8000" and "13800138000" are one phone. */
const byPhone: LimitKey = (request) => {
  const digits = bodyText(request, 'phone')?.replace(/\D/g, '').slice(-11);
  return digits === undefined || digits === '' ? undefined : `phone:${digits}`;
};

/** Whoever names a member code; a signed slip is no guess. */
const byCodeReader: LimitKey = (request) =>
  bodyText(request, 'code') === undefined ? undefined : byCaller(request);

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/**
 * Every limit that a route may ask for by name, strictest first. They guard people and the calendar, so all processes
 * count them together, in the database (`shared`): one row for each key and window. Sign-in has none here: identity counts its attempts in
 * a way that a stranger cannot use to keep somebody out.
 */
export const NAMED_LIMITS = {
  /** Text messages cost money and annoy whoever owns the number. */
  'sms-code': {
    shared: true,
    limits: [
      { name: 'sms.phone.minute', hits: 1, seconds: MINUTE, keyOf: byPhone },
      { name: 'sms.phone.day', hits: 10, seconds: DAY, keyOf: byPhone },
      { name: 'sms.caller', hits: 10, seconds: HOUR, keyOf: byCaller },
      { name: 'sms.address', hits: 60, seconds: HOUR, keyOf: byAddress },
    ],
  },
  /** A desk reads a code or two a minute; six digits bear no more tries than that. */
  'member-code': {
    shared: true,
    limits: [{ name: 'member-code', hits: 60, seconds: 10 * MINUTE, keyOf: byCodeReader }],
  },
  /** A person books a few visits; a script books the whole week. */
  booking: {
    shared: true,
    limits: [{ name: 'booking', hits: 20, seconds: 10 * MINUTE, keyOf: byCaller }],
  },
  /** A person takes the few coupons that are offered; a script empties the quota of others. */
  'coupon-claim': {
    shared: true,
    limits: [{ name: 'coupon-claim', hits: 20, seconds: 10 * MINUTE, keyOf: byCaller }],
  },
  /** A calendar looks every quarter of an hour; so do those of all who share the salon's address. */
  'calendar-feed': {
    shared: true,
    limits: [{ name: 'calendar-feed', hits: 300, seconds: 10 * MINUTE, keyOf: byAddress }],
  },
} as const satisfies Record<string, { shared: boolean; limits: readonly Limit[] }>;

export type LimitName = keyof typeof NAMED_LIMITS;

/**
 * For every route that is not exempt: per signed-in caller, and per address for others (a salon shares one). Each
 * process counts for itself, so a caller may have as many times this as there are processes. That is meant: it guards
 * nothing but the machine that answers, each process is that much more machine, and a count shared by all would cost a
 * write for every read.
 */
export const DEFAULT_LIMIT: Limit = {
  name: 'default',
  hits: 600,
  seconds: MINUTE,
  keyOf: byCaller,
};
