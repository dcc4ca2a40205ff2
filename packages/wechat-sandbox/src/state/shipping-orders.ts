const MOST_ORDERS = 10_000;

/** The platform's numbers for the state of a paid order. */
export const ORDER_STATE = {
  toShip: 1,
  shipped: 2,
  received: 3,
  done: 4,
  refunded: 5,
  toSettle: 6,
} as const;
export type OrderState = (typeof ORDER_STATE)[keyof typeof ORDER_STATE];

export const EXPRESS = 1;
export const SPLIT = 2;

/** One parcel, or the one line that stands for a delivery without parcels. */
export interface Parcel {
  readonly trackingNo: string;
  readonly company: string;
  readonly itemDesc: string;
  readonly consignorContact: string;
  readonly receiverContact: string;
  readonly uploadedAt: Date;
}

/** What was uploaded for an order. */
export interface Shipment {
  readonly deliveryMode: number;
  readonly logisticsType: number;
  readonly finished: boolean;
  /** 0 not finished, 1 finished, 2 shipped anew and finished. */
  readonly finishCount: number;
  readonly parcels: readonly Parcel[];
  readonly uploadTime: number;
  /** The one change that the platform allows is used up. */
  readonly changed: boolean;
  readonly finishedAt: Date | undefined;
}

/** A paid order as the shipping service knows it. Money in fen. */
export interface ShippingOrder {
  readonly transactionId: string;
  readonly mchid: string;
  readonly outTradeNo: string;
  /** The combined order that it was paid in. */
  readonly combined: { readonly transactionId: string; readonly outTradeNo: string } | undefined;
  readonly openid: string;
  readonly amountFen: number;
  readonly description: string;
  readonly paidAt: Date;
  /** The service learns of a payment some seconds late; until then it is 10060001. */
  readonly knownFrom: number;
  readonly state: OrderState;
  readonly inComplaint: boolean;
  readonly shipment: Shipment | undefined;
  readonly reminded: boolean;
  /** Reported by opspecialorder. */
  readonly special: { readonly type: number; readonly delayTo: number | undefined } | undefined;
  readonly receivedAt: Date | undefined;
}

/** How a call names an order. */
export type OrderKey =
  | { readonly transactionId: string }
  | { readonly mchid: string; readonly outTradeNo: string };

/** The paid orders. They come from WeChat Pay and from the control side. */
export class ShippingOrders {
  /** By transaction id, the first added first. */
  private readonly orders = new Map<string, ShippingOrder>();
  private readonly byTradeNo = new Map<string, string>();
  private shippedBefore = false;

  /** Whether this app has ever shipped: only such an app is reminded of single orders. */
  get hasShipped(): boolean {
    return this.shippedBefore;
  }

  get isEmpty(): boolean {
    return this.orders.size === 0;
  }

  /** False when there is such an order already. */
  add(order: ShippingOrder): boolean {
    const tradeNo = tradeNoOf(order);
    if (this.orders.has(order.transactionId) || this.byTradeNo.has(tradeNo)) return false;
    this.orders.set(order.transactionId, order);
    this.byTradeNo.set(tradeNo, order.transactionId);
    if (this.orders.size > MOST_ORDERS) this.forgetOldest();
    return true;
  }

  /** The order as it stands after the changes. */
  change(transactionId: string, changes: Partial<ShippingOrder>): ShippingOrder | undefined {
    const before = this.orders.get(transactionId);
    if (before === undefined) return undefined;
    const after = { ...before, ...changes };
    this.orders.set(transactionId, after);
    if (after.shipment?.finished === true) this.shippedBefore = true;
    return after;
  }

  find(key: OrderKey): ShippingOrder | undefined {
    if ('transactionId' in key) return this.orders.get(key.transactionId);
    return this.orders.get(this.byTradeNo.get(tradeNoOf(key)) ?? '');
  }

  /** The orders that were paid in one combined payment. */
  inCombined(key: OrderKey): ShippingOrder[] {
    return this.all().filter((each) =>
      'transactionId' in key
        ? each.combined?.transactionId === key.transactionId
        : each.mchid === key.mchid && each.combined?.outTradeNo === key.outTradeNo,
    );
  }

  /** All of them, the first added first. */
  all(): ShippingOrder[] {
    return [...this.orders.values()];
  }

  clear(): void {
    this.orders.clear();
    this.byTradeNo.clear();
    this.shippedBefore = false;
  }

  private forgetOldest(): void {
    const [oldest] = this.orders.values();
    if (oldest === undefined) return;
    this.orders.delete(oldest.transactionId);
    this.byTradeNo.delete(tradeNoOf(oldest));
  }
}

function tradeNoOf({ mchid, outTradeNo }: { mchid: string; outTradeNo: string }): string {
  return `${mchid} ${outTradeNo}`;
}
