import type { JsonObject } from '../http/raw-body.js';
import { isPage } from '../state/app-settings.js';
import type { CodeKind } from '../state/made-codes.js';
import type { QuotaRule } from '../state/quotas.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { Picture, type Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';
import { qrPicture } from './qr-picture.js';

const LONGEST_SCENE = 32;
const SCENE_CHARACTERS = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/;
const RESERVED = 'scancode_time';
const ENV_VERSIONS = ['release', 'trial', 'develop'];
const NARROWEST = 280;
const WIDEST = 1280;
const ORDINARY_WIDTH = 430;
const LONGEST_PATH = 1024;
const LONGEST_SQUARE_PATH = 128;

/** Codes of both limited kinds together; the same path counts once. */
const LIMITED_CODES: QuotaRule = {
  name: 'limited codes',
  window: 'total',
  limit: 100_000,
  error: 'tooManyCodes',
};

/**
 * POST /wxa/getwxacodeunlimit: a code for page and scene; scanned, it opens `page?scene=…` with the
 * scene percent-encoded, which the page has to decode.
 * Errors 40169 (scene missing or longer than 32), 40129 (its characters), 85096 (scancode_time),
 * 41030 (no such page), 40097 (width, env_version).
 */
export function unlimitedCode(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/getwxacodeunlimit',
    needsToken: true,
    answer({ body }) {
      const scene = body['scene'];
      if (typeof scene !== 'string' || scene === '' || [...scene].length > LONGEST_SCENE) {
        throw new WechatError('invalidSceneLength');
      }
      if (!SCENE_CHARACTERS.test(scene)) throw new WechatError('invalidScene');
      if (scene.includes(RESERVED)) throw new WechatError('reservedParameter');
      const page = pageOf(state, body);
      return draw(state, 'unlimited', `${page}?scene=${encodeURIComponent(scene)}`, body);
    },
  };
}

/**
 * POST /wxa/getwxacode: a code for a path of up to 1,024 bytes.
 * Errors 40159 (path), 85096, 40097, 45029 (100,000 codes with createwxaqrcode).
 */
export function limitedCode(state: SandboxState): Endpoint {
  return limited(state, '/wxa/getwxacode', 'limited', LONGEST_PATH);
}

/** POST /cgi-bin/wxaapp/createwxaqrcode: a square code, path up to 128 bytes. The same errors. */
export function squareCode(state: SandboxState): Endpoint {
  return limited(state, '/cgi-bin/wxaapp/createwxaqrcode', 'square', LONGEST_SQUARE_PATH);
}

function limited(state: SandboxState, path: string, kind: CodeKind, longest: number): Endpoint {
  return {
    method: 'POST',
    path,
    needsToken: true,
    quotas: [LIMITED_CODES],
    answer({ body }) {
      const opens = body['path'];
      if (typeof opens !== 'string' || opens === '' || Buffer.byteLength(opens) > longest) {
        throw new WechatError('invalidPathLength');
      }
      if (opens.includes(RESERVED)) throw new WechatError('reservedParameter');
      const most = state.quotas.limitOf(LIMITED_CODES);
      const full = most !== null && state.codes.limitedCount >= most;
      if (full && !state.codes.isCounted(opens)) throw new WechatError('tooManyCodes');
      return draw(state, kind, opens, body);
    },
  };
}

function pageOf(state: SandboxState, body: JsonObject): string {
  const page = body['page'] ?? state.settings.pages?.[0] ?? 'pages/index/index';
  const unchecked = body['check_path'] === false;
  const settings = unchecked ? { ...state.settings, pages: null } : state.settings;
  const released = unchecked || state.settings.released;
  if (typeof page !== 'string' || !released || !isPage(settings, page)) {
    throw new WechatError('invalidPage');
  }
  return page;
}

function draw(state: SandboxState, kind: CodeKind, opens: string, body: JsonObject): Picture {
  const envVersion = body['env_version'] ?? 'release';
  const width = body['width'] ?? ORDINARY_WIDTH;
  if (typeof envVersion !== 'string' || !ENV_VERSIONS.includes(envVersion)) {
    throw new WechatError('invalidArgs', ' env_version');
  }
  const fits =
    typeof width === 'number' && Number.isInteger(width) && width >= NARROWEST && width <= WIDEST;
  if (!fits) throw new WechatError('invalidArgs', ' width');
  state.codes.add({ kind, opens, envVersion, width, at: state.clock.now().toISOString() });
  return new Picture(qrPicture(opens, width));
}
