import { isObject, type JsonObject } from '../http/raw-body.js';
import { isPage, type LinkPermission } from '../state/app-settings.js';
import type { LinkKind } from '../state/made-links.js';
import type { QuotaRule } from '../state/quotas.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Endpoint } from './endpoint.js';
import { WechatError, type ErrorName } from './errors.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 30;
const LONGEST_QUERY = 1_024;
const QUERY_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]*$/;
const ENV_VERSIONS = ['release', 'trial', 'develop'];
const BY_TIME = 0;
const BY_DAYS = 1;

/** Both calls count together. */
const QUOTAS: readonly QuotaRule[] = [
  { name: 'links', window: 'second', limit: 100, error: 'secondQuota' },
  { name: 'links', window: 'day', limit: 500_000, error: 'dayFrequency' },
];

const REFUSALS: Readonly<Record<Exclude<LinkPermission, 'granted'>, ErrorName>> = {
  personal: 'invalidGrantType',
  none: 'noLinkPermission',
  sealed: 'invalidAppid',
  banned: 'linksBanned',
  visitsUsedUp: 'linkVisitsUsedUp',
};

/**
 * POST /wxa/generatescheme {jump_wxa, is_expire, expire_type, expire_time | expire_interval}.
 * Errors 40002, 40013, 85406, 85407, 85408 (permission), 85079 (not released), 40165 (path), 40212
 * (query), 85401 (expiry), 85402 (env_version), 44990, 44993, 47001.
 */
export function generateScheme(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/generatescheme',
    needsToken: true,
    quotas: QUOTAS,
    answer({ body }) {
      const target = body['jump_wxa'] ?? {};
      if (!isObject(target)) throw new WechatError('badJson');
      const ends = body['is_expire'] === false ? {} : body;
      return { errcode: 0, errmsg: 'ok', openlink: make(state, 'scheme', target, ends) };
    },
  };
}

/** POST /wxa/generate_urllink {path, query, env_version, expire_type, …}. The same errors. */
export function generateUrlLink(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/generate_urllink',
    needsToken: true,
    quotas: QUOTAS,
    answer({ body }) {
      return { errcode: 0, errmsg: 'ok', url_link: make(state, 'url', body, body) };
    },
  };
}

function make(state: SandboxState, kind: LinkKind, target: JsonObject, expiry: JsonObject): string {
  const { linkPermission, released } = state.settings;
  if (linkPermission !== 'granted') throw new WechatError(REFUSALS[linkPermission]);
  if (!released) throw new WechatError('notReleased');
  const path = textOf(target, 'path').replace(/^\//, '');
  if (path !== '' && !isPage(state.settings, path)) throw new WechatError('invalidPagePath');
  const query = textOf(target, 'query');
  if (query.length > LONGEST_QUERY || !QUERY_CHARACTERS.test(query)) {
    throw new WechatError('invalidQuery');
  }
  const envVersion = target['env_version'] ?? 'release';
  if (typeof envVersion !== 'string' || !ENV_VERSIONS.includes(envVersion)) {
    throw new WechatError('invalidEnvVersion');
  }
  const expiresAt = expiryOf(expiry, state.clock.now().getTime());
  return state.links.make({ kind, path, query, envVersion, expiresAt: expiresAt.toISOString() });
}

/** No link lives longer than thirty days; one without an expiry gets just that. */
function expiryOf(body: JsonObject, now: number): Date {
  const type = body['expire_type'] ?? BY_TIME;
  if (type !== BY_TIME && type !== BY_DAYS) throw new WechatError('invalidExpiry');
  const latest = now + LONGEST_DAYS * DAY_MS;
  const value = body[type === BY_TIME ? 'expire_time' : 'expire_interval'];
  if (value === undefined) {
    const wanted = type === BY_DAYS || body['is_expire'] === true;
    if (wanted) throw new WechatError('invalidExpiry');
    return new Date(latest);
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new WechatError('badJson');
  const ends = type === BY_TIME ? value * 1000 : now + value * DAY_MS;
  if (ends < now + MINUTE_MS || ends > latest) throw new WechatError('invalidExpiry');
  return new Date(ends);
}

function textOf(body: JsonObject, name: string): string {
  const value = body[name] ?? '';
  if (typeof value !== 'string') throw new WechatError('badJson');
  return value;
}
