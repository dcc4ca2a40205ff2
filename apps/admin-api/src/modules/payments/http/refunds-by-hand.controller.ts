import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { StoreZones, type ZoneOf } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { warningsOf } from '../data/refund-warnings.js';
import { refundByNo } from '../data/refunds.js';
import { PaymentQueries } from '../payment-queries.js';
import { RefundsByHand } from '../refunds-by-hand.js';
import { SettleWarnings } from '../settle-warnings.js';
import { AskByHandDto, SettleWarningDto } from './dto/payment-input.dto.js';
import { PaymentRefundDto } from './dto/payment.dto.js';
import { presentRefund } from './present-payment.js';

/** The way out for refunds that WeChat goes on refusing, and what came of those that may have gone out twice. */
@Controller('staff/payment-refunds/:refundNo')
export class RefundsByHandController {
  constructor(
    private readonly queries: PaymentQueries,
    private readonly byHand: RefundsByHand,
    private readonly warnings: SettleWarnings,
    private readonly idempotent: IdempotentWork,
    private readonly zones: StoreZones,
  ) {}

  /** Asks to pay a refund by hand that WeChat refuses; a second person has to agree. */
  @Post('by-hand')
  @HttpCode(200)
  @StaffRoute('payments.refund')
  async ask(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: AskByHandDto,
  ): Promise<PaymentRefundDto> {
    return this.#do(staff, refundNo, call, (tx) =>
      this.byHand.ask(tx, staff, refundNo, reason.trim()),
    );
  }

  /** The second person agrees, once WeChat has said that it has no such refund: it is never sent again. */
  @Post('by-hand/approve')
  @HttpCode(200)
  @StaffRoute('payments.refund-decide')
  async approve(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<PaymentRefundDto> {
    const zoneOf = await this.#zoneOf(staff, refundNo);
    return this.byHand.agree(staff, refundNo, call, (tx) => present(tx, staff, refundNo, zoneOf));
  }

  /** Turns it down, or takes one's own word back: it goes on being sent. */
  @Post('by-hand/reject')
  @HttpCode(200)
  @StaffRoute('payments.refund-decide')
  async reject(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<PaymentRefundDto> {
    return this.#do(staff, refundNo, call, (tx) => this.byHand.reject(tx, staff, refundNo));
  }

  /** Says what came of a refund that may have gone out twice. */
  @Post('warnings/settle')
  @HttpCode(200)
  @StaffRoute('payments.refund-decide')
  async settle(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundNo', IdPipe) refundNo: string,
    @Idempotent() call: IdempotentCall,
    @Body() { outcome, note }: SettleWarningDto,
  ): Promise<PaymentRefundDto> {
    return this.#do(staff, refundNo, call, (tx) =>
      this.warnings.execute(tx, staff, refundNo, { outcome, note: note.trim() }),
    );
  }

  async #do(
    staff: StaffPrincipal,
    refundNo: string,
    call: IdempotentCall,
    work: (tx: Tx) => Promise<void>,
  ): Promise<PaymentRefundDto> {
    const zoneOf = await this.#zoneOf(staff, refundNo);
    return this.idempotent.run(call, async (tx) => {
      await work(tx);
      return present(tx, staff, refundNo, zoneOf);
    });
  }

  /** @throws Refusal REFUND_NOT_FOUND also when it is another store's */
  async #zoneOf(staff: StaffPrincipal, refundNo: string): Promise<ZoneOf> {
    const { storeId } = await this.queries.refundOfStaff(staff, refundNo);
    return this.zones.of([storeId]);
  }
}

async function present(
  tx: Tx,
  staff: StaffPrincipal,
  refundNo: string,
  zoneOf: ZoneOf,
): Promise<PaymentRefundDto> {
  const refund = (await refundByNo(tx, refundNo)) ?? refuse('REFUND_NOT_FOUND');
  return presentRefund(refund, await warningsOf(tx, [refund.orderNo]), staff, zoneOf);
}
