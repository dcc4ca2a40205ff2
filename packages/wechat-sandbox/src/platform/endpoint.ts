import type { JsonObject } from '../http/raw-body.js';

/** A call that has passed the platform's gate: right method, good token, readable body. */
export interface PlatformCall {
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** One interface of api.weixin.qq.com. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly needsToken: boolean;
  readonly contentType?: string;
  /** @throws WechatError the refusal, which is sent as HTTP 200 */
  answer(call: PlatformCall): object;
}
