import { Injectable } from '@nestjs/common';
import { Refunds } from '../payments/index.js';
import { lockOpenDay } from '../stores/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import {
  itemsOfRefunds,
  lockRefund,
  recordPayout,
  refundById,
  type RefundItem,
} from './data/refunds.js';
import { settingsOf } from './data/settings.js';
import { SettleRefundItem } from './settle-refund-item.js';
import { byOf, storeDay } from './store-day.js';

export interface Payout {
  readonly refundId: string;
  readonly seq: number;
  readonly way: 'bank_transfer' | 'cash';
  /** Whose drawer the cash came out of; the store of the refund unless told. A transfer leaves the selling store's bank. */
  readonly storeId?: string | undefined;
  /** Number of the bank's receipt or of the signed slip. */
  readonly reference: string;
}

const THROUGH = { bank_transfer: 'BANK', cash: 'CASH_CLEARING' } as const;

/** Writes down that money which does not go back through WeChat was paid by hand. */
@Injectable()
export class PayOutRefund {
  constructor(
    private readonly settle: SettleRefundItem,
    private readonly refunds: Refunds,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal REFUND_NOT_FOUND also for another store's, REFUND_STATE, INVALID_INPUT for too much cash, DAY_CLOSED for cash */
  async execute(tx: Tx, staff: StaffPrincipal, payout: Payout): Promise<void> {
    const { refundId, seq, way, reference } = payout;
    const known = await refundById(tx, refundId);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('REFUND_NOT_FOUND');
    await this.#takeFromWechat(tx, staff, payout);
    const refund = (await lockRefund(tx, refundId)) ?? refuse('REFUND_NOT_FOUND');
    const items = await itemsOfRefunds(tx, [refundId]);
    const item = items.find((each) => each.seq === seq);
    if (!item) return refuse('REFUND_NOT_FOUND');
    const open = item.state === 'to_pay' || item.state === 'failed';
    if (refund.state !== 'approved' || !open)
      refuse('REFUND_STATE', { extras: { state: item.state } });
    const payer = way === 'cash' ? (payout.storeId ?? refund.storeId) : item.storeId;
    if (way === 'cash') await this.#openDrawer(tx, payer, inCash(items) + item.amountFen);
    await this.settle.post(tx, item, { code: THROUGH[way], storeId: payer }, byOf(staff));
    const { staffId, name } = staff;
    await recordPayout(tx, item, {
      ...{ way, reference: reference.trim(), customerId: refund.customerId },
      ...{ staffId, name, at: this.clock.now() },
    });
    await this.settle.finishIfDone(tx, refundId);
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'refund.paid_out' },
      subject: { kind: 'customer', id: refund.customerId },
      detail: { refundId, seq, way, storeId: payer, amountFen: item.amountFen },
    });
  }

  /** Cash leaves a till of which the day is open, and never more than that store gives back in cash. */
  async #openDrawer(tx: Tx, storeId: string, cashFen: number): Promise<void> {
    const { cashRefundMostFen } = await settingsOf(tx, storeId);
    if (cashFen > cashRefundMostFen) refuseField('way', '超过现金退款的上限，请用银行转账');
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await lockOpenDay(tx, storeId, today);
  }

  /** The payment's order is locked before the refund, as where WeChat's own word is taken. */
  async #takeFromWechat(tx: Tx, staff: StaffPrincipal, { refundId, seq }: Payout): Promise<void> {
    const item = (await itemsOfRefunds(tx, [refundId])).find((each) => each.seq === seq);
    const isOver = item?.state === 'settled' || item?.state === 'released';
    if (item && !isOver && item.refundNo !== null)
      await this.refunds.payByHand(tx, item.refundNo, staff);
  }
}

/** What was paid in cash of a refund: the most is for all of it, not for each lot. Fen. */
const inCash = (items: readonly RefundItem[]): number =>
  items.filter(({ way }) => way === 'cash').reduce((sum, { amountFen }) => sum + amountFen, 0);
