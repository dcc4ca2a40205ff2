export * from './availability-types.js';
export { type WindowFacts, buildWindow } from './window.js';
export { type ChainPlan, planChain } from './plan.js';
export { type StartQuery, nearestAlternatives, startsOn } from './starts.js';
export { assign } from './assign.js';
export { occupancy, occupiedSlots } from './occupancy.js';
export { gapRule } from './gap-rule.js';
export { type DayQuery, dayReason } from './day-reason.js';
export { countWithout, hasSlot } from './bitmap.js';
