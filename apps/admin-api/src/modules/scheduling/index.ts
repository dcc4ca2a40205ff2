export { AskForShift, type ChangeDraft, type LeaveDraft } from './ask-for-shift.js';
export { BlockResource, type BlockDraft } from './block-resource.js';
export { ChangePlan, type DayRefusal, type RefusedDay, type WantedDay } from './change-plan.js';
export { CreateResource, type ResourceDraft } from './create-resource.js';
export {
  claimSlots,
  exchangeSlots,
  ownSlots,
  releaseSlots,
  SlotsTaken,
  type SlotHolder,
} from './data/booking-slots.js';
export {
  templatesOfStore,
  type ShiftTemplate,
  type TemplateDraft,
} from './data/shift-templates.js';
export { resourceNames, resourcesOfStore, type Resource } from './data/resources.js';
export {
  blocksBetween,
  shiftsOfStaff,
  shiftsWithBreaks,
  type Block,
  type Shift,
  type Stretch,
} from './data/shifts.js';
export { requestById, type ShiftRequest } from './data/shift-requests.js';
export { loadWindow, type WindowRequest } from './load-window.js';
export { PublishShifts, type ShiftDraft } from './publish-shifts.js';
export { ReadRequests, type ShownRequest } from './read-requests.js';
export * from './rules/index.js';
export { SettleRequest } from './settle-request.js';
export { SchedulingModule } from './scheduling.module.js';
export { DutyHoursDto, MinuteStretchDto } from './http/dto/shift-template.dto.js';
export { ShiftRequestDto } from './http/dto/shift-request.dto.js';
export { presentRequest } from './http/present-request.js';
export { WriteTemplate } from './write-template.js';
