/** What any call can suffer. */
const CALL_KINDS = [
  'busy',
  'rateLimited',
  'http500',
  'notJson',
  'timeout',
  'drop',
  'slow',
] as const;

/** What only calls with an access_token, or with an errcode, can suffer. */
export const PLATFORM_KINDS = [...CALL_KINDS, 'errcode'] as const;
export const TOKEN_KINDS = [...PLATFORM_KINDS, 'expiredToken'] as const;

/** How the signature of an answer or of a notification can be wrong. */
export const SIGNATURE_KINDS = ['otherKey', 'unknownSerial', 'stale', 'unsigned'] as const;

/** What a call of WeChat Pay can suffer; `tamper` changes its body after it was signed. */
export const PAY_KINDS = [...CALL_KINDS, 'payError', ...SIGNATURE_KINDS, 'tamper'] as const;

/** What a call whose answer is not signed can suffer. */
export const UNSIGNED_PAY_KINDS = [...CALL_KINDS, 'payError'] as const;

/** What one attempt of a notification can suffer. */
export const NOTICE_KINDS = [
  'drop',
  'delay',
  'double',
  'reorder',
  'tamper',
  'content',
  'wrongApiKey',
  'probe',
  'bare',
  ...SIGNATURE_KINDS,
] as const;

/** The ways in which something can be made to go wrong. */
export const FAULT_KINDS = [
  ...TOKEN_KINDS,
  'payError',
  ...SIGNATURE_KINDS,
  'delay',
  'double',
  'reorder',
  'tamper',
  'content',
  'wrongApiKey',
  'probe',
  'bare',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
export type SignatureFault = (typeof SIGNATURE_KINDS)[number] | 'tamper';

/** An order to spoil the next calls under a path. */
export interface FaultOrder {
  readonly path: string;
  readonly kind: FaultKind;
  /** How many calls it still spoils. */
  readonly times: number;
  /** Whether the work is done first and only its answer is spoiled. */
  readonly afterAccepting: boolean;
  /** For `slow` and `delay` the delay; for `timeout` how long the line is held before it is cut. */
  readonly delayMs: number;
  readonly errcode: number;
  readonly errmsg: string;
  /** The code of `payError`. */
  readonly code?: string | undefined;
  /** What `tamper` changes of a notification, and whether it is signed after that. */
  readonly field?: string | undefined;
  readonly signed?: boolean | undefined;
  /** What `content` lays over the content of a notification. */
  readonly content?: Readonly<Record<string, unknown>> | undefined;
  /** The only order whose notifications it spoils; without it, whichever is sent next, be it an older one's retry. */
  readonly outTradeNo?: string | undefined;
}

/** Something that faults can be ordered for, and which. */
export interface FaultTarget {
  readonly path: string;
  readonly kinds: readonly FaultKind[];
}

/** How one side of the sandbox words a fault. */
export interface FaultDialect<O> {
  busy(): O;
  rateLimited(): O;
  /** For `errcode` and `payError`. */
  refusal(fault: FaultOrder): O;
  /** Spoils the signature of a finished answer. */
  forged?(kind: SignatureFault, answer: O): O;
}
