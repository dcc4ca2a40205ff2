import { Module } from '@nestjs/common';
import { AskForShift } from './ask-for-shift.js';
import { BlockResource } from './block-resource.js';
import { ChangePlan } from './change-plan.js';
import { CreateResource } from './create-resource.js';
import { OwnShiftsController } from './http/own-shifts.controller.js';
import { StaffShiftRequestsController } from './http/staff-shift-requests.controller.js';
import { StaffShiftsController } from './http/staff-shifts.controller.js';
import { StaffShiftTemplatesController } from './http/staff-shift-templates.controller.js';
import { PrunePastSlots } from './prune-past-slots.js';
import { PublishShifts } from './publish-shifts.js';
import { ReadRequests } from './read-requests.js';
import { RequestWords } from './request-words.js';
import { SettleRequest } from './settle-request.js';
import { WriteTemplate } from './write-template.js';

@Module({
  controllers: [
    OwnShiftsController,
    StaffShiftRequestsController,
    StaffShiftsController,
    StaffShiftTemplatesController,
  ],
  providers: [
    AskForShift,
    BlockResource,
    ChangePlan,
    CreateResource,
    PrunePastSlots,
    PublishShifts,
    ReadRequests,
    RequestWords,
    SettleRequest,
    WriteTemplate,
  ],
  exports: [
    AskForShift,
    BlockResource,
    ChangePlan,
    CreateResource,
    PublishShifts,
    ReadRequests,
    SettleRequest,
    WriteTemplate,
  ],
})
export class SchedulingModule {}
