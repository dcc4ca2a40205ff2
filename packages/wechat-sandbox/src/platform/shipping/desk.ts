import type { Clock } from '../../clock.js';
import {
  remindAccessEvent,
  remindShippingEvent,
  settledEvent,
  settlementAheadEvent,
} from '../../push/events.js';
import type { Pusher } from '../../push/pusher.js';
import type { Schedule } from '../../state/schedule.js';
import {
  EXPRESS,
  ORDER_STATE,
  type Shipment,
  type ShippingOrder,
  type ShippingOrders,
} from '../../state/shipping-orders.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const REMIND_AFTER_MS = 48 * HOUR_MS;
/** Without a word from the person, express is settled ten days after shipping, all else after two. */
const EXPRESS_SETTLES_AFTER_MS = 10 * DAY_MS;
const OTHERS_SETTLE_AFTER_MS = 2 * DAY_MS;

/** What happens to paid orders over time, and the events that tell the app of it. */
export class ShippingDesk {
  constructor(
    readonly orders: ShippingOrders,
    readonly clock: Clock,
    private readonly pusher: Pusher,
    private readonly schedule: Schedule,
  ) {}

  /** A payment comes in; false when there is such an order already. */
  paid(order: ShippingOrder): boolean {
    const first = this.orders.isEmpty;
    if (!this.orders.add(order)) return false;
    if (first) this.pusher.send(remindAccessEvent());
    this.remindAt(order.transactionId, order.paidAt.getTime() + REMIND_AFTER_MS);
    return true;
  }

  /** The order as the service knows it: a payment that is too new is not known. */
  known(order: ShippingOrder | undefined): ShippingOrder | undefined {
    const now = this.clock.now().getTime();
    return order !== undefined && order.knownFrom <= now ? order : undefined;
  }

  /** Takes an upload; a finished one moves the order on and sets the day of its settlement. */
  upload(order: ShippingOrder, shipment: Shipment): void {
    const after = this.orders.change(order.transactionId, {
      shipment,
      ...(shipment.finished ? { state: ORDER_STATE.shipped } : {}),
    });
    const { finishedAt } = shipment;
    if (after === undefined || !shipment.finished || finishedAt === undefined) return;
    const settlesAt = new Date(finishedAt.getTime() + settlesAfterMs(shipment));
    this.pusher.send(settlementAheadEvent(after, settlesAt));
    this.schedule.at(settlesAt.getTime(), () => {
      const then = this.orders.find({ transactionId: order.transactionId });
      // A later upload has set a day of its own.
      if (then?.shipment?.finishedAt === finishedAt) this.settle(order.transactionId);
    });
  }

  /** The person confirms; false when the order is not shipped. */
  confirm(transactionId: string): boolean {
    const order = this.orders.find({ transactionId });
    if (order?.state !== ORDER_STATE.shipped) return false;
    this.orders.change(transactionId, {
      state: ORDER_STATE.received,
      receivedAt: this.clock.now(),
    });
    return true;
  }

  /** The money is paid out; false when the order is neither shipped nor received. */
  settle(transactionId: string): boolean {
    const order = this.orders.find({ transactionId });
    if (order === undefined) return false;
    if (order.state !== ORDER_STATE.shipped && order.state !== ORDER_STATE.received) return false;
    const now = this.clock.now();
    const byPerson = order.receivedAt !== undefined;
    const after = this.orders.change(transactionId, {
      state: ORDER_STATE.done,
      receivedAt: order.receivedAt ?? now,
    });
    if (after !== undefined) {
      this.pusher.send(settledEvent(after, byPerson ? 2 : 1, order.receivedAt ?? now, now));
    }
    return true;
  }

  /** A presale or a test order is reminded of later, or not at all. */
  reportSpecial(order: ShippingOrder, type: number, delayTo: number | undefined): void {
    this.orders.change(order.transactionId, { special: { type, delayTo } });
    if (delayTo !== undefined) this.remindAt(order.transactionId, delayTo * 1000);
  }

  private remindAt(transactionId: string, at: number): void {
    this.schedule.at(at, () => {
      const order = this.orders.find({ transactionId });
      if (order?.state !== ORDER_STATE.toShip || !this.orders.hasShipped) return;
      const { special } = order;
      if (special !== undefined && (special.delayTo ?? Infinity) * 1000 > at) return;
      this.pusher.send(remindShippingEvent(order));
    });
  }
}

function settlesAfterMs(shipment: Shipment): number {
  return shipment.logisticsType === EXPRESS ? EXPRESS_SETTLES_AFTER_MS : OTHERS_SETTLE_AFTER_MS;
}
