import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { StoreZones } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { itemsOfRefunds, refundById, refundsOf } from '../data/refunds.js';
import { DecideRefund } from '../decide-refund.js';
import { QuoteRefund } from '../quote-refund.js';
import { RequestRefund } from '../request-refund.js';
import { RefundDto, RefundListDto, RefundQuoteDto, RequestRefundDto } from './dto/refund.dto.js';
import { presentQuote, presentRefund } from './present-refund.js';

/** A client asks for her stored value back. */
@Controller('client/wallet')
export class ClientRefundsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly quotes: QuoteRefund,
    private readonly request: RequestRefund,
    private readonly decide: DecideRefund,
    private readonly zones: StoreZones,
  ) {}

  /** What would go back now, by each of the law's three bases. */
  @Get('refund-quote')
  @ClientRoute()
  async quote(@CurrentClient() { customerId }: ClientPrincipal): Promise<RefundQuoteDto> {
    return presentQuote(await this.quotes.execute(this.database, customerId));
  }

  @Get('refunds')
  @ClientRoute()
  async list(@CurrentClient() { customerId }: ClientPrincipal): Promise<RefundListDto> {
    const refunds = await refundsOf(this.database, customerId);
    const items = await itemsOfRefunds(
      this.database,
      refunds.map((refund) => refund.id),
    );
    const zoneOf = await this.zones.of(refunds.map((refund) => refund.storeId));
    return { items: refunds.map((refund) => presentRefund(refund, items, zoneOf)) };
  }

  /** From now on the value is held, until the salon has decided. */
  @Post('refunds')
  @ClientRoute()
  async ask(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: RequestRefundDto,
  ): Promise<RefundDto> {
    const { customerId } = client;
    const wish = { ...body, reason: body.reason.trim(), customerId };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.request.execute(tx, client, wish),
    }));
    return this.#one(client, id);
  }

  @Get('refunds/:refundId')
  @ClientRoute()
  one(
    @CurrentClient() client: ClientPrincipal,
    @Param('refundId', IdPipe) id: string,
  ): Promise<RefundDto> {
    return this.#one(client, id);
  }

  /** She does not want it any more: the value is free again. */
  @Post('refunds/:refundId/withdraw')
  @HttpCode(200)
  @ClientRoute()
  async withdraw(
    @CurrentClient() client: ClientPrincipal,
    @Param('refundId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<RefundDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.decide.withdraw(tx, client, id);
      return {};
    });
    return this.#one(client, id);
  }

  async #one({ customerId }: ClientPrincipal, id: string): Promise<RefundDto> {
    const refund = await refundById(this.database, id);
    if (refund?.customerId !== customerId) return refuse('REFUND_NOT_FOUND');
    const zoneOf = await this.zones.of([refund.storeId]);
    return presentRefund(refund, await itemsOfRefunds(this.database, [id]), zoneOf);
  }
}
