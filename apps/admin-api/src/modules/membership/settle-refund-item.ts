import { Injectable } from '@nestjs/common';
import { Ledger, ofHouse, type AccountCode, type Leg } from '../ledger/index.js';
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

/** The account that the money left, and whose it is. */
export interface Through {
  readonly code: AccountCode;
  readonly storeId: string;
}

const SYSTEM: By = { kind: 'system', id: 'wechat', name: '微信支付' };

/** Follows the money of a refund's lots until all of it is back with the client. */
@Injectable()
export class SettleRefundItem {
  constructor(
    private readonly ledger: Ledger,
    private readonly events: ValueEvents,
    private readonly clock: Clock,
  ) {}

  /** WeChat has paid it back, perhaps after it could not at first, or was not to any more. A number that is no refund of stored value is somebody else's. */
  async settled(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (!item || !['sent', 'failed', 'to_pay'].includes(item.state)) return;
    await this.post(tx, item, { code: 'WX_CLEARING', storeId: item.storeId }, SYSTEM);
    await changeItem(tx, item, { way: 'wechat', state: 'settled', settledAt: this.clock.now() });
    await this.finishIfDone(tx, item.refundId);
  }

  /** WeChat gave it up or cannot do it: the money is still owed, and somebody pays it another way. */
  async dropped(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (item?.state === 'sent') await changeItem(tx, item, { state: 'failed' });
  }

  /** Two people took it out of WeChat's hands: somebody pays it another way. */
  async byHand(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (item?.state === 'sent')
      await changeItem(tx, item, { way: 'bank_transfer', state: 'to_pay' });
  }

  /** WeChat has it after all: it is not paid another way. */
  async resumed(tx: Tx, refundNo: string): Promise<void> {
    const item = await this.#lock(tx, refundNo);
    if (item?.state === 'to_pay') await changeItem(tx, item, { way: 'wechat', state: 'sent' });
  }

  /**
   * What was payable has left through this account. Where another store paid than the one that sold, the till of the
   * payer is short, and the seller owes it to her: between the stores it is as with a use in another store.
   */
  async post(tx: Tx, item: RefundItem, through: Through, by: By): Promise<void> {
    const { refundId, seq } = item;
    const { storeId } = through;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await this.ledger.post(tx, {
      ...{ kind: 'refund_paid', bizKey: `${refundId}.${seq}`, storeId, effectiveOn: today },
      ...{ actor: actorOf(by), meta: { title: '退款到账', refundId } },
      legs: paidLegs(item, through),
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

function paidLegs({ storeId: seller, amountFen: amount }: RefundItem, through: Through): Leg[] {
  const { code, storeId: payer } = through;
  const paid = { debit: ofHouse('REFUND_PAYABLE', seller), credit: ofHouse(code, payer), amount };
  if (payer === seller) return [paid];
  const [debit, credit] = [ofHouse('INTERSTORE', payer), ofHouse('INTERSTORE', seller)];
  return [paid, { debit, credit, amount }];
}
