import type { EnvironmentReader } from './read-environment.js';

/** Ids of the templates approved with the provider; undefined where the salon has none: then nothing of that kind goes out. */
export interface SmsTemplateIds {
  readonly 'login-code': string | undefined;
  readonly 'coupon-gift': string | undefined;
  readonly 'visit-news': string | undefined;
  readonly 'visit-reminder': string | undefined;
}

/** A salon's account for text messages with Tencent Cloud. */
export interface TencentSmsConfig {
  /** Tencent's host; a stand-in's in tests. */
  readonly origin: string;
  readonly region: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly appId: string;
  /** The signature that was approved, without its brackets. */
  readonly signName: string;
  readonly templates: SmsTemplateIds;
}

/** Who sends text messages. `log` says in the log that one would go out, `sandbox` puts it on a simulated phone. */
export type SmsConfig =
  | { readonly provider: 'off' | 'log' }
  | { readonly provider: 'sandbox'; readonly origin: string }
  | { readonly provider: 'tencent'; readonly tencent: TencentSmsConfig };

const LOOPBACK = /localhost|127\.0\.0\.1/;

/** Reads who sends text messages; names every variable that is missing for the one that was chosen. */
export function readSms(read: EnvironmentReader, production: boolean): SmsConfig {
  const providers = ['sandbox', 'log', 'tencent', 'off'] as const;
  const provider = read.oneOf('SMS_PROVIDER', providers, 'off');
  if (production) {
    read.require(provider !== 'sandbox', 'SMS_PROVIDER', 'is the sandbox');
    read.require(provider !== 'log', 'SMS_PROVIDER', 'sends nothing, it only logs');
  }
  if (provider === 'tencent') return { provider, tencent: tencent(read, production) };
  if (provider === 'sandbox')
    return { provider, origin: read.url('SMS_ORIGIN', ['http', 'https']) };
  return { provider };
}

function tencent(read: EnvironmentReader, production: boolean): TencentSmsConfig {
  const origin = read.url(
    'SMS_TENCENT_ORIGIN',
    ['http', 'https'],
    'https://sms.tencentcloudapi.com',
  );
  const isReal = origin.startsWith('https://') && !LOOPBACK.test(origin);
  read.require(!production || isReal, 'SMS_TENCENT_ORIGIN', 'must be Tencent’s own host');
  return {
    origin,
    region: read.text('SMS_TENCENT_REGION', 'ap-guangzhou'),
    secretId: read.text('SMS_TENCENT_SECRET_ID'),
    secretKey: read.text('SMS_TENCENT_SECRET_KEY'),
    appId: read.text('SMS_TENCENT_APP_ID'),
    signName: read.text('SMS_TENCENT_SIGN'),
    templates: {
      // Without it nobody can sign in with a typed number.
      'login-code': read.text('SMS_TENCENT_TEMPLATE_LOGIN_CODE'),
      'coupon-gift': read.optional('SMS_TENCENT_TEMPLATE_COUPON_GIFT'),
      'visit-news': read.optional('SMS_TENCENT_TEMPLATE_VISIT_NEWS'),
      'visit-reminder': read.optional('SMS_TENCENT_TEMPLATE_VISIT_REMINDER'),
    },
  };
}
