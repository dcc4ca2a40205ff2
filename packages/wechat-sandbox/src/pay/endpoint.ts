import type { Outcome } from '../http/outcome.js';
import type { JsonObject } from '../http/raw-body.js';

/** A call that has passed the gate: signed by the merchant, with a readable body. */
export interface PayCall {
  /** What stands in the path where the endpoint has `{name}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  /** The Wechatpay-Serial that the caller sent. */
  readonly serial: string | undefined;
}

/** One interface of api.mch.weixin.qq.com. */
export interface PayEndpoint {
  readonly method: 'GET' | 'POST';
  /** As the documents write it, `{out_trade_no}` included. */
  readonly path: string;
  /** Files of bills are not signed. */
  readonly unsigned?: true;
  /** @throws PayError the refusal */
  answer(call: PayCall): Outcome;
}
