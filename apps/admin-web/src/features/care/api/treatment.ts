import { useQuery } from '@tanstack/react-query';
import type { TreatmentDraft, VisitTreatment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import type { DraftStore } from '../../../shared/api/draft-keeper';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** The record of a visit, the caller's draft and what the form begins with. */
export function readTreatment(visitId: string, signal?: AbortSignal): Promise<VisitTreatment> {
  const params = { path: { id: visitId } };
  return answerOf(api.GET('/api/staff/appointments/{id}/treatment', { params, signal }));
}

/** Not read again by itself: each read is written down, and what is being typed must stay. */
export function useTreatment(visitId: string) {
  return useQuery({
    queryKey: keys.treatment(visitId),
    queryFn: ({ signal }) => readTreatment(visitId, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Keeps what was typed so far about a visit. */
export const draftsOf = (visitId: string): DraftStore<TreatmentDraft> => ({
  changed: 'TREATMENT_DRAFT_CHANGED',
  async save(key, draft, revision) {
    const answer = await answerOf(
      api.PUT('/api/staff/appointments/{id}/treatment/draft', {
        params: { path: { id: visitId } },
        headers: keyHeader(key),
        body: { ...draft, revision },
      }),
    );
    return answer.revision;
  },
});

interface Write {
  key: string;
  body: TreatmentDraft;
}

/** Writes the record. @throws ApiProblem TREATMENT_WRITTEN  a colleague wrote it meanwhile */
export const useWriteTreatment = (visitId: string) =>
  useWrite(
    ({ key, body }: Write): Promise<VisitTreatment> =>
      answerOf(
        api.POST('/api/staff/appointments/{id}/treatment', {
          params: { path: { id: visitId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.visits, keys.treatments],
  );

interface Correction {
  key: string;
  body: TreatmentDraft & { version: number; reason: string };
}

/** Corrects the record. @throws ApiProblem TREATMENT_CHANGED  somebody was faster */
export const useCorrectTreatment = (recordId: string) =>
  useWrite(
    ({ key, body }: Correction): Promise<VisitTreatment> =>
      answerOf(
        api.POST('/api/staff/treatments/{recordId}/corrections', {
          params: { path: { recordId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.treatments],
  );
