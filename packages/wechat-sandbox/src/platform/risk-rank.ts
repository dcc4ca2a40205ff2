import { randomInt } from 'node:crypto';

import type { SandboxState } from '../state/sandbox-state.js';
import { checkPresence } from './content-check.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/** 0 registration, 1 promotion abuse, 2 content of users. */
const SCENES = [0, 1, 2];

/**
 * POST /wxa/getuserriskrank {appid, openid, scene, client_ip, is_test?, …} -> risk_rank 0 to 4, as
 * the control side has set it. A test call asks for no visit.
 * Errors 47001 (client_ip, scene missing), 40129 (scene), 43104 (appid, openid), 40003, 61010.
 */
export function userRiskRank(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/getuserriskrank',
    needsToken: true,
    answer({ body }) {
      const { appid, openid, scene, client_ip: clientIp, is_test: isTest = false } = body;
      if (typeof clientIp !== 'string' || clientIp === '') throw new WechatError('badJson');
      if (scene === undefined || typeof isTest !== 'boolean') throw new WechatError('badJson');
      if (typeof scene !== 'number' || !SCENES.includes(scene)) {
        throw new WechatError('invalidScene');
      }
      if (appid !== state.app.appid) throw new WechatError('openidOfAnotherApp');
      if (typeof openid !== 'string') throw new WechatError('invalidOpenid');
      if (!isTest) checkPresence(state, openid);
      return {
        errcode: 0,
        errmsg: 'getuserriskrank succ',
        risk_rank: state.people.traits(openid).riskRank,
        // So misspelt by the platform.
        unoin_id: randomInt(1, 2_147_483_647),
      };
    },
  };
}
