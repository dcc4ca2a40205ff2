import { json, type Outcome } from '../../http/outcome.js';
import type { JsonObject } from '../../http/raw-body.js';

/** Every code that WeChat Pay answers here, with its HTTP status. */
export const PAY_STATUS = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  MCH_NOT_EXISTS: 400,
  ORDER_CLOSED: 400,
  ORDERPAID: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  RULE_LIMIT: 403,
  TRADE_ERROR: 403,
  OUT_TRADE_NO_USED: 403,
  NOT_ENOUGH: 403,
  USER_ACCOUNT_ABNORMAL: 403,
  ACCOUNT_ERROR: 403,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  RATELIMIT_EXCEEDED: 429,
  SYSTEM_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const;

export type PayCode = keyof typeof PAY_STATUS;
export const PAY_CODES = Object.keys(PAY_STATUS) as [PayCode, ...PayCode[]];

/** The tails of Request-ID that have been seen with these codes. */
const TAILS: Partial<Record<PayCode, string>> = {
  ORDER_NOT_EXIST: '268512771',
  ORDERPAID: '268449538',
  ORDER_CLOSED: '268447914',
  SIGN_ERROR: '268443699',
  APPID_MCHID_NOT_MATCH: '268445527',
  FREQUENCY_LIMITED: '268447840',
  RATELIMIT_EXCEEDED: '268447840',
};
const NOTHING_SPECIAL = '0';

/** A refusal of WeChat Pay. `message` is its sentence. */
export class PayError extends Error {
  constructor(
    readonly code: PayCode,
    message: string,
    readonly detail?: JsonObject,
    private readonly seenTail?: string,
  ) {
    super(message);
  }

  /** What the Request-ID of the answer ends with. */
  get tail(): string {
    return this.seenTail ?? TAILS[this.code] ?? NOTHING_SPECIAL;
  }

  outcome(): Outcome {
    const { code, message, detail } = this;
    return json(PAY_STATUS[code], { code, message, ...(detail === undefined ? {} : { detail }) });
  }
}

/** A field that is not as it has to be. */
export function badField(field: string, value: unknown, issue: string): PayError {
  const detail = { field, value: value ?? null, issue, location: 'body' };
  return new PayError('PARAM_ERROR', `输入源“${field}”映射到字段校验失败：${issue}`, detail);
}
