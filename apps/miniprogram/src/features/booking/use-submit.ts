import { useState } from 'react';
import { forget } from '@/api/remote';
import { useBookAppointment, type BookingBody } from '@/api/book-appointment';
import { useMe } from '@/api/me';
import type { AppointmentView, OfferedTime } from '@/api/types';
import { ApiProblem } from '@/lib/failure';
import { alternativesIn } from './alternatives';
import { draft, justBooked } from './booking-store';
import { showConfirmStep } from './show-confirm-step';
import type { Booking } from './use-booking';

/** Refusals for the time alone, which name others. */
const TAKEN = ['SLOT_TAKEN', 'DAY_FULL', 'STAFF_DAY_FULL', 'PEAK_RESERVED'] as const;

export type PhoneAsk = 'no' | 'ask' | 'insist';

/** From the tap on 确认预约 to a visit, by way of a phone number at the first one. */
export function useSubmit(booking: Booking) {
  const me = useMe();
  const write = useBookAppointment();
  const [phoneAsk, setPhoneAsk] = useState<PhoneAsk>('no');
  const [problem, setProblem] = useState<unknown>();
  const [alternatives, setAlternatives] = useState<OfferedTime[]>([]);

  async function settle(answer: Promise<AppointmentView> | undefined) {
    if (!answer) return;
    setProblem(undefined);
    setAlternatives([]);
    try {
      const visit = await answer;
      draft.finish();
      justBooked.set(visit.id);
    } catch (failure) {
      if (failure instanceof ApiProblem && failure.is('PHONE_REQUIRED')) {
        setPhoneAsk('insist');
        return;
      }
      setProblem(failure);
      if (failure instanceof ApiProblem) refused(failure);
    }
  }

  function refused(failure: ApiProblem) {
    if (TAKEN.some((code) => failure.is(code))) {
      setAlternatives(alternativesIn(failure));
      draft.dropStart();
    }
    // The alternatives stand in the last step, which may be out of sight.
    showConfirmStep();
    // What was on screen is no longer true; it is asked again.
    forget('/client/care-check');
    forget('/client/availability');
    forget('/client/staff');
    forget('/client/packages');
  }

  function send() {
    const body = bodyOf(booking);
    if (body) void settle(write.submit(body));
  }

  return {
    write,
    problem,
    alternatives,
    phoneAsk,
    submit() {
      const lacksPhone = me.data !== undefined && me.data.phoneMasked === null;
      if (lacksPhone) setPhoneAsk(booking.store?.phoneRequired ? 'insist' : 'ask');
      else send();
    },
    /** The phone sheet is done with, with a number or without. */
    phoneSettled() {
      setPhoneAsk('no');
      send();
    },
    phoneClosed: () => setPhoneAsk('no'),
    retry: () => void settle(write.retry()),
    takeAlternative(time: OfferedTime) {
      setAlternatives([]);
      setProblem(undefined);
      showConfirmStep();
      draft.chooseStart(time.start.slice(0, 10), time.start);
    },
  };
}

export type Submit = ReturnType<typeof useSubmit>;

function bodyOf({
  store,
  chosen,
  person,
  start,
  offers,
  covered,
  draft: { note, planned },
}: Booking): BookingBody | undefined {
  if (!store || !start || chosen.length === 0) return undefined;
  const services = chosen.map(({ id }) => {
    const session = covered.has(id) ? offers.get(id) : undefined;
    return {
      serviceId: id,
      ...(person ? { staffId: person.id } : {}),
      ...(session ? { useSession: session.itemId } : {}),
    };
  });
  const words = note.trim();
  const isPlanned = planned && chosen.some(({ id }) => id === planned.serviceId);
  return {
    ...{ storeId: store.id, start: start.start, services },
    ...(words ? { note: words } : {}),
    ...(isPlanned ? { planStepId: planned.stepId } : {}),
  };
}
