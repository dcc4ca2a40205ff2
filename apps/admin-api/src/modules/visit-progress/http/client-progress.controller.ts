import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { AppointmentQueries } from '../../appointments/index.js';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ReadProgress } from '../read-progress.js';
import { SendFeedback } from '../send-feedback.js';
import { OwnFeedbackDto, TellDto, VisitProgressDto } from './dto/progress.dto.js';
import { presentFeedback, presentProgress } from './present-progress.js';

/** Where a client's visit stands while she is there, and what she says about it. */
@Controller('client/appointments')
export class ClientProgressController {
  constructor(
    private readonly read: ReadProgress,
    private readonly send: SendFeedback,
    private readonly appointments: AppointmentQueries,
    private readonly idempotent: IdempotentWork,
  ) {}

  @Get(':id/progress')
  @ClientRoute()
  async progress(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitProgressDto> {
    return presentProgress(await this.read.of(client, id));
  }

  /** A word while she is served; those who serve her see it at once. */
  @Post(':id/feedback')
  @ClientRoute()
  async tell(
    @CurrentClient() client: ClientPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { wish, words }: TellDto,
  ): Promise<OwnFeedbackDto> {
    const { timeZone } = await this.appointments.byId(client, id);
    return this.idempotent.run(call, async (tx) => {
      const said = { wish, words: words?.trim() || null };
      return presentFeedback(await this.send.execute(tx, client, id, said), timeZone);
    });
  }
}
