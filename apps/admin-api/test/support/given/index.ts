export { expectNoOrphanSlots } from './slots.js';
export { aService, handsOn, processing } from './service.js';
export { aPlace, aStore, everyDay, minutesOf, type GivenStore } from './store.js';
export { aShift, aTherapist, type GivenShift, type GivenTherapist } from './therapist.js';
export * from './visit.js';
export { agreesOnPaper, withdraws } from './consents.js';
export { SEEN_NOTHING, byTwo, exceptionFor, looksAt } from './two-people.js';
