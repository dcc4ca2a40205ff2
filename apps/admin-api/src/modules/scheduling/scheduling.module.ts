import { Module } from '@nestjs/common';
import { BlockResource } from './block-resource.js';
import { CreateResource } from './create-resource.js';
import { StaffShiftsController } from './http/staff-shifts.controller.js';
import { PrunePastSlots } from './prune-past-slots.js';
import { PublishShifts } from './publish-shifts.js';

@Module({
  controllers: [StaffShiftsController],
  providers: [BlockResource, CreateResource, PrunePastSlots, PublishShifts],
  exports: [BlockResource, CreateResource, PublishShifts],
})
export class SchedulingModule {}
