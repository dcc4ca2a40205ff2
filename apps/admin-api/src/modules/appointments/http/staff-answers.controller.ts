import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { AcceptOffer } from '../accept-offer.js';
import { DeclineRequest } from '../decline-request.js';
import { OfferOtherTimes } from '../offer-other-times.js';
import { AcceptOfferDto, DeclineVisitDto, OfferTimesDto } from './dto/answer.dto.js';
import { StaffVisitDto } from './dto/visit.dto.js';
import { StaffVisitPresenter } from './staff-visit-presenter.js';

/** What the salon may answer to a request besides yes. */
@Controller('staff/appointments')
export class StaffAnswersController {
  constructor(
    private readonly offerTimes: OfferOtherTimes,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineRequest: DeclineRequest,
    private readonly presenter: StaffVisitPresenter,
  ) {}

  /** Proposes up to three other times, which are kept for her. 409 SLOT_TAKEN carries `alternatives`. */
  @Post(':id/offer')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  async offer(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { options, version }: OfferTimesDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    const wishes = options.map(({ start, staffId }) => ({ start: new Date(start), staffId }));
    return this.offerTimes.execute(staff, id, { options: wishes, version }, call, present);
  }

  /** Takes an offered time for a client who calls. */
  @Post(':id/accept')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  async accept(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { optionId }: AcceptOfferDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    return this.acceptOffer.execute(staff, id, optionId, call, present);
  }

  /** Says no, with a reason that the client reads. */
  @Post(':id/decline')
  @HttpCode(200)
  @StaffRoute('appointments.decide')
  async decline(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: DeclineVisitDto,
  ): Promise<StaffVisitDto> {
    const present = await this.presenter.forVisit(staff, id);
    return this.declineRequest.execute(staff, id, body, call, present);
  }
}
