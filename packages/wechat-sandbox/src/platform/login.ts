import { createHmac, randomBytes } from 'node:crypto';

import type { SandboxState } from '../state/sandbox-state.js';
import { checkCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/**
 * GET /sns/jscode2session: a wx.login code becomes openid and session_key.
 * Errors 40002, 40013, 40029 (unknown, used, expired), 40125, 40226 (a blocked person), 41002,
 * 41004, 41008, 45011 (more than 100 a minute for one person; the code stays good).
 */
export function codeToSession(state: SandboxState): Endpoint {
  return {
    method: 'GET',
    path: '/sns/jscode2session',
    needsToken: false,
    // The real host sends this JSON as text/plain; clients that trust the header break on it.
    contentType: 'text/plain',
    answer({ query }) {
      checkCredentials(state.app, query['appid'], query['secret']);
      const code = query['js_code'];
      if (code === undefined || code === '') throw new WechatError('codeMissing');
      if (query['grant_type'] !== 'authorization_code') throw new WechatError('invalidGrantType');
      const user = state.loginCodes.peek(code);
      if (user === undefined) throw new WechatError('invalidCode');
      if (!state.logins.allow(user.openid)) throw new WechatError('minuteQuota');
      state.loginCodes.take(code);
      if (state.people.traits(user.openid).blocked) throw new WechatError('loginBlocked');
      const session_key = randomBytes(16).toString('base64');
      state.people.openSession(user.openid, session_key);
      return { ...user, session_key };
    },
  };
}

/**
 * GET /wxa/checksession: whether the server's session_key is still the one, told by
 * signature = hmac_sha256(session_key, ''). Error 87009.
 */
export function checkSession(state: SandboxState): Endpoint {
  return {
    method: 'GET',
    path: '/wxa/checksession',
    needsToken: true,
    answer({ query }) {
      const key = state.people.sessionKey(query['openid'] ?? '');
      const signed = key !== undefined && createHmac('sha256', key).digest('hex');
      if (query['sig_method'] !== 'hmac_sha256' || query['signature'] !== signed) {
        throw new WechatError('invalidSessionSignature');
      }
      return { errcode: 0, errmsg: 'ok' };
    },
  };
}
