import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { presentRequest } from '../../scheduling/index.js';
import { ApproveRequest } from '../approve-request.js';
import { ApproveRequestDto, RequestOutcomeDto } from './dto/shift-plan.dto.js';
import { PresentTouched } from './present-touched.js';

/** Agrees to leave and other hours that members of staff ask for. */
@Controller('staff/shift-requests')
export class StaffRequestApprovalsController {
  constructor(
    private readonly approveRequest: ApproveRequest,
    private readonly presentTouched: PresentTouched,
    private readonly clock: Clock,
  ) {}

  /**
   * Visits keep their time and person, and those that are touched are listed. 409 SHIFT_TOUCHES_VISITS: a visit came that
   * was not shown yet; SHIFT_REQUEST_SETTLED: somebody else was faster.
   */
  @Post(':id/approve')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  async approve(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() approval: ApproveRequestDto,
  ): Promise<RequestOutcomeDto> {
    const { result, touched } = await this.approveRequest.execute(
      call,
      staff,
      id,
      approval,
      (shown) => presentRequest(shown, this.clock.now()),
    );
    return {
      request: result,
      touched: await this.presentTouched.execute(staff, touched),
    };
  }
}
