import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, StoreZones, addDays, instantOf } from '../../platform/clock/index.js';
import { Database, placeholders } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { ID_PATTERN } from '../../platform/ids/index.js';
import { refusedOf, type StoredNotification } from './data/notifications.js';
import { ordersWhere } from './data/orders.js';
import { HAS_OPEN_WARNING } from './data/refund-warnings.js';
import { refundsWhere } from './data/refunds.js';
import type { OrderState, PaymentOrder, PaymentRefund, RefundState } from './payment-order.js';
import { overdueBefore } from './rules/attention.js';

const PAGE = 20;

/** A refund that WeChat refuses or cannot do, that waits to be paid by hand, or that may have gone out twice. */
const IS_STUCK = `(r.state IN ('abnormal', 'by_hand')
  OR (r.state = 'approved' AND r.last_answer REGEXP '^[A-Z_]+$')
  OR EXISTS (SELECT 1 FROM payment_refund_warning w WHERE w.refund_no = r.refund_no AND w.settled_at IS NULL))`;

export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** Which orders of a store finance wants to see. */
export interface OrderFilter {
  readonly storeId: string;
  readonly state?: OrderState;
  readonly from?: string;
  readonly to?: string;
  readonly stuck: boolean;
  readonly customerId?: string;
}

interface Cursor {
  readonly at: Date;
  readonly id: string;
}

/** Reads of orders and refunds, each scoped to who asks. */
@Injectable()
export class PaymentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly zones: StoreZones,
  ) {}

  /** @throws Refusal PAYMENT_ORDER_NOT_FOUND also when it is another store's */
  async ofStaff({ storeIds }: StaffPrincipal, orderNo: string): Promise<PaymentOrder> {
    if (storeIds.length === 0) return refuse('PAYMENT_ORDER_NOT_FOUND');
    const condition = `o.order_no = ? AND o.store_id IN (${placeholders(storeIds)})`;
    const [order] = await ordersWhere(this.database, condition, [orderNo, ...storeIds]);
    return order ?? refuse('PAYMENT_ORDER_NOT_FOUND');
  }

  /** @throws Refusal REFUND_NOT_FOUND also when it is another store's */
  async refundOfStaff({ storeIds }: StaffPrincipal, refundNo: string): Promise<PaymentRefund> {
    if (storeIds.length === 0) return refuse('REFUND_NOT_FOUND');
    const condition = `r.refund_no = ? AND r.store_id IN (${placeholders(storeIds)})`;
    const [refund] = await refundsWhere(this.database, condition, [refundNo, ...storeIds]);
    return refund ?? refuse('REFUND_NOT_FOUND');
  }

  /** Orders of a store, newest first; days are those of its own wall. */
  async pageOfStore(filter: OrderFilter, cursor?: string): Promise<Page<PaymentOrder>> {
    const conditions = ['o.store_id = ?'];
    const params: unknown[] = [filter.storeId];
    const zone = (await this.zones.of([filter.storeId]))(filter.storeId);
    const and = (condition: string, ...values: unknown[]): void => {
      conditions.push(condition);
      params.push(...values);
    };
    if (filter.state) and('o.state = ?', filter.state);
    if (filter.customerId) and('o.customer_id = ?', filter.customerId);
    if (filter.from) and('o.created_at >= ?', instantOf(filter.from, 0, zone));
    if (filter.to) and('o.created_at < ?', instantOf(addDays(filter.to, 1), 0, zone));
    if (filter.stuck) {
      const overdue = overdueBefore(this.clock.now());
      and(
        `(o.attention IS NOT NULL OR ${HAS_OPEN_WARNING} OR (o.state = 'pending' AND o.expires_at < ?))`,
        overdue,
      );
    }
    return this.#orders(conditions, params, cursor);
  }

  /** Refunds of a store, newest first; `stuck` are those that somebody has to look at. */
  async refundsOfStore(
    {
      storeId,
      state,
      stuck,
    }: {
      readonly storeId: string;
      readonly state?: RefundState | undefined;
      readonly stuck: boolean;
    },
    cursor?: string,
  ): Promise<Page<PaymentRefund>> {
    const after = readCursor(cursor);
    const conditions = [
      'r.store_id = ?',
      ...(state ? ['r.state = ?'] : []),
      ...(stuck ? [IS_STUCK] : []),
    ];
    const params: unknown[] = [storeId, ...(state ? [state] : [])];
    if (after) {
      conditions.push('(r.requested_at, r.refund_no) < (?, ?)');
      params.push(after.at, after.id);
    }
    const sql = `${conditions.join(' AND ')} ORDER BY r.requested_at DESC, r.refund_no DESC LIMIT ?`;
    const found = await refundsWhere(this.database, sql, [...params, PAGE + 1]);
    return pageOf(found, (one) => ({ at: one.requestedAt, id: one.refundNo }));
  }

  /** What WeChat told us that fits none of our orders, or not the one it names, in the caller's stores. */
  refusedNotifications({ storeIds }: StaffPrincipal): Promise<StoredNotification[]> {
    return refusedOf(this.database, storeIds);
  }

  async #orders(
    conditions: readonly string[],
    params: readonly unknown[],
    cursor: string | undefined,
  ): Promise<Page<PaymentOrder>> {
    const after = readCursor(cursor);
    const all = [...conditions, ...(after ? ['(o.created_at, o.order_no) < (?, ?)'] : [])];
    const sql = `${all.join(' AND ')} ORDER BY o.created_at DESC, o.order_no DESC LIMIT ?`;
    const values = [...params, ...(after ? [after.at, after.id] : []), PAGE + 1];
    const found = await ordersWhere(this.database, sql, values);
    return pageOf(found, (one) => ({ at: one.createdAt, id: one.orderNo }));
  }
}

function pageOf<T>(found: readonly T[], placeOf: (one: T) => Cursor): Page<T> {
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  if (found.length <= PAGE || !last) return { items };
  const { at, id } = placeOf(last);
  return { items, nextCursor: Buffer.from(`${at.getTime()}.${id}`).toString('base64url') };
}

function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [time, id] = Buffer.from(text, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  if (!id || !ID_PATTERN.test(id) || Number.isNaN(at.getTime())) {
    return refuseField('cursor', '翻页位置不正确，请从头看起');
  }
  return { at, id };
}
