import { Injectable } from '@nestjs/common';
import { Ledger, ofHouse, type AccountCode } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  changeItem,
  finishRefund,
  itemByRefundNo,
  itemsOfRefunds,
  lockRefund,
  refundById,
  type RefundItem,
} from './data/refunds.js';
import { actorOf, storeDay, type By } from './store-day.js';
import { ValueEvents } from './value-events.js';

const SYSTEM: By = { kind: 'system', id: 'wechat', name: '微信支付' };

/** Follows the money of a refund's lots until all of it is back with the client. */
@Injectable()
export class SettleRefundItem {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /** WeChat has paid it back, perhaps after it could not at first. A number that is no refund of stored value is somebody else's. */
  async settled(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (item?.state !== 'sent' && item?.state !== 'failed') return;
    await this.post(tx, item, 'WX_CLEARING', SYSTEM);
    await changeItem(tx, item, { state: 'settled', settledAt: this.clock.now() });
    await this.finishIfDone(tx, item.refundId);
  }

  /** WeChat gave it up or cannot do it: the money is still owed, and somebody pays it another way. */
  async dropped(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (item?.state === 'sent') await changeItem(tx, item, { state: 'failed' });
  }

  /** What was payable has left through this account. */
  async post(tx: Tx, item: RefundItem, through: AccountCode, by: By): Promise<void> {
    const { refundId, seq, storeId, amountFen } = item;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.post(tx, {
      ...{ kind: 'refund_paid', bizKey: `${refundId}.${seq}`, storeId, effectiveOn: today },
      ...{ actor: actorOf(by), meta: { title: '退款到账', refundId } },
      legs: [
        {
          debit: ofHouse('REFUND_PAYABLE', storeId),
          credit: ofHouse(through, storeId),
          amount: amountFen,
        },
      ],
    });
  }

  /** Ends a refund of which every lot is settled. The refund is locked. */
  async finishIfDone(tx: Tx, refundId: string): Promise<void> {
    const items = await itemsOfRefunds(tx, [refundId]);
    if (!items.every((item) => item.state === 'settled')) return;
    await finishRefund(tx, refundId, this.clock.now());
    const refund = await refundById(tx, refundId);
    if (!refund) throw new Error(`no refund ${refundId}`);
    await this.events.tell(tx, 'value.refunded', refund);
  }

  /** The refund's row first: it orders what happens to its lots. */
  async #lock(tx: Tx, refundNo: string): Promise<RefundItem | undefined> {
    const item = await itemByRefundNo(tx, refundNo);
    if (!item) return undefined;
    await lockRefund(tx, item.refundId);
    return itemByRefundNo(tx, refundNo);
  }
}
