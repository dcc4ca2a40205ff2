/** The ways in which a call can be made to go wrong. */
export const FAULT_KINDS = [
  'busy',
  'rateLimited',
  'errcode',
  'http500',
  'notJson',
  'timeout',
  'drop',
  'slow',
  'expiredToken',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** An order to spoil the next calls under a path. */
export interface FaultOrder {
  readonly path: string;
  readonly kind: FaultKind;
  /** How many calls it still spoils. */
  readonly times: number;
  /** Whether the work is done first and only its answer is spoiled. */
  readonly afterAccepting: boolean;
  /** For `slow` the delay; for `timeout` how long the line is held before it is cut. */
  readonly delayMs: number;
  readonly errcode: number;
  readonly errmsg: string;
}

/** An endpoint that faults can be ordered for. */
export interface FaultTarget {
  readonly path: string;
  readonly takesToken: boolean;
}

/** How one side of the sandbox words a fault. */
export interface FaultDialect<O> {
  busy(): O;
  rateLimited(): O;
  refusal(errcode: number, errmsg: string): O;
}
