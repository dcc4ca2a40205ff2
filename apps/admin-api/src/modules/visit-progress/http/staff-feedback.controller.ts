import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { toRfc3339 } from '../../../platform/clock/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ReadFeedback } from '../read-feedback.js';
import { SeeFeedback } from '../see-feedback.js';
import {
  SeenDto,
  UnseenFeedbackListDto,
  UnseenQueryDto,
  VisitFeedbackDto,
} from './dto/staff-feedback.dto.js';
import { presentFeedback } from './present-progress.js';

/** What clients say while they are served, for those who serve them. */
@Controller('staff')
export class StaffFeedbackController {
  constructor(
    private readonly read: ReadFeedback,
    private readonly see: SeeFeedback,
    private readonly idempotent: IdempotentWork,
  ) {}

  /** What was said today and nobody has seen. */
  @Get('visit-feedback')
  @StaffRoute('appointments.serve')
  async unseen(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: UnseenQueryDto,
  ): Promise<UnseenFeedbackListDto> {
    requireStore(staff, storeId);
    const { timeZone, items } = await this.read.unseen(storeId);
    return {
      items: items.map((one) => ({
        ...presentFeedback(one, timeZone),
        ...{ appointmentId: one.appointmentId, customerName: one.customerName },
        ...{ serviceNames: [...one.serviceNames], staffNames: [...one.staffNames] },
      })),
    };
  }

  @Get('appointments/:id/feedback')
  @StaffRoute('appointments.serve')
  async ofVisit(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitFeedbackDto> {
    const { timeZone, items } = await this.read.ofVisit(staff, id);
    return { items: items.map((one) => presentFeedback(one, timeZone)) };
  }

  /** Somebody has seen it; the client's phone says so. */
  @Post('visit-feedback/:feedbackId/seen')
  @HttpCode(200)
  @StaffRoute('appointments.serve')
  seen(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('feedbackId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<SeenDto> {
    return this.idempotent.run(call, async (tx) => {
      const { seenAt, timeZone } = await this.see.execute(tx, staff, id);
      return { seenAt: toRfc3339(seenAt, timeZone) };
    });
  }
}
