/** A text-message template approved with the (simulated) provider. */
interface SmsTemplate {
  /** Parameters it needs, each with what it must look like and how that is said. */
  readonly params: Readonly<Record<string, { pattern: RegExp; means: string }>>;
  text(params: Readonly<Record<string, string>>): string;
}

const WHEN = { pattern: /^\S.{0,19}$/u, means: '1 至 20 字' };
const WHERE = { pattern: /^\S.{0,59}$/u, means: '1 至 60 字' };

const SMS_TEMPLATES: Readonly<Record<string, SmsTemplate>> = {
  'login-code': {
    params: { code: { pattern: /^\d{4,8}$/, means: '4 至 8 位数字' } },
    text: (params) =>
      `【颜册】您的验证码是 ${params['code'] ?? ''}，` +
      `${params['minutes'] ?? '5'} 分钟内有效。请勿告诉他人。`,
  },
  'coupon-gift': {
    params: {
      words: { pattern: /^\S.{0,39}$/u, means: '1 至 40 字' },
      coupon: { pattern: /^\S.{0,39}$/u, means: '1 至 40 字' },
      until: { pattern: /^\S{1,20}$/u, means: '1 至 20 字' },
    },
    text: ({ words, coupon, until }) =>
      `【颜册】${words ?? ''}「${coupon ?? ''}」已放进您的卡包，有效期至${until ?? ''}。` +
      '不想再收到，请在小程序里关闭或告诉门店。',
  },
  'visit-news': {
    params: { time: WHEN, store: WHERE, status: { pattern: /^\S.{0,11}$/u, means: '1 至 12 字' } },
    text: ({ time, store, status }) =>
      `【颜册】您${time ?? ''}在${store ?? ''}的预约${status ?? ''}。详情请看小程序，或致电门店。`,
  },
  'visit-reminder': {
    params: { time: WHEN, store: WHERE },
    text: ({ time, store }) =>
      `【颜册】提醒您：${time ?? ''}在${store ?? ''}有预约。需要改期，请尽早告诉门店。`,
  },
};

export function smsTemplate(name: string): SmsTemplate | undefined {
  return Object.hasOwn(SMS_TEMPLATES, name) ? SMS_TEMPLATES[name] : undefined;
}

export const SMS_TEMPLATE_NAMES: readonly string[] = Object.keys(SMS_TEMPLATES);
