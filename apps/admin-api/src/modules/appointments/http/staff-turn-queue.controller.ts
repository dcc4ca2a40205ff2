import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { ReadTurnQueue } from '../read-turn-queue.js';
import { TurnQueueDto, TurnQueueQueryDto } from './dto/turn-queue.dto.js';

/** Who is next today. */
@Controller('staff/turns')
export class StaffTurnQueueController {
  constructor(private readonly queue: ReadTurnQueue) {}

  @Get()
  @StaffRoute('turns.read')
  today(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: TurnQueueQueryDto,
  ): Promise<TurnQueueDto> {
    requireStore(staff, storeId);
    return this.queue.today(storeId);
  }
}
