export { BlockResource, type BlockDraft } from './block-resource.js';
export { CreateResource, type ResourceDraft } from './create-resource.js';
export { claimSlots, releaseSlots, SlotsTaken, type SlotHolder } from './data/booking-slots.js';
export { resourceNames, resourcesOfStore, type Resource } from './data/resources.js';
export {
  blocksBetween,
  shiftsWithBreaks,
  type Block,
  type Shift,
  type Stretch,
} from './data/shifts.js';
export { loadWindow, type WindowRequest } from './load-window.js';
export { PublishShifts, type ShiftDraft } from './publish-shifts.js';
export * from './rules/index.js';
export { SchedulingModule } from './scheduling.module.js';
