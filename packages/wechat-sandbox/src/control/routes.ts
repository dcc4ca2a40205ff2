import type { FastifyInstance } from 'fastify';

import type { FaultInjector } from '../faults/fault-injector.js';
import { Fields, readJson } from '../http/input.js';
import { elevenDigits, MAINLAND_PHONE } from '../http/phone.js';
import { queryOf } from '../http/raw-body.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { allowAnyOrigin } from './cors.js';
import { orderFault } from './order-fault.js';

const OPENID = /^[\w-]{1,64}$/;
const OPENID_MEANS = '须是 1 至 64 位字母、数字、下划线或连字符';
const SUBSCRIBE_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;

/** What a person holding the phone does, and what a test wants to see or to break. */
export function controlRoutes(
  app: FastifyInstance,
  state: SandboxState,
  faults: FaultInjector,
): void {
  allowAnyOrigin(app, '/_sandbox/');
  peopleRoutes(app, state);
  readingRoutes(app, state);

  app.post('/_sandbox/faults', (request, reply) =>
    reply.code(201).send(orderFault(faults, readJson(request))),
  );
  app.get('/_sandbox/faults', () => ({ items: faults.list() }));
  app.delete('/_sandbox/faults', (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.post('/_sandbox/reset', () => {
    state.reset();
    faults.clear();
    return { ok: true };
  });
}

function peopleRoutes(app: FastifyInstance, state: SandboxState): void {
  app.post('/_sandbox/login-code', (request) => {
    const fields = new Fields(readJson(request));
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const unionid = fields.optionalText('unionid', OPENID, OPENID_MEANS);
    fields.check();
    const user = unionid === undefined ? { openid } : { openid, unionid };
    state.users.set(openid, user);
    const { code, expiresAt } = state.loginCodes.issue(user);
    return { code, expiresAt: expiresAt.toISOString() };
  });

  app.post('/_sandbox/phone-code', (request) => {
    const fields = new Fields(readJson(request));
    const countryCode = fields.optionalText('countryCode', /^[1-9]\d{0,2}$/, '须是 1 至 3 位数字');
    const abroad = countryCode !== undefined && countryCode !== '86';
    const phone = abroad
      ? fields.text('phone', /^\d{5,14}$/, '须是 5 至 14 位数字')
      : fields.text(
          'phone',
          MAINLAND_PHONE,
          '须是 11 位手机号，可带 +86；境外号码请另给 countryCode',
        );
    fields.check();
    const { code, expiresAt } = state.phoneCodes.issue({
      countryCode: countryCode ?? '86',
      pureNumber: elevenDigits(phone),
    });
    return { code, expiresAt: expiresAt.toISOString() };
  });

  app.post('/_sandbox/subscribe', (request) => {
    const fields = new Fields(readJson(request));
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const templateId = fields.text('templateId', /^\S{1,128}$/, '须是模板编号');
    const result = fields.choice('result', SUBSCRIBE_RESULTS);
    if (templateId !== '' && state.template(templateId) === undefined) {
      fields.reject('templateId', '没有这个模板，见 GET /_sandbox/templates', null);
    }
    fields.check();
    if (!state.users.has(openid)) state.users.set(openid, { openid });
    // A refusal says no to this one question; consents given before stay, as on the phone.
    const credits =
      result === 'accept'
        ? state.credits.add(openid, templateId)
        : state.credits.left(openid, templateId);
    return { openid, templateId, result, credits };
  });
}

function readingRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get('/_sandbox/messages', (request) => {
    const openid = queryOf(request)['openid'];
    return {
      items: state.messages.newestFirst((each) => openid === undefined || each.openid === openid),
    };
  });

  app.get('/_sandbox/sms', (request) => {
    const asked = queryOf(request)['phone'];
    // An unescaped plus sign arrives as a space.
    const phone = asked === undefined ? undefined : elevenDigits(asked.replace(/^ /, '+'));
    return {
      items: state.texts.newestFirst((each) => phone === undefined || each.phone === phone),
    };
  });

  app.get('/_sandbox/templates', () => ({
    items: Object.entries(state.app.templates).map(([kind, template]) => ({ kind, ...template })),
  }));
}
