import { useCallback } from 'react';
import { api } from './api';
import { forget, useRemote } from './remote';
import type { TellBody } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

const keyOf = (id: string): string => `/client/appointments/${id}/progress`;

/** Where a visit stands while she is there. */
export const useVisitProgress = (id: string) =>
  useRemote(keyOf(id), () =>
    api('get', '/api/client/appointments/{id}/progress', { params: { id } }),
  );

/** @throws ApiProblem FEEDBACK_NOT_NOW once she left, FEEDBACK_TOO_MANY */
export function useTell(id: string) {
  const send = useCallback(
    async (body: TellBody, key: string) => {
      const path = '/api/client/appointments/{id}/feedback';
      const said = await api('post', path, { params: { id }, body }, key);
      forget(keyOf(id));
      return said;
    },
    [id],
  );
  return useIdempotentWrite(`tell.${id}`, send);
}
