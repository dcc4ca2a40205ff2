import type { SandboxState } from '../state/sandbox-state.js';
import { checkCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/**
 * POST /cgi-bin/stable_token: the same token until five minutes before its end.
 * Errors 40002, 40013, 40125, 40164, 41002, 41004, 45009 (21st forced refresh of a day, or 500,000
 * calls), 45011 (10,000 a minute), 47001.
 */
export function stableToken(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/cgi-bin/stable_token',
    needsToken: false,
    givesTokens: true,
    quotas: [
      { name: 'stable_token', window: 'minute', limit: 10_000, error: 'minuteQuota' },
      { name: 'stable_token', window: 'day', limit: 500_000, error: 'dailyQuota' },
    ],
    answer({ body }) {
      if (body['grant_type'] !== 'client_credential') throw new WechatError('invalidGrantType');
      checkCredentials(state.app, body['appid'], body['secret']);
      const force = body['force_refresh'] ?? false;
      if (typeof force !== 'boolean') throw new WechatError('badJson');
      const token = force ? state.stableTokens.forceRefresh() : state.stableTokens.obtain();
      if (token === undefined) throw new WechatError('dailyQuota');
      return { access_token: token.value, expires_in: token.expiresInSeconds };
    },
  };
}
