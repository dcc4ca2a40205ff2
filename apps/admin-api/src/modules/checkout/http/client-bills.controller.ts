import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { storesByIds } from '../../stores/index.js';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { AskClient } from '../ask-client.js';
import { BillQueries } from '../bill-queries.js';
import { billsOfCustomer } from '../data/bills.js';
import { SHOWN_TO_CLIENTS } from '../rules/bill.js';
import { ReceiptDto, ReceiptListDto } from './dto/bill.dto.js';
import { BillVersionDto, ClientBillsQueryDto, DisputeBillDto } from './dto/bill-input.dto.js';
import { presentReceipt, presentReceiptSummary } from './present-bill.js';

const PAGE = 20;

/** A client's own bills: what waits for her, what she paid, and how to say that it was wrong. */
@Controller('client/bills')
export class ClientBillsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly queries: BillQueries,
    private readonly askClient: AskClient,
  ) {}

  /** Latest first; `awaiting` ones wait for her tap. */
  @Get()
  @ClientRoute()
  async list(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { limit = PAGE, cursor }: ClientBillsQueryDto,
  ): Promise<ReceiptListDto> {
    const found = await billsOfCustomer(this.database, customerId, limit + 1, cursor);
    const bills = found.slice(0, limit);
    const last = bills.at(-1);
    const storeIds = [...new Set(bills.map(({ storeId }) => storeId))];
    const stores = new Map(
      (await storesByIds(this.database, storeIds)).map((store) => [store.id, store]),
    );
    return {
      items: bills.map((bill) => presentReceiptSummary(bill, stores.get(bill.storeId))),
      ...(found.length > limit && last ? { nextCursor: last.id } : {}),
    };
  }

  @Get(':billId')
  @ClientRoute()
  one(
    @CurrentClient() client: ClientPrincipal,
    @Param('billId', IdPipe) id: string,
  ): Promise<ReceiptDto> {
    return this.#receipt(this.database, client, id);
  }

  /** Her tap: pays as the desk proposed. */
  @Post(':billId/confirm')
  @HttpCode(200)
  @ClientRoute()
  confirm(
    @CurrentClient() client: ClientPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { version }: BillVersionDto,
  ): Promise<ReceiptDto> {
    return this.#change(call, client, id, (tx) => this.askClient.confirm(tx, client, id, version));
  }

  /** One tap: it was not so. The desk looks into it. */
  @Post(':billId/dispute')
  @HttpCode(200)
  @ClientRoute()
  dispute(
    @CurrentClient() client: ClientPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { note }: DisputeBillDto,
  ): Promise<ReceiptDto> {
    return this.#change(call, client, id, (tx) =>
      this.askClient.dispute(tx, client, id, note?.trim() || null),
    );
  }

  #change(
    call: IdempotentCall,
    client: ClientPrincipal,
    id: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<ReceiptDto> {
    return this.idempotent.run(call, async (tx) => {
      await work(tx);
      return this.#receipt(tx, client, id);
    });
  }

  async #receipt(reader: Reader, { customerId }: ClientPrincipal, id: string): Promise<ReceiptDto> {
    const sight = await this.queries.sight(
      reader,
      id,
      (bill) => bill.customerId === customerId && SHOWN_TO_CLIENTS.includes(bill.state),
    );
    return presentReceipt(sight);
  }
}
