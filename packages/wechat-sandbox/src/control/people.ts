import type { FastifyInstance } from 'fastify';

import { Fields, readJson } from '../http/input.js';
import { elevenDigits, MAINLAND_PHONE } from '../http/phone.js';
import type { PersonTraits } from '../state/people.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { OPENID, OPENID_MEANS } from './openid.js';

/** What a person with a phone does, and what the platform thinks of her. */
export function peopleRoutes(app: FastifyInstance, state: SandboxState): void {
  app.post('/_sandbox/login-code', (request) => {
    const fields = new Fields(readJson(request));
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const unionid = fields.optionalText('unionid', OPENID, OPENID_MEANS);
    fields.check();
    const user = unionid === undefined ? { openid } : { openid, unionid };
    state.people.visit(openid);
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

  app.post('/_sandbox/people', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['openid', 'riskRank', 'blocked', 'ofAnotherApp']);
    const openid = fields.text('openid', OPENID, OPENID_MEANS);
    const before = state.people.traits(openid);
    const traits: PersonTraits = {
      riskRank: fields.integer('riskRank', { from: 0, to: 4, otherwise: before.riskRank }),
      blocked: fields.has('blocked') ? fields.flag('blocked') : before.blocked,
      ofAnotherApp: fields.has('ofAnotherApp') ? fields.flag('ofAnotherApp') : before.ofAnotherApp,
    };
    fields.check();
    return { openid, ...state.people.describe(openid, traits) };
  });

  app.post('/_sandbox/visit', (request) => {
    const openid = onlyOpenid(new Fields(readJson(request)));
    state.people.visit(openid);
    return { openid };
  });

  app.post('/_sandbox/expire-session', (request) => {
    const openid = onlyOpenid(new Fields(readJson(request)));
    state.people.endSession(openid);
    return { openid };
  });
}

function onlyOpenid(fields: Fields): string {
  fields.onlyThese(['openid']);
  const openid = fields.text('openid', OPENID, OPENID_MEANS);
  fields.check();
  return openid;
}
