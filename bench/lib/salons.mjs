import { CLIENTS } from './seed.mjs';

const empty = (/** @type {number} */ count) =>
  Array.from({ length: count }, () => ({ therapists: 10 }));

/** Stores of the salon that most bars share, by number. */
export const TEN = 0;
export const TWELVE = 1;
export const LONG_LISTS = 2;
/** Visits on each of the long days, the first of which is the 40th ahead. */
export const LIST_LENGTHS = [10, 50, 100];
export const FIRST_LONG_DAY = 40;
const BOOKING_STORES = 6;

/** Empty stores for captures, for the API's bookings and for the baseline's. */
export const ROOMS = {
  capture: { firstStore: 3, stores: 1, therapists: 10 },
  ours: { firstStore: 4, stores: BOOKING_STORES, therapists: 10 },
  bare: { firstStore: 4 + BOOKING_STORES, stores: BOOKING_STORES, therapists: 10 },
};

/** @type {import('./seed.mjs').SalonPlan} */
export const SHARED_SALON = {
  clients: CLIENTS,
  stores: [
    { therapists: 10, busy: 5 },
    { therapists: 12, busy: 5 },
    { therapists: 10, fullDays: LIST_LENGTHS },
    ...empty(1 + 2 * BOOKING_STORES),
  ],
};

/** A busy store with a past, and empty stores to book in. @param {number} history visits in the past  */
export function salonWithPast(history) {
  return { clients: CLIENTS, stores: [{ therapists: 10, busy: 5, history }, ...empty(2)] };
}

export const PAST_ROOM = { firstStore: 1, stores: 2, therapists: 10 };
