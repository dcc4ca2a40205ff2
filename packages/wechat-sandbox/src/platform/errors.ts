import { randomBytes } from 'node:crypto';

/** The platform's error codes that the sandbox can give, with the platform's words. */
export const ERRORS = {
  systemBusy: { errcode: -1, errmsg: 'system error' },
  invalidCredential: {
    errcode: 40001,
    errmsg: 'invalid credential, access_token is invalid or not latest',
  },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  invalidToken: { errcode: 40014, errmsg: 'invalid access_token' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidTemplate: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidUrl: { errcode: 40066, errmsg: 'invalid url' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  tokenMissing: { errcode: 41001, errmsg: 'access_token missing' },
  appidMissing: { errcode: 41002, errmsg: 'appid missing' },
  secretMissing: { errcode: 41004, errmsg: 'appsecret missing' },
  codeMissing: { errcode: 41008, errmsg: 'missing code' },
  invalidPage: { errcode: 41030, errmsg: 'invalid page' },
  tokenExpired: { errcode: 42001, errmsg: 'access_token expired' },
  getRequired: { errcode: 43001, errmsg: 'require GET method' },
  postRequired: { errcode: 43002, errmsg: 'require POST method' },
  noCredit: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  emptyBody: { errcode: 44002, errmsg: 'empty post data' },
  dailyQuota: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  minuteQuota: {
    errcode: 45011,
    errmsg: 'api minute-quota reach limit, must slower, retry next minute',
  },
  badJson: { errcode: 47001, errmsg: 'data format error' },
  invalidArgument: { errcode: 47003, errmsg: 'argument invalid!' },
} as const;

export type ErrorName = keyof typeof ERRORS;

/** A refusal by the platform; it travels as HTTP 200 with `errcode` and `errmsg`. */
export class WechatError extends Error {
  readonly errcode: number;

  /** @param detail follows the platform's words, for example ` data.thing1.value invalid` */
  constructor(name: ErrorName, detail = '') {
    super(`${ERRORS[name].errmsg}${detail}`);
    this.errcode = ERRORS[name].errcode;
  }

  body(): { errcode: number; errmsg: string } {
    return errorBody(this.errcode, this.message);
  }
}

/** The platform ends each message with a request id that its support can look up. */
export function errorBody(errcode: number, errmsg: string): { errcode: number; errmsg: string } {
  const hex = randomBytes(12).toString('hex');
  const rid = `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
  return { errcode, errmsg: `${errmsg}, rid: ${rid}` };
}
