import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import type { ShiftRequest } from '../data/shift-requests.js';
import { ReadRequests } from '../read-requests.js';
import { SettleRequest } from '../settle-request.js';
import {
  RequestReasonDto,
  ShiftRequestDto,
  ShiftRequestsQueryDto,
  StoreShiftRequestsDto,
} from './dto/shift-request.dto.js';
import { presentRequest } from './present-request.js';

/** What a store's people ask for, for those who plan. Agreeing touches visits and is served with them. */
@Controller('staff/shift-requests')
export class StaffShiftRequestsController {
  constructor(
    private readonly requests: ReadRequests,
    private readonly settle: SettleRequest,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @StaffRoute('shifts.write')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: ShiftRequestsQueryDto,
  ): Promise<StoreShiftRequestsDto> {
    requireStore(staff, storeId);
    const { waiting, settled } = await this.requests.ofStore(this.database, storeId);
    const now = this.clock.now();
    return {
      waiting: waiting.map((each) => presentRequest(each, now)),
      settled: settled.map((each) => presentRequest(each, now)),
    };
  }

  /** Never one's own. 409 SHIFT_REQUEST_SETTLED: somebody else was faster. */
  @Post(':id/refuse')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  refuse(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: RequestReasonDto,
  ): Promise<ShiftRequestDto> {
    return this.#run(call, (tx) => this.settle.refuse(tx, staff, id, reason));
  }

  /** An agreed leave does not take place, or ends now. */
  @Post(':id/call-off')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  callOff(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: RequestReasonDto,
  ): Promise<ShiftRequestDto> {
    return this.#run(call, (tx) => this.settle.callOff(tx, staff, id, reason));
  }

  #run(call: IdempotentCall, work: (tx: Tx) => Promise<ShiftRequest>): Promise<ShiftRequestDto> {
    return this.idempotent.run(call, async (tx) => {
      const [shown] = await this.requests.shown(tx, [await work(tx)]);
      if (!shown) throw new Error('a request that was settled is there');
      return presentRequest(shown, this.clock.now());
    });
  }
}
