import type { FastifyInstance } from 'fastify';

import { Fields, readJson } from '../http/input.js';
import { queryOf, type JsonObject } from '../http/raw-body.js';
import { LINK_PERMISSIONS, type AppSettings } from '../state/app-settings.js';
import { CONTENT_LABELS } from '../state/content-rules.js';
import { QUOTA_WINDOWS } from '../state/quotas.js';
import type { SandboxState } from '../state/sandbox-state.js';

const HALF_AN_HOUR = 1_800;
const HIGHEST_LIMIT = 1_000_000_000;
const PATH = /^\/\S{1,127}$/;
const LABELS = Object.keys(CONTENT_LABELS).filter((label) => label !== '100');

/** What the platform's console decides: the app's rights, its limits, its words; and what it made. */
export function appRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get('/_sandbox/app', () => state.settings);
  app.post('/_sandbox/app', (request) => {
    state.settings = readSettings(readJson(request), state);
    return state.settings;
  });

  app.get('/_sandbox/quotas', () => ({ items: state.quotas.list() }));
  app.post('/_sandbox/quotas', (request) => setQuota(readJson(request), state));

  app.get('/_sandbox/content-rules', () => ({ items: state.contentRules.list() }));
  app.post('/_sandbox/content-rules', (request, reply) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['keyword', 'suggest', 'label']);
    const keyword = fields.text('keyword', /^.{1,50}$/, '须是 1 至 50 个字符');
    const suggest = fields.choice('suggest', ['risky', 'review']);
    const label = fields.integer('label', { from: 0, to: 99_999, otherwise: 0 });
    if (!LABELS.includes(String(label))) {
      fields.reject('label', `须是 ${LABELS.join('、')} 之一`, null);
    }
    fields.check();
    const rule = { keyword, suggest, label };
    if (!state.contentRules.add(rule)) {
      fields.reject('keyword', '词太多，请先 POST /_sandbox/reset', null);
      fields.check();
    }
    return reply.code(201).send(rule);
  });

  app.get('/_sandbox/codes', () => ({ items: state.codes.newestFirst() }));
  app.get('/_sandbox/links', (request) => {
    const opened = state.links.open(queryOf(request)['link'] ?? '');
    return { items: opened === undefined ? [] : [opened] };
  });
}

function readSettings(body: JsonObject, state: SandboxState): AppSettings {
  const fields = new Fields(body);
  const before = state.settings;
  fields.onlyThese([
    'released',
    'pages',
    'linkPermission',
    'ipWhitelist',
    'unauthorized',
    'tradeManaged',
    'tradeConfirmed',
    'mediaCheckSeconds',
  ]);
  const flag = (name: 'released' | 'tradeManaged' | 'tradeConfirmed'): boolean =>
    fields.has(name) ? fields.flag(name) : before[name];
  const nullable = (name: 'pages' | 'ipWhitelist', pattern: RegExp, means: string) => {
    if (!fields.has(name)) return before[name];
    return body[name] === null ? null : fields.textList(name, pattern, means);
  };
  const settings: AppSettings = {
    ...before,
    released: flag('released'),
    pages: nullable('pages', /^[\w-]+(\/[\w-]+)*$/, '须是页面路径，不带开头的 /'),
    linkPermission: fields.has('linkPermission')
      ? fields.choice('linkPermission', LINK_PERMISSIONS)
      : before.linkPermission,
    ipWhitelist: nullable('ipWhitelist', /^[\d.:a-f]{2,45}$/, '须是 IP 地址'),
    unauthorized: fields.has('unauthorized')
      ? fields.textList('unauthorized', PATH, '须是接口路径')
      : before.unauthorized,
    tradeManaged: flag('tradeManaged'),
    tradeConfirmed: flag('tradeConfirmed'),
    mediaCheckSeconds: fields.integer('mediaCheckSeconds', {
      from: 0,
      to: HALF_AN_HOUR,
      otherwise: before.mediaCheckSeconds,
    }),
  };
  fields.check();
  return settings;
}

function setQuota(body: JsonObject, state: SandboxState): object {
  const fields = new Fields(body);
  fields.onlyThese(['path', 'window', 'limit']);
  const path = fields.text('path', PATH, '须是接口路径');
  const window = fields.choice('window', QUOTA_WINDOWS);
  const limit =
    body['limit'] === null
      ? null
      : fields.integer('limit', { from: 0, to: HIGHEST_LIMIT, otherwise: -1 });
  if (body['limit'] === undefined) fields.reject('limit', '必填，null 为不限', null);
  fields.check();
  if (!state.quotas.set(path, window, limit)) {
    fields.reject('path', '这个接口没有这种限额，见 GET /_sandbox/quotas', null);
  }
  fields.check();
  return { path, window, limit };
}
