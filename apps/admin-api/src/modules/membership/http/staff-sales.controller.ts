import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, addDays, instantOf } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { contractOf } from '../data/contracts.js';
import { topUpById, topUpsOfStore } from '../data/top-ups.js';
import { ImportOpeningBalances, NothingImported } from '../import-opening-balances.js';
import type { OpeningProtocol, OpeningResult } from '../opening-protocol.js';
import { ReverseSpend } from '../reverse-spend.js';
import { ReverseTopUp, type ReversedEntry } from '../reverse-top-up.js';
import { storeDay } from '../store-day.js';
import { TopUpAtDesk } from '../top-up-at-desk.js';
import { ContractScreens } from './contract-screens.js';
import { ContractDto, ContractListDto } from './dto/contract.dto.js';
import { OpeningBalancesDto, OpeningResultDto } from './dto/desk.dto.js';
import {
  DeskTopUpDto,
  ReasonDto,
  ReversedDto,
  StaffTopUpDto,
  StaffTopUpListDto,
  StaffTopUpsQueryDto,
} from './dto/top-up.dto.js';
import { pageOf, storePage } from './store-page.js';
import { TopUpScreens } from './top-up-screens.js';

const presentReversed = ({ id, entryNo, owedFen }: ReversedEntry): ReversedDto => ({
  ...{ id, txId: entryNo, owedFen },
});

/** Sales of stored value at the desk, with their contracts, and what undoes a wrong entry. */
@Controller('staff')
export class StaffSalesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly topUpAtDesk: TopUpAtDesk,
    private readonly reverseTopUp: ReverseTopUp,
    private readonly reverseSpend: ReverseSpend,
    private readonly importOpening: ImportOpeningBalances,
    private readonly screens: TopUpScreens,
    private readonly contracts: ContractScreens,
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  /** Cash, or a bank card with the number of its slip. */
  @Post('clients/:id/top-ups')
  @StaffRoute('wallet.top-up')
  async topUp(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: DeskTopUpDto,
  ): Promise<StaffTopUpDto> {
    requireStore(staff, body.storeId);
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.topUpAtDesk.execute(tx, staff, { ...body, customerId })).id,
    }));
    return this.#one(staff, id);
  }

  /** A store's sales, latest first. */
  @Get('top-ups')
  @StaffRoute('wallet.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: StaffTopUpsQueryDto,
  ): Promise<StaffTopUpListDto> {
    const { storeId, customerId, date } = query;
    const page = storePage(staff, query);
    const { timeZone } = await storeDay(this.database, storeId, this.clock.now());
    const day = date && {
      from: instantOf(date, 0, timeZone),
      to: instantOf(addDays(date, 1), 0, timeZone),
    };
    const found = await topUpsOfStore(this.database, storeId, {
      ...{ ...page, ...day },
      ...(customerId === undefined ? {} : { customerId }),
    });
    return pageOf(found, (shown) => this.screens.list(staff, shown));
  }

  @Get('top-ups/:topUpId')
  @StaffRoute('wallet.read')
  one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('topUpId', IdPipe) id: string,
  ): Promise<StaffTopUpDto> {
    return this.#one(staff, id);
  }

  /** A mirror entry: nothing is deleted; what was used already becomes a debt. */
  @Post('top-ups/:topUpId/reverse')
  @HttpCode(200)
  @StaffRoute('wallet.reverse')
  undoTopUp(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('topUpId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<ReversedDto> {
    return this.idempotent.run(call, async (tx) =>
      presentReversed(await this.reverseTopUp.execute(tx, staff, id, reason.trim())),
    );
  }

  /** A mirror entry of a wrong deduction. */
  @Post('spends/:spendId/reverse')
  @HttpCode(200)
  @StaffRoute('wallet.reverse')
  undoSpend(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('spendId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: ReasonDto,
  ): Promise<ReversedDto> {
    return this.idempotent.run(call, async (tx) =>
      presentReversed(await this.reverseSpend.execute(tx, staff, id, reason.trim())),
    );
  }

  @Get('clients/:id/contracts')
  @StaffRoute('wallet.read')
  async contractsOf(@Param('id', IdPipe) customerId: string): Promise<ContractListDto> {
    const client = await this.customers.summary(this.database, customerId);
    return client ? this.contracts.list(customerId) : refuse('CLIENT_NOT_FOUND');
  }

  @Get('clients/:id/contracts/:contractId')
  @StaffRoute('wallet.read')
  async contract(
    @Param('id', IdPipe) customerId: string,
    @Param('contractId', IdPipe) id: string,
  ): Promise<ContractDto> {
    const contract = await contractOf(this.database, customerId, id);
    return contract ? this.contracts.one(contract) : refuse('CONTRACT_NOT_FOUND');
  }

  /** Takes over what clients had before; a dry run names each cell that is wrong. Each protocol once. */
  @Post('opening-balances')
  @HttpCode(200)
  @StaffRoute('wallet.import')
  async opening(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { dryRun, ...protocol }: OpeningBalancesDto,
  ): Promise<OpeningResultDto> {
    requireStore(staff, protocol.storeId);
    const result = dryRun
      ? await this.importOpening.look(this.database, protocol)
      : await this.#import(staff, call, protocol);
    return { ...result, faults: [...result.faults], warnings: [...result.warnings] };
  }

  /** The key keeps what was imported. What was only looked at is looked at again: a missing file may be there now. */
  async #import(
    staff: StaffPrincipal,
    call: IdempotentCall,
    protocol: OpeningProtocol,
  ): Promise<OpeningResult> {
    try {
      return await this.idempotent.run(call, (tx) =>
        this.importOpening.execute(tx, staff, protocol),
      );
    } catch (error) {
      if (error instanceof NothingImported) return error.look;
      throw error;
    }
  }

  async #one(staff: StaffPrincipal, id: string): Promise<StaffTopUpDto> {
    const topUp = await topUpById(this.database, id);
    if (!topUp || !staff.storeIds.includes(topUp.storeId)) return refuse('TOP_UP_NOT_FOUND');
    const [shown] = await this.screens.list(staff, [topUp]);
    return shown ?? refuse('TOP_UP_NOT_FOUND');
  }
}
