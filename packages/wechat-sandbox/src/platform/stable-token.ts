import type { SandboxState } from '../state/sandbox-state.js';
import { checkCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/**
 * POST /cgi-bin/stable_token: the same token until five minutes before its end.
 * Errors 40002, 40013, 40125, 41002, 41004, 45009 (21st forced refresh of a day), 47001.
 */
export function stableToken(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/cgi-bin/stable_token',
    needsToken: false,
    answer({ body }) {
      if (body['grant_type'] !== 'client_credential') throw new WechatError('invalidGrantType');
      checkCredentials(state.app, body['appid'], body['secret']);
      const force = body['force_refresh'] ?? false;
      if (typeof force !== 'boolean') throw new WechatError('badJson');
      const token = force ? state.tokens.forceRefresh() : state.tokens.obtain();
      if (token === undefined) throw new WechatError('dailyQuota');
      return { access_token: token.value, expires_in: token.expiresInSeconds };
    },
  };
}
