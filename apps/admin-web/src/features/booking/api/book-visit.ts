import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ulid } from 'ulid';
import type { AppointmentDraft, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { attemptKeyFor, type AttemptKey } from '../attempt-key';

/** Books a visit. @throws ApiProblem SLOT_TAKEN with `alternatives` */
export function bookVisit(call: {
  key: string;
  body: AppointmentDraft;
}): Promise<StaffAppointment> {
  return answerOf(
    api.POST('/api/staff/appointments', {
      params: { header: { 'Idempotency-Key': call.key } },
      body: call.body,
    }),
  );
}

/** Books once, however often it is asked for while the first answer is out. */
export function useBookVisit() {
  const queries = useQueryClient();
  const attempt = useRef<AttemptKey | null>(null);
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
    attempt.current = attemptKeyFor(attempt.current, body, ulid);
    mutation.mutate({ key: attempt.current.key, body }, { onSuccess: done });
  };
  return { book, error: mutation.error, isPending: mutation.isPending, reset: mutation.reset };
}
