import type { FastifyInstance } from 'fastify';

import { BadInput, Fields, readJson } from '../http/input.js';
import { isObject, type JsonObject } from '../http/raw-body.js';
import type { PushValue } from '../push/event.js';
import type { Pusher } from '../push/pusher.js';
import { TAMPERINGS, type PushTarget } from '../push/requests.js';
import { OPENID, OPENID_MEANS } from './openid.js';

const TOKEN = /^[A-Za-z0-9]{3,32}$/;
const AES_KEY = /^[A-Za-z0-9]{43}$/;

/** Where events go, what was sent there, and events of one's own. */
export function pushRoutes(app: FastifyInstance, pusher: Pusher): void {
  app.post('/_sandbox/push', async (request) => {
    const target = readTarget(readJson(request));
    if (!(await pusher.configure(target))) {
      throw new BadInput([
        { field: 'url', message: '验证失败：须在 5 秒内以 200 原样返回 echostr' },
      ]);
    }
    return visible(target);
  });
  app.get('/_sandbox/push', () => {
    const target = pusher.configured();
    return { target: target === undefined ? null : visible(target) };
  });
  app.delete('/_sandbox/push', (_request, reply) => {
    pusher.forget();
    return reply.code(204).send();
  });

  app.get('/_sandbox/push/deliveries', () => ({ items: pusher.list() }));
  app.post<{ Params: { id: string } }>('/_sandbox/push/deliveries/:id/again', (request, reply) => {
    const again = pusher.sendAgain(Number(request.params.id));
    if (again === undefined) throw new BadInput([{ field: 'id', message: '没有这次推送' }]);
    return reply.code(201).send(again);
  });
  app.post('/_sandbox/push/events', (request, reply) => {
    const body = readJson(request);
    const fields = new Fields(body);
    fields.onlyThese(['event', 'from', 'fields', 'tamper']);
    const event = fields.text('event', /^\w{1,64}$/, '须是事件名');
    const from = fields.text('from', OPENID, OPENID_MEANS);
    const tamper = fields.has('tamper') ? fields.choice('tamper', TAMPERINGS) : undefined;
    const given = body['fields'] ?? {};
    if (!isObject(given) || !isPushValue(given)) {
      fields.reject('fields', '须是对象，值为文字、数字、对象或数组', null);
    }
    fields.check();
    const delivery = pusher.send(
      { event, from, fields: given as Record<string, PushValue> },
      tamper,
    );
    return reply.code(201).send(delivery);
  });
}

function readTarget(body: JsonObject): PushTarget {
  const fields = new Fields(body);
  fields.onlyThese(['url', 'token', 'mode', 'format', 'encodingAesKey']);
  const url = fields.text('url', /^https?:\/\/\S{1,500}$/, '须是 http 或 https 地址');
  if (url !== '' && !URL.canParse(url)) fields.reject('url', '须是 http 或 https 地址', null);
  const token = fields.text('token', TOKEN, '须是 3 至 32 位字母或数字');
  const mode = fields.choice('mode', ['plain', 'secure']);
  const format = fields.has('format') ? fields.choice('format', ['json', 'xml']) : 'json';
  const encodingAesKey =
    mode === 'secure' || fields.has('encodingAesKey')
      ? fields.text('encodingAesKey', AES_KEY, '须是 43 位字母或数字')
      : undefined;
  fields.check();
  return { url, token, mode, format, encodingAesKey };
}

/** The target without its secrets. */
function visible({ url, mode, format }: PushTarget): object {
  return { url, mode, format };
}

function isPushValue(value: unknown): value is PushValue {
  if (typeof value === 'string' || typeof value === 'number') return true;
  if (Array.isArray(value)) return value.every(isPushValue);
  return isObject(value) && Object.values(value).every(isPushValue);
}
