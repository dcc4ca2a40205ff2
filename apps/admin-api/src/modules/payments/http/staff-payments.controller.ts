import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  requireStore,
  StaffRoute,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, StoreZones } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { notificationsOf } from '../data/notifications.js';
import { changesOf } from '../data/orders.js';
import { warningsOf } from '../data/refund-warnings.js';
import { refundsOf } from '../data/refunds.js';
import type { PaymentOrder } from '../payment-order.js';
import { PaymentOrders } from '../payment-orders.js';
import { PaymentQueries } from '../payment-queries.js';
import { StaffRefunds } from '../staff-refunds.js';
import {
  DecidePaymentRefundDto,
  PaymentOrdersQueryDto,
  PaymentRefundsQueryDto,
  RequestPaymentRefundDto,
} from './dto/payment-input.dto.js';
import {
  PaymentNotificationListDto,
  PaymentOrderDetailDto,
  PaymentOrderListDto,
  PaymentRefundDto,
  PaymentRefundListDto,
} from './dto/payment.dto.js';
import {
  presentChange,
  presentNotification,
  presentOrder,
  presentRefund,
} from './present-payment.js';

/** Payments by WeChat and refunds, for those who keep the money. */
@Controller('staff')
export class StaffPaymentsController {
  constructor(
    private readonly queries: PaymentQueries,
    private readonly orders: PaymentOrders,
    private readonly staffRefunds: StaffRefunds,
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly clock: Clock,
    private readonly zones: StoreZones,
  ) {}

  /** Orders of a store, newest first. */
  @Get('payment-orders')
  @StaffRoute('payments.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: PaymentOrdersQueryDto,
  ): Promise<PaymentOrderListDto> {
    requireStore(staff, query.storeId);
    const { cursor, stuck, ...filter } = query;
    const wanted = { ...filter, stuck: stuck === 'true' };
    const { items, nextCursor } = await this.queries.pageOfStore(wanted, cursor);
    const zoneOf = await this.zones.of([query.storeId]);
    const warnings = await warningsOf(
      this.database,
      items.map(({ orderNo }) => orderNo),
    );
    const shown = items.map((order) => presentOrder(order, warnings, zoneOf, this.clock.now()));
    return { items: shown, ...(nextCursor !== undefined && { nextCursor }) };
  }

  @Get('payment-orders/:orderNo')
  @StaffRoute('payments.read')
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('orderNo', IdPipe) orderNo: string,
  ): Promise<PaymentOrderDetailDto> {
    return this.#detail(staff, await this.queries.ofStaff(staff, orderNo));
  }

  /** Asks WeChat now, unless somebody did a moment ago; a closed order too, because it may have been paid after all. */
  @Post('payment-orders/:orderNo/refresh')
  @HttpCode(200)
  @StaffRoute('payments.read')
  async refresh(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('orderNo', IdPipe) orderNo: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<PaymentOrderDetailDto> {
    await this.queries.ofStaff(staff, orderNo);
    const order = await this.orders.refresh(orderNo);
    const detail = await this.#detail(staff, order);
    return this.idempotent.run(call, () => Promise.resolve(detail));
  }

  /** Asks for money back; a second person has to agree. */
  @Post('payment-orders/:orderNo/refunds')
  @StaffRoute('payments.refund')
  async request(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('orderNo', IdPipe) orderNo: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { amountFen, reason }: RequestPaymentRefundDto,
  ): Promise<PaymentRefundDto> {
    const { storeId } = await this.queries.ofStaff(staff, orderNo);
    const zoneOf = await this.zones.of([storeId]);
    const wish = { orderNo, amountFen, reason: reason.trim() };
    return this.staffRefunds.request(staff, wish, call, (refund) =>
      presentRefund(refund, [], staff, zoneOf),
    );
  }

  /** Refunds of a store, newest first. */
  @Get('payment-refunds')
  @StaffRoute('payments.read')
  async refunds(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, state, stuck, cursor }: PaymentRefundsQueryDto,
  ): Promise<PaymentRefundListDto> {
    requireStore(staff, storeId);
    const { items, nextCursor } = await this.queries.refundsOfStore(
      { storeId, state, stuck: stuck === 'true' },
      cursor,
    );
    const warnings = await warningsOf(
      this.database,
      items.map(({ orderNo }) => orderNo),
    );
    const zoneOf = await this.zones.of([storeId]);
    const shown = items.map((refund) => presentRefund(refund, warnings, staff, zoneOf));
    return { items: shown, ...(nextCursor !== undefined && { nextCursor }) };
  }

  /** Agrees to a refund that somebody else asked for; it is sent at once. */
  @Post('payment-refunds/:refundNo/approve')
  @HttpCode(200)
  @StaffRoute('payments.refund-decide')
  approve(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: DecidePaymentRefundDto,
  ): Promise<PaymentRefundDto> {
    return this.#decide(staff, 'approve', refundNo, body, call);
  }

  /** Turns a refund down, or takes one's own back. */
  @Post('payment-refunds/:refundNo/reject')
  @HttpCode(200)
  @StaffRoute('payments.refund-decide')
  reject(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: DecidePaymentRefundDto,
  ): Promise<PaymentRefundDto> {
    return this.#decide(staff, 'reject', refundNo, body, call);
  }

  /** What WeChat told us that does not agree with any order: it had no effect and has to be looked into. */
  @Get('payment-notifications/refused')
  @StaffRoute('payments.read')
  async refused(@CurrentStaff() staff: StaffPrincipal): Promise<PaymentNotificationListDto> {
    const found = await this.queries.refusedNotifications(staff);
    const [storeId] = staff.storeIds;
    const zone = (await this.zones.of(staff.storeIds))(storeId);
    return { items: found.map((one) => presentNotification(one, zone)) };
  }

  async #decide(
    staff: StaffPrincipal,
    step: 'approve' | 'reject',
    refundNo: string,
    { note }: DecidePaymentRefundDto,
    call: IdempotentCall,
  ): Promise<PaymentRefundDto> {
    const { storeId } = await this.queries.refundOfStaff(staff, refundNo);
    const zoneOf = await this.zones.of([storeId]);
    const said = note?.trim() || undefined;
    return this.staffRefunds.decide(staff, step, refundNo, said, call, (refund) =>
      presentRefund(refund, [], staff, zoneOf),
    );
  }

  async #detail(staff: StaffPrincipal, order: PaymentOrder): Promise<PaymentOrderDetailDto> {
    const { orderNo, storeId } = order;
    const [zoneOf, notifications, changes, refunds, warnings] = await Promise.all([
      this.zones.of([storeId]),
      notificationsOf(this.database, orderNo),
      changesOf(this.database, orderNo),
      refundsOf(this.database, orderNo),
      warningsOf(this.database, [orderNo]),
    ]);
    return {
      ...presentOrder(order, warnings, zoneOf, this.clock.now()),
      notifications: notifications.map((one) => presentNotification(one, zoneOf(storeId))),
      changes: changes.map((change) => presentChange(change, zoneOf(storeId))),
      refunds: refunds.map((refund) => presentRefund(refund, warnings, staff, zoneOf)),
    };
  }
}
