import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentStaff, requireStore, StaffRoute, type StaffPrincipal } from '../../auth/index.js';
import { LiveStreams } from '../live-streams.js';
import { StreamQueryDto } from './dto/stream.dto.js';

/** What changes in a store, as it happens. */
@Controller('staff/stream')
export class StreamController {
  constructor(private readonly streams: LiveStreams) {}

  /**
   * Server-sent events `appointment` with {id, topic, at}. Read the calendar again after each (re)connection: what
   * happened in between is not repeated.
   */
  @Get()
  @StaffRoute('calendar.read')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: StreamQueryDto,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    requireStore(staff, query.storeId);
    await this.streams.open(staff, query.storeId, request, reply);
  }
}
