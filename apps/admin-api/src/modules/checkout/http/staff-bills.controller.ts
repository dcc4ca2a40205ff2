import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { SecondPairOfEyes } from '../../care/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { SecondPerson } from '../../identity/index.js';
import { storeById } from '../../stores/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { AskClient } from '../ask-client.js';
import { BillQueries } from '../bill-queries.js';
import { billsOfStore } from '../data/bills.js';
import { EditBill } from '../edit-bill.js';
import { OpenBill } from '../open-bill.js';
import { ReverseBill } from '../reverse-bill.js';
import { SettleDispute } from '../settle-dispute.js';
import { SetBillAside } from '../set-bill-aside.js';
import { TakePayment } from '../take-payment.js';
import { BillDto, BillListDto } from './dto/bill.dto.js';
import {
  AskClientDto,
  BillReasonDto,
  BillVersionDto,
  BillsQueryDto,
  EditBillDto,
  OpenBillDto,
  PayBillDto,
} from './dto/bill-input.dto.js';
import { presentBill, presentSummary } from './present-bill.js';

/** Bills at the desk. Every change names the version that was seen, so that two desks do not write over each other. */
@Controller('staff/bills')
export class StaffBillsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly secondPerson: SecondPerson,
    private readonly eyes: SecondPairOfEyes,
    private readonly queries: BillQueries,
    private readonly openBill: OpenBill,
    private readonly editBill: EditBill,
    private readonly aside: SetBillAside,
    private readonly askClient: AskClient,
    private readonly takePayment: TakePayment,
    private readonly reverseBill: ReverseBill,
    private readonly settleDispute: SettleDispute,
  ) {}

  /** A store's bills of a day, or all in a state: `state=parked` is what waits to be taken up again. */
  @Get()
  @StaffRoute('bills.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: BillsQueryDto,
  ): Promise<BillListDto> {
    requireStore(staff, query.storeId);
    const store = (await storeById(this.database, query.storeId)) ?? refuse('STORE_NOT_FOUND');
    const bills = await billsOfStore(this.database, query);
    const ids = [...new Set(bills.flatMap(({ customerId }) => customerId ?? []))];
    const clients = await this.customers.summaries(this.database, ids);
    const names = new Map(clients.map(({ id, name }) => [id, name]));
    const items = bills.map((bill) => {
      const clientName = names.get(bill.customerId ?? '') ?? null;
      return presentSummary(bill, { clientName, timeZone: store.timeZone });
    });
    return { items };
  }

  @Get(':billId')
  @StaffRoute('bills.read')
  one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
  ): Promise<BillDto> {
    return this.#bill(this.database, staff, id);
  }

  /** Opens a bill for a visit or for whoever walked in. */
  @Post()
  @StaffRoute('bills.write')
  open(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: OpenBillDto,
  ): Promise<BillDto> {
    requireStore(staff, body.storeId);
    return this.idempotent.run(call, async (tx) => {
      return this.#bill(tx, staff, await this.openBill.execute(tx, staff, body));
    });
  }

  /** All lines, people and discounts at once. `approver` stands for discounts above the caller's quota. */
  @Patch(':billId')
  @StaffRoute('bills.write')
  async edit(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { approver: who, override: wish, version, ...body }: EditBillDto,
  ): Promise<BillDto> {
    // A repeat is answered by what was done, whatever the password is by now.
    return this.idempotent.settle(call, async () => {
      const asked = who && (await this.secondPerson.ask(staff, who.username, who.password));
      const override = wish && (await this.eyes.ask(staff, wish));
      const request = { ...body, override, ...(asked ? { approver: asked } : {}) };
      return this.#change(call, staff, id, (tx) =>
        this.editBill.execute(tx, staff, { id, version }, request),
      );
    });
  }

  @Post(':billId/park')
  @HttpCode(200)
  @StaffRoute('bills.write')
  park(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version }: BillVersionDto,
  ): Promise<BillDto> {
    return this.#change(call, staff, id, (tx) => this.aside.park(tx, staff, { id, version }));
  }

  /** Takes up a parked bill, or takes back one that waits for the client. */
  @Post(':billId/resume')
  @HttpCode(200)
  @StaffRoute('bills.write')
  resume(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version }: BillVersionDto,
  ): Promise<BillDto> {
    return this.#change(call, staff, id, (tx) => this.aside.resume(tx, staff, { id, version }));
  }

  @Post(':billId/void')
  @HttpCode(200)
  @StaffRoute('bills.write')
  void(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version, reason }: BillReasonDto,
  ): Promise<BillDto> {
    return this.#change(call, staff, id, (tx) =>
      this.aside.void(tx, staff, { id, version }, reason.trim()),
    );
  }

  /** Asks the client to agree on her phone to be charged like this. */
  @Post(':billId/ask')
  @HttpCode(200)
  @StaffRoute('bills.write')
  async ask(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { version, tenders, override: wish }: AskClientDto,
  ): Promise<BillDto> {
    return this.idempotent.settle(call, async () => {
      const override = wish && (await this.eyes.ask(staff, wish));
      return this.#change(call, staff, id, (tx) =>
        this.askClient.propose(tx, staff, { id, version }, tenders, override),
      );
    });
  }

  /** Takes the money: every tender in one transaction. */
  @Post(':billId/pay')
  @HttpCode(200)
  @StaffRoute('bills.write')
  @RateLimit('member-code')
  async pay(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { version, override: wish, ...body }: PayBillDto,
  ): Promise<BillDto> {
    return this.idempotent.settle(call, async () => {
      const override = wish && (await this.eyes.ask(staff, wish));
      return this.#change(call, staff, id, (tx) =>
        this.takePayment.execute(tx, staff, { id, version }, { ...body, override }),
      );
    });
  }

  /** Undoes a paid bill by the mirror of everything that it did. */
  @Post(':billId/reverse')
  @HttpCode(200)
  @StaffRoute('bills.reverse')
  reverse(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { version, reason }: BillReasonDto,
  ): Promise<BillDto> {
    return this.#change(call, staff, id, (tx) =>
      this.reverseBill.execute(tx, staff, { id, version }, reason.trim()),
    );
  }

  /** Answers a dispute of a bill that was right. */
  @Post(':billId/settle')
  @HttpCode(200)
  @StaffRoute('bills.reverse')
  settle(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { version, reason }: BillReasonDto,
  ): Promise<BillDto> {
    return this.#change(call, staff, id, (tx) =>
      this.settleDispute.execute(tx, staff, { id, version }, reason.trim()),
    );
  }

  /** Opens a reversed bill again with the same lines. */
  @Post(':billId/copy')
  @StaffRoute('bills.write')
  copy(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('billId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
  ): Promise<BillDto> {
    return this.idempotent.run(call, async (tx) => {
      return this.#bill(tx, staff, await this.openBill.again(tx, staff, id));
    });
  }

  #change(
    call: IdempotentCall,
    staff: StaffPrincipal,
    id: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<BillDto> {
    return this.idempotent.run(call, async (tx) => {
      await work(tx);
      return this.#bill(tx, staff, id);
    });
  }

  async #bill(reader: Reader, staff: StaffPrincipal, id: string): Promise<BillDto> {
    const isTheirs = ({ storeId }: { storeId: string }): boolean =>
      staff.storeIds.includes(storeId);
    return presentBill(await this.queries.sight(reader, id, isTheirs));
  }
}
