import { openOn } from '../stores/index.js';
import { addDays, instantOf, localDate, weekdayOf } from '../../platform/clock/index.js';
import type { Waiting } from './data/visit.js';
import { timesToAnswer, type OpenStretch } from './rules/open-time.js';
import type { StoreSetup } from './store-setups.js';

/** Two weeks of closed days leave a request until its visit would begin. */
const LOOK_DAYS = 14;

/** What a request that waits for the salon's answer is written with. */
export function answerTimes(
  { setup }: { readonly setup: StoreSetup },
  startsAt: Date,
  now: Date,
): Waiting {
  const { answerMinutes } = setup.policy;
  return { heldFor: null, ...timesToAnswer(openFrom(setup, now), now, startsAt, answerMinutes) };
}

/** When the store is open from a moment on; the night before reaches into the day. */
function openFrom({ store, times }: StoreSetup, now: Date): OpenStretch[] {
  const zone = store.timeZone;
  const yesterday = addDays(localDate(now, zone), -1);
  return Array.from({ length: LOOK_DAYS }, (_, ahead) => addDays(yesterday, ahead)).flatMap(
    (date) => {
      const open = openOn(date, weekdayOf(date), times.hours, times.closures);
      const at = (minute: number): number => instantOf(date, minute, zone).getTime();
      return open ? [{ from: at(open.opensMinute), to: at(open.closesMinute) }] : [];
    },
  );
}
