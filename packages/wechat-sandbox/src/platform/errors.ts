import { randomBytes } from 'node:crypto';

import { SHIPPING_ERRORS } from './shipping/errors.js';

/** The platform's error codes that the sandbox can give, with the platform's words. */
export const ERRORS = {
  systemBusy: { errcode: -1, errmsg: 'system error' },
  invalidCredential: {
    errcode: 40001,
    errmsg: 'invalid credential, access_token is invalid or not latest',
  },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidMediaType: { errcode: 40004, errmsg: 'invalid media type' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  invalidToken: { errcode: 40014, errmsg: 'invalid access_token' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidTemplate: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidUrl: { errcode: 40066, errmsg: 'invalid url' },
  invalidArgs: { errcode: 40097, errmsg: 'invalid args' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  invalidScene: { errcode: 40129, errmsg: 'invalid scene' },
  invalidPathLength: {
    errcode: 40159,
    errmsg: 'invalid length for path, or the data is not json string',
  },
  ipNotAllowed: { errcode: 40164, errmsg: 'invalid ip' },
  invalidPagePath: { errcode: 40165, errmsg: 'invalid weapp pagepath' },
  invalidSceneLength: {
    errcode: 40169,
    errmsg: 'invalid length for scene, or the data is not json string',
  },
  invalidQuery: { errcode: 40212, errmsg: 'invalid query' },
  loginBlocked: { errcode: 40226, errmsg: 'code blocked' },
  tokenMissing: { errcode: 41001, errmsg: 'access_token missing' },
  appidMissing: { errcode: 41002, errmsg: 'appid missing' },
  secretMissing: { errcode: 41004, errmsg: 'appsecret missing' },
  codeMissing: { errcode: 41008, errmsg: 'missing code' },
  invalidPage: { errcode: 41030, errmsg: 'invalid page' },
  tokenExpired: { errcode: 42001, errmsg: 'access_token expired' },
  getRequired: { errcode: 43001, errmsg: 'require GET method' },
  postRequired: { errcode: 43002, errmsg: 'require POST method' },
  noCredit: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  openidOfAnotherApp: { errcode: 43104, errmsg: 'The openid does not match the appid' },
  emptyBody: { errcode: 44002, errmsg: 'empty post data' },
  secondQuota: { errcode: 44990, errmsg: 'reach max api second frequence limit' },
  minuteFrequency: { errcode: 44991, errmsg: 'reach max api minute frequence' },
  dayFrequency: { errcode: 44993, errmsg: 'reach max api day frequence limit' },
  dailyQuota: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  minuteQuota: {
    errcode: 45011,
    errmsg: 'api minute-quota reach limit, must slower, retry next minute',
  },
  tooManyCodes: { errcode: 45029, errmsg: 'qrcode count out of limit' },
  riskyContent: { errcode: 45168, errmsg: 'content risk' },
  badJson: { errcode: 47001, errmsg: 'data format error' },
  invalidArgument: { errcode: 47003, errmsg: 'argument invalid!' },
  unauthorized: { errcode: 48001, errmsg: 'api unauthorized' },
  notVisited: { errcode: 61010, errmsg: 'code is expired' },
  notReleased: { errcode: 85079, errmsg: 'miniprogram has no online release' },
  reservedParameter: { errcode: 85096, errmsg: 'scancode_time is a reserved parameter' },
  invalidExpiry: { errcode: 85401, errmsg: 'time limit between 1min and 30days' },
  invalidEnvVersion: { errcode: 85402, errmsg: 'invalid env_version' },
  linkVisitsUsedUp: { errcode: 85406, errmsg: 'daily visit limit' },
  noLinkPermission: { errcode: 85407, errmsg: 'no scheme permission' },
  linksBanned: { errcode: 85408, errmsg: 'appid banned' },
  repeatedMedia: { errcode: 87020, errmsg: 'repeat request limit exceeded' },
  invalidSessionSignature: { errcode: 87009, errmsg: 'invalid signature' },
  ...SHIPPING_ERRORS,
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
