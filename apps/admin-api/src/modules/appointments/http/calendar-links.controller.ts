import { createHash } from 'node:crypto';
import { Controller, Delete, Get, Headers, HttpCode, Param, Put, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CurrentStaff,
  PublicRoute,
  StaffRoute,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Config } from '../../../platform/config/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { CalendarLinks } from '../calendar-links.js';
import { feedOf } from '../data/calendar-feeds.js';
import { CalendarLinkDto, MadeCalendarLinkDto } from './dto/calendar-link.dto.js';

const FILE = /^([\w-]{43})\.ics$/;

/** A member of staff has her visits in her own calendar. */
@Controller()
export class CalendarLinksController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: Config,
  ) {}

  @Get('staff/calendar-link')
  @StaffRoute('calendar.read')
  async mine(@CurrentStaff() { staffId }: StaffPrincipal): Promise<CalendarLinkDto> {
    const feed = await feedOf(this.database, staffId);
    return {
      madeAt: feed?.madeAt.toISOString() ?? null,
      readAt: feed?.readAt?.toISOString() ?? null,
    };
  }

  /** A new link, shown this once; the one before opens nothing any more. Under no key: its answer is kept nowhere. */
  @Put('staff/calendar-link')
  @StaffRoute('calendar.read')
  async make(@CurrentStaff() staff: StaffPrincipal): Promise<MadeCalendarLinkDto> {
    const secret = await this.unitOfWork.run((tx) => this.links.make(tx, staff));
    return { url: `${this.config.publicOrigin}/calendar/${secret}.ics` };
  }

  @Delete('staff/calendar-link')
  @HttpCode(204)
  @StaffRoute('calendar.read')
  revoke(@CurrentStaff() staff: StaffPrincipal): Promise<void> {
    return this.unitOfWork.run((tx) => this.links.revoke(tx, staff));
  }

  /** What her calendar reads. Whoever has the link is let in, and only by it. */
  @Get('calendar/:file')
  @PublicRoute()
  @RateLimit('calendar-feed')
  @ApiExcludeEndpoint()
  async feed(
    @Param('file') file: string,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const secret = FILE.exec(file)?.[1];
    const text = secret === undefined ? undefined : await this.links.read(secret);
    if (text === undefined) return refuse('CALENDAR_LINK_NOT_FOUND');
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (known === tag) return void reply.code(304).send();
    void reply.type('text/calendar; charset=utf-8').send(text);
  }
}
