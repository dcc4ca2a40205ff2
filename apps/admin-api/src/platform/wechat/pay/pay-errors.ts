/** WeChat Pay understood the request and said no. Its own text is left out: it may repeat what we sent. */
export class PayRefused extends Error {
  constructor(
    readonly endpoint: string,
    readonly status: number,
    /** WeChat's word, such as ORDER_NOT_EXIST or NOT_ENOUGH. */
    readonly code: string,
  ) {
    super(`wechat pay refused ${endpoint} with ${status} ${code}`);
    this.name = 'PayRefused';
  }
}

/** What kept an answer away, or why the one that came is not believed. */
export type PayFault = 'timeout' | 'network' | 'busy' | 'limited' | 'unverified' | 'malformed';

/**
 * No answer that can be believed: what was asked for may have been done or not. Ask by the same number again; it is
 * never "failed".
 */
export class PayOutcomeUnknown extends Error {
  constructor(
    readonly endpoint: string,
    readonly fault: PayFault,
  ) {
    super(`outcome of wechat pay ${endpoint} is unknown: ${fault}`);
    this.name = 'PayOutcomeUnknown';
  }
}

/** Why a message that says it comes from WeChat Pay is not believed. */
export type MessageFlaw =
  | 'headers'
  | 'probe'
  | 'age'
  | 'serial'
  | 'signature'
  | 'resource'
  | 'shape';

/** A message that was not signed by WeChat Pay, is too old, or cannot be opened. */
export class PayMessageRefused extends Error {
  constructor(readonly flaw: MessageFlaw) {
    super(`message refused: ${flaw}`);
    this.name = 'PayMessageRefused';
  }
}
