import type { SandboxState } from '../state/sandbox-state.js';
import { checkCredentials } from './credentials.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/**
 * GET /cgi-bin/token: a new token with every call, apart from the stable one.
 * Errors 40002, 40013, 40125, 40164, 41002, 41004.
 */
export function plainToken(state: SandboxState): Endpoint {
  return {
    method: 'GET',
    path: '/cgi-bin/token',
    needsToken: false,
    givesTokens: true,
    answer({ query }) {
      if (query['grant_type'] !== 'client_credential') throw new WechatError('invalidGrantType');
      checkCredentials(state.app, query['appid'], query['secret']);
      const token = state.plainTokens.issue();
      return { access_token: token.value, expires_in: token.expiresInSeconds };
    },
  };
}
