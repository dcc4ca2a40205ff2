import { Controller, Get, Param, Query } from '@nestjs/common';
import { couponsByIds } from '../../coupons/index.js';
import { automationById, grantPage } from '../../marketing/index.js';
import { StaffRoute } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { fatesOf, messagesAbout } from '../data/messages.js';
import {
  AutomationMessagesDto,
  AutomationMessagesQueryDto,
} from './dto/automation-messages.dto.js';

/** What became of telling clients of what an automation gave them. */
@Controller('staff/automations')
export class AutomationMessagesController {
  constructor(private readonly database: Database) {}

  /** The messages about its coupons: all counted, and one by one for a page of its grants. */
  @Get(':automationId/messages')
  @StaffRoute('automations.read')
  async of(
    @Param('automationId', IdPipe) id: string,
    @Query() { cursor }: AutomationMessagesQueryDto,
  ): Promise<AutomationMessagesDto> {
    if (!(await automationById(this.database, id))) refuse('AUTOMATION_NOT_FOUND');
    const { grants, nextCursor } = await grantPage(this.database, id, cursor);
    const couponIds = grants.map(({ couponId }) => couponId);
    const messages = await messagesAbout(this.database, couponIds);
    const coupons = await couponsByIds(this.database, couponIds);
    return {
      counts: await fatesOf(this.database, id),
      items: couponIds.map((couponId) => ({
        couponId,
        couponState: coupons.find((one) => one.id === couponId)?.state ?? 'revoked',
        messages: messages
          .filter(({ aboutId }) => aboutId === couponId)
          .map(({ channel, state, reason, tries, doneByName, updatedAt }) => ({
            ...{ channel, state, reason, tries, doneByName, at: updatedAt.toISOString() },
          })),
      })),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }
}
