export * from './availability-types.js';
export { type WindowFacts, buildWindow } from './window.js';
export { type ChainPlan, planChain } from './plan.js';
export { type StartQuery, nearestAlternatives, startsOn } from './starts.js';
export { assign } from './assign.js';
export { occupancy, occupiedSlots } from './occupancy.js';
export { type LastGiven, fairOrder } from './fair-order.js';
export { gapRule } from './gap-rule.js';
export { type DayQuery, dayReason } from './day-reason.js';
export { countWithout, hasSlot } from './bitmap.js';
export {
  hoursErrors,
  markOf,
  type DutyHours,
  type MinuteStretch,
  type SeenShift,
} from './duty-hours.js';
export { clashingCells, without, type ChangedCell, type DutySpan } from './settle-cells.js';
export { beforeEnds } from './before-ends.js';
export {
  LEAVE_KINDS,
  REQUEST_STATES,
  datesOf,
  leaveErrors,
  leaveStretch,
  nextRequestState,
  type LeaveKind,
  type LeaveWish,
  type RequestAct,
  type RequestState,
} from './shift-request.js';
