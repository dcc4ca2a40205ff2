/** WeChat understood the request and said no. Its own text is left out: it may repeat what we sent. */
export class WechatRefused extends Error {
  constructor(
    readonly endpoint: string,
    /** WeChat's number, such as 40029 (code invalid or used) or 43101 (no consent left). */
    readonly errcode: number,
  ) {
    super(`wechat refused ${endpoint} with ${errcode}`);
    this.name = 'WechatRefused';
  }
}

/** What kept an answer away. After a timeout the request may still have been carried out. */
export type WechatFault = 'timeout' | 'network' | 'status' | 'malformed' | 'busy';

/** No usable answer: try again later. */
export class WechatUnavailable extends Error {
  constructor(
    readonly endpoint: string,
    readonly fault: WechatFault,
  ) {
    super(`wechat did not answer ${endpoint}: ${fault}`);
    this.name = 'WechatUnavailable';
  }
}
