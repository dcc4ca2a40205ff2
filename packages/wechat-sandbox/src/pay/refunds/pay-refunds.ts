const MOST_REFUNDS = 50_000;

export const REFUND_STATES = ['PROCESSING', 'SUCCESS', 'ABNORMAL', 'CLOSED'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** A refund that was accepted. Money in fen. */
export interface PayRefund {
  readonly refundId: string;
  readonly outRefundNo: string;
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly refundFen: number;
  readonly reason: string | undefined;
  readonly notifyUrl: string | undefined;
  readonly fundsAccount: string;
  readonly from: readonly { readonly account: string; readonly amount: number }[];
  readonly state: RefundState;
  readonly channel: 'ORIGINAL' | 'OTHER_BANKCARD';
  readonly createdAt: Date;
  readonly succeededAt: Date | undefined;
  /** All that was asked for, by which a repetition is known. */
  readonly fingerprint: string;
}

/** The refunds of the merchant. The oldest are forgotten first. */
export class PayRefunds {
  private readonly refunds = new Map<string, PayRefund>();
  private readonly byRefundId = new Map<string, string>();
  private readonly byOrder = new Map<string, string[]>();

  /** Adds a refund or puts its changed form in place. */
  put(refund: PayRefund): PayRefund {
    const { outRefundNo, outTradeNo, refundId } = refund;
    if (!this.refunds.has(outRefundNo)) {
      this.byOrder.set(outTradeNo, [...(this.byOrder.get(outTradeNo) ?? []), outRefundNo]);
      this.byRefundId.set(refundId, outRefundNo);
    }
    this.refunds.set(outRefundNo, refund);
    if (this.refunds.size > MOST_REFUNDS) this.forgetOldest();
    return refund;
  }

  find(outRefundNo: string): PayRefund | undefined {
    return this.refunds.get(outRefundNo);
  }

  withRefundId(refundId: string): PayRefund | undefined {
    return this.refunds.get(this.byRefundId.get(refundId) ?? '');
  }

  /** Those of one order, the first made first. */
  of(outTradeNo: string): PayRefund[] {
    return (this.byOrder.get(outTradeNo) ?? []).flatMap((no) => this.refunds.get(no) ?? []);
  }

  /** The first made first. */
  all(): PayRefund[] {
    return [...this.refunds.values()];
  }

  clear(): void {
    this.refunds.clear();
    this.byRefundId.clear();
    this.byOrder.clear();
  }

  private forgetOldest(): void {
    const [oldest] = this.refunds.values();
    if (oldest === undefined) return;
    this.refunds.delete(oldest.outRefundNo);
    this.byRefundId.delete(oldest.refundId);
    const left = this.of(oldest.outTradeNo).map(({ outRefundNo }) => outRefundNo);
    if (left.length > 0) this.byOrder.set(oldest.outTradeNo, left);
    else this.byOrder.delete(oldest.outTradeNo);
  }
}
