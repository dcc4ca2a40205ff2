import { Controller, Get, Param } from '@nestjs/common';
import { AppointmentQueries } from '../../appointments/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { messagesOfVisit } from '../data/messages.js';
import { VisitMessageListDto } from './dto/message.dto.js';

@Controller('staff/appointments')
export class StaffMessagesController {
  constructor(
    private readonly appointments: AppointmentQueries,
    private readonly database: Database,
  ) {}

  /** The messages about a visit and their fate. */
  @Get(':id/messages')
  @StaffRoute('appointments.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<VisitMessageListDto> {
    // The visit is read first, because it knows whether it is one of hers.
    const visit = await this.appointments.byId(staff, id);
    const messages = await messagesOfVisit(this.database, visit.id);
    const items = messages.map(
      ({ kind, channel, state, reason, tries, doneByName, updatedAt }) => ({
        ...{ kind, channel, state, reason, tries, doneByName },
        at: toRfc3339(updatedAt, visit.timeZone),
      }),
    );
    return { items };
  }
}
