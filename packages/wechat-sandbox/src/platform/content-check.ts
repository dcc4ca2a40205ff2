import { randomBytes } from 'node:crypto';

import type { JsonObject } from '../http/raw-body.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

const VERSION = 2;
const LONGEST_CONTENT = 2_500;
const PROFILE = 1;
const SCENES = [1, 2, 3, 4];

/**
 * POST /wxa/msg_sec_check: whether a text may be shown. What is risky: `ContentRules`.
 * Errors 47001 (content, version), 40129 (scene), 40003, 43104, 61010 (openid), 44991, 45009.
 */
export function messageCheck(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/msg_sec_check',
    needsToken: true,
    quotas: [
      { name: 'msg_sec_check', window: 'minute', limit: 4_000, error: 'minuteFrequency' },
      { name: 'msg_sec_check', window: 'day', limit: 2_000_000, error: 'dailyQuota' },
    ],
    answer({ body }) {
      const content = body['content'];
      const readable = typeof content === 'string' && content !== '';
      if (!readable || [...content].length > LONGEST_CONTENT) throw new WechatError('badJson');
      checkVersionSceneAndPerson(state, body);
      const texts = ['content', 'title', 'nickname', 'signature']
        // A signature is part of a profile and of nothing else.
        .filter((name) => name !== 'signature' || body['scene'] === PROFILE)
        .flatMap((name) => optionalText(body, name));
      const { suggest, label, keyword } = state.contentRules.judge(texts);
      const byModel = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 };
      const byWord = { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword };
      return {
        errcode: 0,
        errmsg: 'ok',
        trace_id: newTraceId(),
        result: { suggest, label },
        detail: keyword === null ? [byModel] : [byModel, byWord],
      };
    },
  };
}

/** Both checks ask the same of version, scene and openid. */
export function checkVersionSceneAndPerson(state: SandboxState, body: JsonObject): void {
  if (body['version'] !== VERSION) throw new WechatError('badJson');
  const scene = body['scene'];
  if (scene === undefined) throw new WechatError('badJson');
  if (typeof scene !== 'number' || !SCENES.includes(scene)) throw new WechatError('invalidScene');
  checkPresence(state, body['openid']);
}

/** @throws WechatError 40003 (unknown), 43104 (of another app), 61010 (no visit within two hours) */
export function checkPresence(state: SandboxState, openid: unknown): void {
  switch (state.people.presence(typeof openid === 'string' ? openid : '')) {
    case 'active':
      return;
    case 'unknown':
      throw new WechatError('invalidOpenid');
    case 'ofAnotherApp':
      throw new WechatError('openidOfAnotherApp');
    case 'away':
      throw new WechatError('notVisited');
  }
}

export function newTraceId(): string {
  const hex = randomBytes(12).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
}

function optionalText(body: JsonObject, name: string): string[] {
  const value = body[name];
  if (value === undefined) return [];
  if (typeof value !== 'string') throw new WechatError('badJson');
  return [value];
}
