import { withTemplateIds, type TemplateSet } from './templates.js';

/** The demo app; `npm start` gives the same pair to the API. */
export const DEMO_APPID = 'wxdec0de0000000001';
export const DEMO_SECRET = 'dec0de00dec0de00dec0de00dec0de00';

const DEFAULT_PORT = 3001;
const DEFAULT_HOST = '127.0.0.1';

export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly appid: string;
  readonly secret: string;
  readonly templates: TemplateSet;
  /** The merchant number; the kept or the demo's one when nobody names it. */
  readonly mchid: string | undefined;
  /** Where the keys of WeChat Pay are kept; nowhere when undefined. */
  readonly dataFolder: string | undefined;
}

/** A setting that keeps the sandbox from starting; the message is the whole sentence to show. */
export class EnvironmentError extends Error {}

/** Reads the environment. @throws EnvironmentError in production, or with the bad variable's name */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  if (env['YANCE_ENV'] === 'production') {
    throw new EnvironmentError(
      'YANCE_ENV is production: the WeChat sandbox is for demo, development and tests and does not start.',
    );
  }
  return {
    port: portOf(env['SANDBOX_PORT']),
    host: env['SANDBOX_HOST'] || DEFAULT_HOST,
    appid: word('WECHAT_APPID', env['WECHAT_APPID'], DEMO_APPID),
    secret: word('WECHAT_SECRET', env['WECHAT_SECRET'], DEMO_SECRET),
    templates: withTemplateIds({
      appointmentConfirmed: env['WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED'] || undefined,
      appointmentChanged: env['WECHAT_TEMPLATE_APPOINTMENT_CHANGED'] || undefined,
      appointmentCancelled: env['WECHAT_TEMPLATE_APPOINTMENT_CANCELLED'] || undefined,
      balanceChanged: env['WECHAT_TEMPLATE_BALANCE_CHANGED'] || undefined,
      sessionUsed: env['WECHAT_TEMPLATE_SESSION_USED'] || undefined,
      couponExpiring: env['WECHAT_TEMPLATE_COUPON_EXPIRING'] || undefined,
      appointmentReminder: env['WECHAT_TEMPLATE_APPOINTMENT_REMINDER'] || undefined,
      appointmentSoon: env['WECHAT_TEMPLATE_APPOINTMENT_SOON'] || undefined,
    }),
    mchid: mchidOf(env['WECHAT_MCHID']),
    dataFolder: env['YANCE_DATA'] || undefined,
  };
}

function mchidOf(value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (!/^\d{8,32}$/.test(value)) {
    throw new EnvironmentError('WECHAT_MCHID must be 8 to 32 digits.');
  }
  return value;
}

function portOf(value: string | undefined): number {
  if (value === undefined || value === '') return DEFAULT_PORT;
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) {
    throw new EnvironmentError(`SANDBOX_PORT must be a port from 0 to 65535, not "${value}".`);
  }
  return port;
}

function word(name: string, value: string | undefined, otherwise: string): string {
  const chosen = value || otherwise;
  if (!/^\S{1,128}$/.test(chosen)) {
    throw new EnvironmentError(`${name} must be 1 to 128 characters without spaces.`);
  }
  return chosen;
}
