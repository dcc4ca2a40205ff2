import { isRecord } from '@/lib/failure';
import type { KeyValue } from '@/lib/storage';
import { Store } from '@/lib/store';
import type { CashierWord } from '@/platform/types';

/** What this phone knows about a payment. `open`: the cashier came up and has not answered. */
export type CashierSaid = CashierWord | 'open';

export interface RememberedPayment {
  orderNo: string;
  said: CashierSaid;
  /** Milliseconds since the epoch. */
  at: number;
}

const KEY = 'yance.payment';
/** WeChat takes no payment of an order longer than this; what is older is settled one way or the other. */
const KEPT_MS = 24 * 3_600_000;

/**
 * The last payment that was begun here, kept on the phone: written before the cashier opens, so that an app that is
 * killed while somebody pays knows what to ask about when it comes back. Never the truth about money, only what to ask.
 */
export class PaymentMemory {
  readonly last: Store<RememberedPayment | undefined>;

  constructor(
    private readonly storage: KeyValue,
    private readonly now: () => number,
  ) {
    this.last = new Store(this.kept());
  }

  note(orderNo: string, said: CashierSaid): void {
    const payment = { orderNo, said, at: this.now() };
    this.storage.write(KEY, payment);
    this.last.set(payment);
  }

  /** The server has said what became of it. */
  settled(orderNo: string): void {
    if (this.last.get()?.orderNo !== orderNo) return;
    this.storage.remove(KEY);
    this.last.set(undefined);
  }

  private kept(): RememberedPayment | undefined {
    const value = this.storage.read(KEY);
    if (!isRecord(value)) return undefined;
    const { orderNo, said, at } = value;
    if (typeof orderNo !== 'string' || typeof at !== 'number') return undefined;
    if (said !== 'open' && said !== 'ok' && said !== 'cancel' && said !== 'fail') return undefined;
    return this.now() - at > KEPT_MS ? undefined : { orderNo, said, at };
  }
}
