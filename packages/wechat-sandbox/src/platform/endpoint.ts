import type { JsonObject } from '../http/raw-body.js';
import type { QuotaRule } from '../state/quotas.js';

/** A call that has passed the platform's gate: right method, good token, readable body. */
export interface PlatformCall {
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
}

/** An answer that is a picture; refusals of the same call are JSON. */
export class Picture {
  constructor(readonly png: Buffer) {}
}

/** One interface of api.weixin.qq.com. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly needsToken: boolean;
  /** Gives tokens out: only callers of the white list may ask, where there is one. */
  readonly givesTokens?: boolean;
  readonly contentType?: string;
  /** The documented limits of the whole app. */
  readonly quotas?: readonly QuotaRule[];
  /** @throws WechatError the refusal, which is sent as HTTP 200 */
  answer(call: PlatformCall): object | Picture;
}
