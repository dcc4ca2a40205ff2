import { useMemo } from 'react';
import { useCareCheck } from '@/api/care-check';
import { usePackages } from '@/api/packages';
import { useAvailability, type AvailabilityQuestion } from '@/api/availability';
import { useServices } from '@/api/services';
import { useStaff } from '@/api/staff';
import { useStores } from '@/api/stores';
import { useTier } from '@/api/tier';
import { todayIn } from '@/lib/time';
import { useDraft } from './booking-store';
import { dayOf, earlierFrom, horizonOf, laterFrom, windowOf } from './days';
import { chosenServices } from './draft';
import { sessionOffers } from './sessions';
import { totalsOf } from './terms';

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
  const tier = useTier();
  const horizonDays = store && horizonOf(store.horizonDays, tier.data?.tier?.privileges);
  const window = windowOf(draft.date, today, horizonDays);
  const waitsForStaff = draft.staffId !== undefined && staff.data === undefined;
  const question: AvailabilityQuestion | null =
    store && chosenIds.length > 0 && !waitsForStaff
      ? { storeId: store.id, serviceIds: chosenIds, staffId: person?.id, ...window }
      : null;
  const availability = useAvailability(question);
  const day = dayOf(availability.data, draft.date);
  const start = day?.times.find((time) => time.start === draft.start);

  const care = useCareCheck(
    store && chosenIds.length > 0
      ? { storeId: store.id, serviceIds: chosenIds, start: start?.start }
      : null,
  );

  const packages = usePackages();
  const offers = sessionOffers(packages.data ?? [], chosen, {
    storeId: store?.id ?? '',
    date: day?.date ?? draft.date ?? today,
  });
  const covered = new Set([...offers.keys()].filter((id) => !draft.paidServiceIds.includes(id)));

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
    earlierFrom: earlierFrom(window.from, today),
    laterFrom: laterFrom(window.from, today, horizonDays),
    /** What speaks against it, in words that say nothing of health; the booking itself is asked again. */
    care: care.data ?? [],
    /** Sessions that would cover what was chosen, and the services for which they are used. */
    offers,
    covered,
    totals: totalsOf(chosen, person?.grade, covered),
  };
}

export type Booking = ReturnType<typeof useBooking>;
