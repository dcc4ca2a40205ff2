import { useMemo } from 'react';
import { useAvailability, type AvailabilityQuestion } from '@/api/availability';
import { useServices } from '@/api/services';
import { useStaff } from '@/api/staff';
import { useStores } from '@/api/stores';
import type { AvailableDay, StoreView } from '@/api/types';
import { addDays, daysBetween, todayIn } from '@/lib/time';
import { useDraft } from './booking-store';
import { chosenServices, type BookingDraft } from './draft';
import { totalsOf } from './terms';

/** One request answers at most this many days. */
const WINDOW_DAYS = 31;

/** Everything the booking page shows, worked out from the draft and what the API says. */
export function useBooking() {
  const draft = useDraft();
  const stores = useStores();
  const store = stores.data?.find(({ id }) => id === draft.storeId) ?? stores.data?.[0];
  const services = useServices(store?.id);
  const chosen = useMemo(
    () => chosenServices(draft.serviceIds, services.data ?? []),
    [draft.serviceIds, services.data],
  );
  const chosenIds = chosen.map(({ id }) => id);
  const staff = useStaff(store?.id, chosenIds);
  // Somebody who does not do one of the services, or has left, is no longer a choice.
  const person = staff.data?.find(({ id }) => id === draft.staffId);

  const today = todayIn(store?.timeZone ?? 'Asia/Shanghai', new Date());
  const window = windowOf(draft, today, store);
  const waitsForStaff = draft.staffId !== undefined && staff.data === undefined;
  const question: AvailabilityQuestion | null =
    store && chosenIds.length > 0 && !waitsForStaff
      ? { storeId: store.id, serviceIds: chosenIds, staffId: person?.id, ...window }
      : null;
  const availability = useAvailability(question);
  const day = dayOf(availability.data, draft.date);
  const start = day?.times.find((time) => time.start === draft.start);

  return {
    draft,
    stores,
    store,
    services,
    chosen,
    staff,
    person,
    today,
    availability,
    day,
    /** The chosen time, while it is still free. */
    start,
    /** A time was chosen and somebody else took it since. */
    lostStart: draft.start !== undefined && day !== undefined && start === undefined,
    earlierFrom: window.from > today ? addDays(window.from, -WINDOW_DAYS) : undefined,
    laterFrom: laterFrom(window.from, today, store),
    totals: totalsOf(chosen),
  };
}

export type Booking = ReturnType<typeof useBooking>;

/** The month of days that holds the chosen date, counted from today. */
function windowOf({ date }: BookingDraft, today: string, store: StoreView | undefined) {
  const ahead = date === undefined ? 0 : Math.max(0, daysBetween(today, date));
  const from = addDays(today, Math.floor(ahead / WINDOW_DAYS) * WINDOW_DAYS);
  const left = (store?.horizonDays ?? WINDOW_DAYS) + 1 - daysBetween(today, from);
  return { from, days: Math.max(1, Math.min(WINDOW_DAYS, left)) };
}

function laterFrom(from: string, today: string, store: StoreView | undefined) {
  const next = addDays(from, WINDOW_DAYS);
  return store && daysBetween(today, next) <= store.horizonDays ? next : undefined;
}

/** The chosen day, or the first one with a free time. */
export function dayOf(
  days: AvailableDay[] | undefined,
  date: string | undefined,
): AvailableDay | undefined {
  return (
    days?.find((day) => day.date === date) ??
    days?.find((day) => day.times.length > 0) ??
    days?.[0]
  );
}
