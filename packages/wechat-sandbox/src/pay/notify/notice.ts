/** What a notification is about: `/notify/pay` and `/notify/refund` are also what faults name it by. */
export type NoticePath = '/notify/pay' | '/notify/refund';

/** A notification before it is sealed and signed. */
export interface Notice {
  readonly id: string;
  readonly path: NoticePath;
  readonly url: string;
  readonly createTime: string;
  readonly eventType: string;
  readonly summary: string;
  readonly originalType: 'transaction' | 'refund';
  readonly outTradeNo: string;
  readonly outRefundNo: string | undefined;
  readonly content: object;
}
