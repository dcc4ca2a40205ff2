import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { turnRulesOf } from '../data/turn-rules.js';
import { SaveTurnRules } from '../save-turn-rules.js';
import { TurnBook } from '../turn-book.js';
import { InQueueDto, MyTurnDto, TurnDto, TurnRulesDto } from './dto/turn.dto.js';

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}

/** Who comes and goes, and who passes her turn on; the queue itself is shown with the day's visits. */
@Controller('staff')
export class StaffTurnsController {
  constructor(
    private readonly turns: TurnBook,
    private readonly save: SaveTurnRules,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** For somebody else, as the desk keeps the queue. */
  @Post('turns')
  @HttpCode(200)
  @StaffRoute('turns.keep')
  keep(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, staffId, act }: TurnDto,
  ): Promise<InQueueDto> {
    return this.#act(staff, call, { storeId, staffId, act });
  }

  /** For the caller herself. */
  @Post('my-turn')
  @HttpCode(200)
  @StaffRoute('turns.join')
  mine(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, act }: MyTurnDto,
  ): Promise<InQueueDto> {
    return this.#act(staff, call, { storeId, staffId: staff.staffId, act });
  }

  @Get('stores/:id/turn-rules')
  @StaffRoute('turns.read')
  rules(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
  ): Promise<TurnRulesDto> {
    requireOwn(staff, storeId);
    return turnRulesOf(this.database, storeId);
  }

  @Put('stores/:id/turn-rules')
  @StaffRoute('appointments.policy')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
    @Body() { isKept, requestedCounts }: TurnRulesDto,
  ): Promise<TurnRulesDto> {
    requireOwn(staff, storeId);
    const rules = { isKept, requestedCounts };
    await this.unitOfWork.run((tx) => this.save.execute(tx, staff, storeId, rules));
    return rules;
  }

  #act(
    staff: StaffPrincipal,
    call: IdempotentCall,
    { storeId, ...deed }: TurnDto,
  ): Promise<InQueueDto> {
    requireStore(staff, storeId);
    return this.idempotent.run(call, async (tx) => {
      const isIn = await this.turns.act(tx, staff, storeId, deed);
      return { isIn };
    });
  }
}
