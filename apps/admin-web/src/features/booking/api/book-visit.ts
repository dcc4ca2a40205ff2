import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AppointmentDraft, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { useAttemptKey } from '../../../shared/api/use-attempt-key';
import { answerOf, api } from '../../../shared/api/transport';

/** Books a visit. @throws ApiProblem SLOT_TAKEN with `alternatives` */
export function bookVisit(call: {
  key: string;
  body: AppointmentDraft;
}): Promise<StaffAppointment> {
  return answerOf(
    api.POST('/api/staff/appointments', {
      headers: { 'Idempotency-Key': call.key },
      body: call.body,
    }),
  );
}

/** Books once, however often it is asked for while the first answer is out. */
export function useBookVisit() {
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  const isOut = useRef(false);
  const mutation = useMutation({
    mutationFn: bookVisit,
    onSettled: () => {
      isOut.current = false;
      return queries.invalidateQueries({ queryKey: keys.visits });
    },
  });
  const book = (body: AppointmentDraft, done: (visit: StaffAppointment) => void) => {
    if (isOut.current) return;
    isOut.current = true;
    mutation.mutate({ key: keyFor(body), body }, { onSuccess: done });
  };
  return { book, error: mutation.error, isPending: mutation.isPending, reset: mutation.reset };
}
