import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import { refundsByNos } from '../../payments/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { StoreZones } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { itemsOfRefunds, refundById, refundsOfStore, type ValueRefund } from '../data/refunds.js';
import { DecideRefund } from '../decide-refund.js';
import { PayOutRefund } from '../pay-out-refund.js';
import { QuoteRefund } from '../quote-refund.js';
import { RequestRefund } from '../request-refund.js';
import {
  ApproveRefundDto,
  PayOutDto,
  RefundQuoteDto,
  RequestRefundForClientDto,
  StaffRefundDto,
  StaffRefundListDto,
  StaffRefundsQueryDto,
} from './dto/refund.dto.js';
import { ReasonDto } from './dto/top-up.dto.js';
import { presentQuote, presentStaffRefund } from './present-refund.js';
import { pageOf, storePage } from './store-page.js';

const SEQ = /^[1-9]\d{0,2}$/;

/** Refunds of stored value: one person asks, another decides, and what WeChat cannot pay back is paid by hand. */
@Controller('staff')
export class StaffRefundsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly quotes: QuoteRefund,
    private readonly request: RequestRefund,
    private readonly decide: DecideRefund,
    private readonly payOut: PayOutRefund,
    private readonly zones: StoreZones,
  ) {}

  /** What a client would get back now, by each of the law's three bases. */
  @Get('clients/:id/refund-quote')
  @StaffRoute('wallet.refund')
  async quote(@Param('id', IdPipe) customerId: string): Promise<RefundQuoteDto> {
    if (!(await this.customers.summary(this.database, customerId))) refuse('CLIENT_NOT_FOUND');
    return presentQuote(await this.quotes.execute(this.database, customerId));
  }

  @Post('clients/:id/refunds')
  @StaffRoute('wallet.refund')
  async ask(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: RequestRefundForClientDto,
  ): Promise<StaffRefundDto> {
    requireStore(staff, body.storeId);
    const wish = { ...body, reason: body.reason.trim(), customerId };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.request.execute(tx, staff, wish),
    }));
    return this.#one(staff, id);
  }

  /** A store's refunds, latest first. */
  @Get('stored-value-refunds')
  @StaffRoute('wallet.refund')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: StaffRefundsQueryDto,
  ): Promise<StaffRefundListDto> {
    const { storeId, state } = query;
    const found = await refundsOfStore(this.database, storeId, {
      ...storePage(staff, query),
      ...(state === undefined ? {} : { state }),
    });
    return pageOf(found, (shown) => this.#present(staff, shown));
  }

  @Get('stored-value-refunds/:refundId')
  @StaffRoute('wallet.refund')
  one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundId', IdPipe) id: string,
  ): Promise<StaffRefundDto> {
    return this.#one(staff, id);
  }

  /** The second person agrees: the money is on its way. */
  @Post('stored-value-refunds/:refundId/approve')
  @HttpCode(200)
  @StaffRoute('wallet.refund-decide')
  approve(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { note }: ApproveRefundDto,
  ): Promise<StaffRefundDto> {
    return this.#do(staff, id, call, (tx) =>
      this.decide.approve(tx, staff, id, note?.trim() || null),
    );
  }

  /** Turned down: the value is the client's again. */
  @Post('stored-value-refunds/:refundId/reject')
  @HttpCode(200)
  @StaffRoute('wallet.refund-decide')
  reject(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<StaffRefundDto> {
    return this.#do(staff, id, call, (tx) => this.decide.reject(tx, staff, id, reason.trim()));
  }

  /** Whoever asked by mistake takes it back: the value is the client's again. */
  @Post('stored-value-refunds/:refundId/withdraw')
  @HttpCode(200)
  @StaffRoute('wallet.refund')
  withdraw(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<StaffRefundDto> {
    return this.#do(staff, id, call, (tx) => this.decide.withdraw(tx, staff, id));
  }

  /** Writes down that one lot's money was paid by hand. */
  @Post('stored-value-refunds/:refundId/items/:seq/pay-out')
  @HttpCode(200)
  @StaffRoute('wallet.pay-out')
  paid(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('refundId', IdPipe) refundId: string,
    @Param('seq') seq: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: PayOutDto,
  ): Promise<StaffRefundDto> {
    if (!SEQ.test(seq)) refuse('REFUND_NOT_FOUND');
    if (body.storeId !== undefined) requireStore(staff, body.storeId);
    const payout = { refundId, seq: Number(seq), ...body };
    return this.#do(staff, refundId, call, (tx) => this.payOut.execute(tx, staff, payout));
  }

  async #do(
    staff: StaffPrincipal,
    id: string,
    call: IdempotentCall,
    work: (tx: Tx) => Promise<void>,
  ): Promise<StaffRefundDto> {
    await this.idempotent.run(call, async (tx) => {
      await work(tx);
      return {};
    });
    return this.#one(staff, id);
  }

  async #one(staff: StaffPrincipal, id: string): Promise<StaffRefundDto> {
    const refund = await refundById(this.database, id);
    if (!refund || !staff.storeIds.includes(refund.storeId)) return refuse('REFUND_NOT_FOUND');
    const [shown] = await this.#present(staff, [refund]);
    return shown ?? refuse('REFUND_NOT_FOUND');
  }

  async #present(
    staff: StaffPrincipal,
    refunds: readonly ValueRefund[],
  ): Promise<StaffRefundDto[]> {
    const ids = refunds.map((refund) => refund.id);
    const items = await itemsOfRefunds(this.database, ids);
    const clients = await this.customers.summaries(
      this.database,
      refunds.map((refund) => refund.customerId),
    );
    const zoneOf = await this.zones.of(refunds.map((refund) => refund.storeId));
    const atWechat = await refundsByNos(
      this.database,
      items.flatMap(({ refundNo }) => refundNo ?? []),
    );
    const byId = new Map(clients.map((client) => [client.id, client]));
    return refunds.map((refund) =>
      presentStaffRefund(staff, refund, items, byId.get(refund.customerId), zoneOf, atWechat),
    );
  }
}
