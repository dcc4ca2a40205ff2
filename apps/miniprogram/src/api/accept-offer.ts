import { useCallback } from 'react';
import { api } from './api';
import { visitChanged } from './appointments';
import { useIdempotentWrite } from './use-idempotent-write';

/** @throws ApiProblem OFFER_GONE when the time is not kept any more */
export function useAcceptOffer(id: string) {
  const send = useCallback(
    async (body: { optionId: string }, key: string) => {
      const path = '/api/client/appointments/{id}/accept';
      const visit = await api('post', path, { params: { id }, body }, key);
      visitChanged(visit);
      return visit;
    },
    [id],
  );
  return useIdempotentWrite(`accept.${id}`, send);
}
