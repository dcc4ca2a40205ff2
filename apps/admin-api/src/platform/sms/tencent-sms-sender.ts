import { sms } from 'tencentcloud-sdk-nodejs-sms';
import type { TencentSmsConfig } from '../config/index.js';
import { refuse } from '../errors/index.js';
import type { Log } from '../logging/index.js';
import { SmsRefused, SmsSender, SmsUnanswered, type TextMessage } from './sms-sender.js';

const TIMEOUT_SECONDS = 5;
/** Templates have numbered blanks: which of our names stands in which. */
const BLANKS: Readonly<Record<TextMessage['template'], readonly string[]>> = {
  'login-code': ['code', 'minutes'],
  'coupon-gift': ['words', 'coupon', 'until'],
  'visit-news': ['time', 'store', 'status'],
  'visit-reminder': ['time', 'store'],
};

/** Tencent's codes that say: this number gets none. Trying again does not help. */
const NOT_FOR_THIS_NUMBER: readonly RegExp[] = [
  /^FailedOperation\.PhoneNumberInBlacklist$/,
  /^FailedOperation\.PhoneNumberOnBlacklist$/,
  /^InvalidParameterValue\.IncorrectPhoneNumber$/,
  /^UnsupportedOperation\./,
];
/** The number, or the account, has had its share for now. */
const TOO_OFTEN = /^(LimitExceeded\.|RequestLimitExceeded)/;
/** It broke while it did it: the message may have gone out. */
const BROKEN = /^InternalError/;

const { Client } = sms.v20210111;
type Tencent = InstanceType<typeof Client>;

/** Sends by Tencent Cloud. */
export class TencentSmsSender extends SmsSender {
  readonly #client: Tencent;

  constructor(
    private readonly config: TencentSmsConfig,
    private readonly log: Log,
    timeoutSeconds = TIMEOUT_SECONDS,
  ) {
    super();
    const { protocol, host } = new URL(config.origin);
    this.#client = new Client({
      credential: { secretId: config.secretId, secretKey: config.secretKey },
      region: config.region,
      profile: {
        httpProfile: { endpoint: host, protocol: `${protocol}//`, reqTimeout: timeoutSeconds },
      },
    });
  }

  override async send({ phone, template, params }: TextMessage): Promise<void> {
    const id = this.config.templates[template];
    if (id === undefined) throw new SmsRefused('门店没有这类短信模板');
    const code = await this.#codeOf({
      PhoneNumberSet: [`+86${phone}`],
      SmsSdkAppId: this.config.appId,
      SignName: this.config.signName,
      TemplateId: id,
      TemplateParamSet: BLANKS[template].map((name) => params[name] ?? ''),
    });
    if (code === 'Ok') return;
    // The code says what is wrong with account or template; number and words stay out of the log.
    this.log.warn('text message was not accepted', { template, code: code ?? 'no answer' });
    if (code === undefined || BROKEN.test(code)) throw new SmsUnanswered();
    if (TOO_OFTEN.test(code)) refuse('RATE_LIMITED', { retryAfterSeconds: 60 });
    if (NOT_FOR_THIS_NUMBER.some((one) => one.test(code)))
      throw new SmsRefused('这个手机号不能接收短信');
    refuse('SMS_UNAVAILABLE');
  }

  /** What Tencent said of the one number; undefined where no answer came. */
  async #codeOf(request: Parameters<Tencent['SendSms']>[0]): Promise<string | undefined> {
    try {
      const { SendStatusSet: [status] = [] } = await this.#client.SendSms(request);
      return status?.Code;
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      return typeof code === 'string' && code !== '' ? code : undefined;
    }
  }
}
