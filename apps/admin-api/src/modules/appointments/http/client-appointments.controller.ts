import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { AcceptOffer } from '../accept-offer.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { BookAppointment } from '../book-appointment.js';
import { CancelAppointment } from '../cancel-appointment.js';
import type { WordedVisit } from '../data/visit-words.js';
import { MoveAppointment } from '../move-appointment.js';
import { AcceptOfferDto } from './dto/answer.dto.js';
import {
  BookOwnVisitDto,
  CancelVisitDto,
  RescheduleVisitDto,
  VisitsQueryDto,
} from './dto/visit-input.dto.js';
import { VisitDto, VisitListDto } from './dto/visit.dto.js';
import { presentVisit } from './present-visit.js';
import { Viewer } from '../rules/viewer.js';

@Controller('client/appointments')
export class ClientAppointmentsController {
  constructor(
    private readonly bookVisit: BookAppointment,
    private readonly cancelVisit: CancelAppointment,
    private readonly moveVisit: MoveAppointment,
    private readonly acceptOffer: AcceptOffer,
    private readonly queries: AppointmentQueries,
    private readonly clock: Clock,
  ) {}

  /** Books a visit. 409 SLOT_TAKEN carries `alternatives`. */
  @Post()
  @ClientRoute()
  @RateLimit('booking')
  book(
    @CurrentClient() client: ClientPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: BookOwnVisitDto,
  ): Promise<VisitDto> {
    const { customerId } = client;
    const request = {
      ...body,
      customerId,
      start: new Date(body.start),
      channel: 'mini_program' as const,
    };
    return this.bookVisit.execute(client, request, call, this.#presenter(client));
  }

  /** The client's own visits: those ahead soonest first; the past ones, or all, latest first. */
  @Get()
  @ClientRoute()
  async list(
    @CurrentClient() client: ClientPrincipal,
    @Query() { scope, cursor }: VisitsQueryDto,
  ): Promise<VisitListDto> {
    const page = await this.queries.pageOf(client, scope ?? 'all', cursor);
    return { ...page, items: page.items.map(this.#presenter(client)) };
  }

  @Get(':id')
  @ClientRoute()
  async one(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitDto> {
    return this.#presenter(client)(await this.queries.byId(client, id));
  }

  /** Cancels; late where the free time is over. */
  @Post(':id/cancel')
  @HttpCode(200)
  @ClientRoute()
  cancel(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: CancelVisitDto,
  ): Promise<VisitDto> {
    return this.cancelVisit.execute(
      client,
      id,
      reason?.trim() || null,
      call,
      this.#presenter(client),
    );
  }

  /** Takes one of the times that the salon offered instead. */
  @Post(':id/accept')
  @HttpCode(200)
  @ClientRoute()
  accept(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { optionId }: AcceptOfferDto,
  ): Promise<VisitDto> {
    return this.acceptOffer.execute(client, id, optionId, call, this.#presenter(client));
  }

  /** Moves to another start; 409 SLOT_TAKEN carries `alternatives`. */
  @Post(':id/reschedule')
  @HttpCode(200)
  @ClientRoute()
  reschedule(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { start }: RescheduleVisitDto,
  ): Promise<VisitDto> {
    const request = { start: new Date(start) };
    return this.moveVisit.execute(client, id, request, call, this.#presenter(client));
  }

  #presenter(client: ClientPrincipal): (visit: WordedVisit) => VisitDto {
    return (visit) => presentVisit(visit, new Viewer(client, this.clock.now()));
  }
}
