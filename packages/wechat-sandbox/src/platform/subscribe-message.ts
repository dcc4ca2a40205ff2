import { isObject, type JsonObject } from '../http/raw-body.js';
import { sentEvent } from '../push/events.js';
import type { Pusher } from '../push/pusher.js';
import type { SandboxState } from '../state/sandbox-state.js';
import type { MessageTemplate } from '../templates.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';
import { acceptsValue } from './field-rules.js';

const FIRST_MSGID = 3_000_000_000_000_000;
const PROGRAM_STATES = ['formal', 'trial', 'developer'];
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW'];

/**
 * POST /cgi-bin/message/subscribe/send: one message for one consent.
 * Errors 40003, 40037, 41030, 47003 with the field named, 45168 (risky content), 43101 when no
 * consent is left. A sent one is told by the event subscribe_msg_sent_event.
 */
export function subscribeMessage(state: SandboxState, pusher: Pusher): Endpoint {
  return {
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    needsToken: true,
    answer({ body }) {
      const openid = body['touser'];
      if (typeof openid !== 'string' || !state.people.has(openid)) {
        throw new WechatError('invalidOpenid');
      }
      const templateId = body['template_id'];
      const template = typeof templateId === 'string' ? state.template(templateId) : undefined;
      if (template === undefined) throw new WechatError('invalidTemplate');
      const page = pageOf(body['page']);
      const miniprogramState = oneOf(body, 'miniprogram_state', PROGRAM_STATES, 'formal');
      const lang = oneOf(body, 'lang', LANGUAGES, 'zh_CN');
      const lines = linesOf(template, body['data']);
      if (state.contentRules.judge(lines.map((line) => line.value)).suggest === 'risky') {
        throw new WechatError('riskyContent');
      }
      if (!state.credits.spend(openid, template.id)) throw new WechatError('noCredit');

      const msgid = FIRST_MSGID + state.nextDelivery();
      state.messages.add({
        msgid,
        openid,
        templateId: template.id,
        title: template.title,
        page,
        miniprogramState,
        lang,
        data: Object.fromEntries(lines.map(({ key, value }) => [key, { value }])),
        lines,
        at: state.clock.now().toISOString(),
      });
      pusher.send(sentEvent(openid, template.id, msgid));
      return { errcode: 0, errmsg: 'ok', msgid };
    },
  };
}

function pageOf(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string' || !/^\/?[\w-]+(\/[\w-]+)*(\?\S*)?$/.test(value)) {
    throw new WechatError('invalidPage');
  }
  return value;
}

function oneOf(body: JsonObject, name: string, allowed: string[], fallback: string): string {
  const value = body[name] ?? fallback;
  if (typeof value !== 'string' || !allowed.includes(value)) {
    throw new WechatError('invalidArgument', ` ${name} invalid`);
  }
  return value;
}

/** Every field of the template must be there with a value of its kind, and nothing else. */
function linesOf(
  template: MessageTemplate,
  data: unknown,
): { key: string; label: string; value: string }[] {
  if (!isObject(data)) throw new WechatError('invalidArgument', ' data invalid');
  const known = new Set<string>(template.fields.map((field) => field.key));
  for (const key of Object.keys(data)) {
    if (!known.has(key)) throw invalidField(key);
  }
  return template.fields.map(({ key, label }) => {
    const entry = data[key];
    const given = isObject(entry) ? entry['value'] : undefined;
    const value = typeof given === 'number' ? String(given) : given;
    if (typeof value !== 'string' || !acceptsValue(key, value)) throw invalidField(key);
    return { key, label, value };
  });
}

function invalidField(key: string): WechatError {
  return new WechatError('invalidArgument', ` data.${key}.value invalid`);
}
