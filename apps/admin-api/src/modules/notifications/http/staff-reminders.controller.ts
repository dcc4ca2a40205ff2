import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { fatesOfVisits } from '../data/messages.js';
import { reminderRulesOf } from '../data/reminder-rules.js';
import { SaveReminderRules } from '../save-reminder-rules.js';
import { ReminderRulesDto, ReminderRulesView } from './dto/reminder-rules.dto.js';

const WEEK_MS = 7 * 24 * 3_600_000;

/** When a store reminds its clients of their visits. */
@Controller('staff/visit-reminders')
export class StaffRemindersController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly save: SaveReminderRules,
    private readonly clock: Clock,
  ) {}

  @Get(':storeId')
  @StaffRoute('appointments.read')
  inForce(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('storeId', IdPipe) storeId: string,
  ): Promise<ReminderRulesView> {
    requireOwn(staff, storeId);
    return this.#inForce(this.database, storeId);
  }

  @Put(':storeId')
  @StaffRoute('reminders.write')
  set(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('storeId', IdPipe) storeId: string,
    @Body() rules: ReminderRulesDto,
  ): Promise<ReminderRulesView> {
    requireOwn(staff, storeId);
    return this.unitOfWork.run(async (tx) => {
      await this.save.execute(tx, staff, storeId, { ...rules });
      return this.#inForce(tx, storeId);
    });
  }

  async #inForce(reader: Reader, storeId: string): Promise<ReminderRulesView> {
    const now = this.clock.now().getTime();
    const [from, until] = [new Date(now - WEEK_MS), new Date(now + WEEK_MS)];
    const counts = await fatesOfVisits(reader, storeId, from, until);
    return { ...(await reminderRulesOf(reader, storeId)), counts };
  }
}

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}
