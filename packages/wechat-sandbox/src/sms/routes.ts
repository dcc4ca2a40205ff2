import type { FastifyInstance, FastifyRequest } from 'fastify';

import { PLATFORM_KINDS, type FaultOrder } from '../faults/fault.js';
import type { FaultInjector } from '../faults/fault-injector.js';
import { BadInput, Fields, readJson } from '../http/input.js';
import { json, type Outcome } from '../http/outcome.js';
import { elevenDigits, MAINLAND_PHONE } from '../http/phone.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { SMS_TEMPLATE_NAMES, smsTemplate } from './texts.js';

const TARGET = { path: '/sms/send', kinds: PLATFORM_KINDS };

const DIALECT = {
  busy: () => json(503, { code: 'SYSTEM_BUSY', message: '系统繁忙，请稍后再试' }),
  rateLimited: () => json(429, { code: 'LIMIT_CONTROL', message: '该号码发送过于频繁' }),
  refusal: ({ errcode, errmsg }: FaultOrder) =>
    json(400, { code: String(errcode), message: errmsg }),
};

/** POST /sms/send {phone, template, params} -> 200 {code: 'OK', messageId}; 400 names the field. */
export function smsRoutes(app: FastifyInstance, state: SandboxState, faults: FaultInjector): void {
  faults.offer(TARGET);
  app.post(TARGET.path, (request, reply) =>
    faults.around(TARGET, DIALECT, request, reply, () => accept(state, request)),
  );
}

function accept(state: SandboxState, request: FastifyRequest): Outcome {
  try {
    return json(200, { code: 'OK', messageId: deliver(state, request) });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { ...json(400, error.body()), contentType: 'application/problem+json; charset=utf-8' };
  }
}

function deliver(state: SandboxState, request: FastifyRequest): string {
  const fields = new Fields(readJson(request));
  const phone = fields.text('phone', MAINLAND_PHONE, '须是 11 位手机号，可带 +86');
  const name = fields.text('template', /^\S{1,64}$/, '须是短信模板名');
  const params = fields.texts('params');
  const template = smsTemplate(name);
  if (name !== '' && template === undefined) {
    fields.reject('template', `没有这个模板，可用：${SMS_TEMPLATE_NAMES.join('、')}`, null);
  }
  for (const [param, { pattern, means }] of Object.entries(template?.params ?? {})) {
    if (!pattern.test(params[param] ?? '')) fields.reject(`params.${param}`, `须是${means}`, null);
  }
  fields.check();

  const id = `sms-${String(state.nextDelivery())}`;
  state.texts.add({
    id,
    phone: elevenDigits(phone),
    template: name,
    params,
    text: template?.text(params) ?? '',
    at: state.clock.now().toISOString(),
  });
  return id;
}
