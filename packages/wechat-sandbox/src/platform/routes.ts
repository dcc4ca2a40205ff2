import type { FastifyInstance, FastifyRequest } from 'fastify';

import { PLATFORM_KINDS, TOKEN_KINDS, type FaultOrder } from '../faults/fault.js';
import type { FaultInjector } from '../faults/fault-injector.js';
import { json, type Outcome } from '../http/outcome.js';
import { bodyText, parseObject, queryOf, type JsonObject } from '../http/raw-body.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { Picture, type Endpoint } from './endpoint.js';
import { errorBody, ERRORS, WechatError } from './errors.js';

const ANY_METHOD = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const JSON_TYPE = 'application/json; charset=utf-8';

/** How the platform says the things that a fault can ask for. */
const DIALECT = {
  busy: () => json(200, errorBody(ERRORS.systemBusy.errcode, ERRORS.systemBusy.errmsg)),
  rateLimited: () => json(200, errorBody(ERRORS.minuteQuota.errcode, ERRORS.minuteQuota.errmsg)),
  refusal: ({ errcode, errmsg }: FaultOrder) => json(200, errorBody(errcode, errmsg)),
};

/** Answers for api.weixin.qq.com. Business refusals are HTTP 200, as there. */
export function platformRoutes(
  app: FastifyInstance,
  state: SandboxState,
  faults: FaultInjector,
  endpoints: readonly Endpoint[],
): void {
  for (const endpoint of endpoints) {
    const kinds = endpoint.needsToken ? TOKEN_KINDS : PLATFORM_KINDS;
    const target = { path: endpoint.path, kinds };
    faults.offer(target);
    state.quotas.declare(endpoint.path, endpoint.quotas ?? []);
    app.route({
      method: ANY_METHOD,
      url: endpoint.path,
      handler: (request, reply) =>
        faults.around(target, DIALECT, request, reply, () => outcomeOf(endpoint, state, request)),
    });
  }
  for (const url of ['/sns/*', '/cgi-bin/*', '/wxa/*', '/wxaapi/*']) {
    app.route({
      method: ANY_METHOD,
      url,
      handler: (_request, reply) => reply.code(200).send(new WechatError('invalidUrl').body()),
    });
  }
}

function outcomeOf(endpoint: Endpoint, state: SandboxState, request: FastifyRequest): Outcome {
  const contentType = endpoint.contentType ?? JSON_TYPE;
  try {
    const query = queryOf(request);
    if (request.method !== endpoint.method) {
      throw new WechatError(endpoint.method === 'POST' ? 'postRequired' : 'getRequired');
    }
    checkCaller(endpoint, state, request.ip);
    if (endpoint.needsToken) checkToken(state, query['access_token']);
    if (state.settings.unauthorized.includes(endpoint.path)) throw new WechatError('unauthorized');
    state.quotas.count(endpoint.path);
    const body = endpoint.method === 'POST' ? readBody(bodyText(request)) : {};
    const answer = endpoint.answer({ query, body });
    if (answer instanceof Picture)
      return { status: 200, contentType: 'image/png', body: answer.png };
    return { ...json(200, answer), contentType };
  } catch (error) {
    if (!(error instanceof WechatError)) throw error;
    return { ...json(200, error.body()), contentType };
  }
}

/** Tokens are given only to the addresses on the white list, where the app has one. */
function checkCaller(endpoint: Endpoint, state: SandboxState, ip: string): void {
  const allowed = state.settings.ipWhitelist;
  if (endpoint.givesTokens !== true || allowed === null || allowed.includes(ip)) return;
  throw new WechatError('ipNotAllowed', ` ${ip}, not in whitelist`);
}

function checkToken(state: SandboxState, token: string | undefined): void {
  if (token === undefined || token === '') throw new WechatError('tokenMissing');
  switch (state.tokenStanding(token)) {
    case 'valid':
      return;
    case 'expired':
      throw new WechatError('tokenExpired');
    case 'replaced':
      throw new WechatError('invalidCredential');
    case 'malformed':
      throw new WechatError('invalidToken');
  }
}

function readBody(text: string): JsonObject {
  if (text.trim() === '') throw new WechatError('emptyBody');
  const body = parseObject(text);
  if (body === undefined) throw new WechatError('badJson');
  return body;
}
