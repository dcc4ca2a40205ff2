import { useQuery } from '@tanstack/react-query';
import type { Qualifications, TouchedVisit } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** What a store's people are able and allowed to do. */
export function readQualifications(storeId: string, signal?: AbortSignal): Promise<Qualifications> {
  const params = { query: { storeId } };
  return answerOf(api.GET('/api/staff/qualifications', { params, signal }));
}

export const useQualifications = (storeId: string, isAllowed: boolean) =>
  useQuery({
    queryKey: keys.qualifications(storeId),
    queryFn: ({ signal }) => readQualifications(storeId, signal),
    enabled: isAllowed,
  });

/** What every change has: tried out first, then saved with the visits that were shown. */
export interface Trying {
  dryRun: boolean;
  seenVisits: string[];
}

interface Call<Body> {
  key: string;
  body: Body & Trying;
}

const TOUCHED = [['qualifications'], ['staff'], keys.visits];

/** @throws ApiProblem CERTIFICATE_CHANGED, SHIFT_TOUCHES_VISITS */
const recordCertificate = async (
  id: string,
  { key, body }: Call<{ number: string; validUntil: string; version: number }>,
): Promise<TouchedVisit[]> => {
  const params = { path: { id } };
  const headers = keyHeader(key);
  return (
    await answerOf(
      api.POST('/api/staff/qualifications/{id}/certificate', { params, headers, body }),
    )
  ).items;
};

export const useRecordCertificate = (id: string) =>
  useWrite((call: Parameters<typeof recordCertificate>[1]) => recordCertificate(id, call), TOUCHED);

/** @throws ApiProblem SHIFT_TOUCHES_VISITS */
const changeSkill = async (
  id: string,
  { key, body }: Call<{ skillId: string; has: boolean }>,
): Promise<TouchedVisit[]> => {
  const params = { path: { id } };
  const headers = keyHeader(key);
  return (
    await answerOf(api.POST('/api/staff/qualifications/{id}/skills', { params, headers, body }))
  ).items;
};

export const useChangeSkill = (id: string) =>
  useWrite((call: Parameters<typeof changeSkill>[1]) => changeSkill(id, call), TOUCHED);

/** @throws ApiProblem SHIFT_TOUCHES_VISITS */
const saveRule = async ({
  key,
  body,
}: Call<{ storeId: string; isRequired: boolean }>): Promise<TouchedVisit[]> => {
  const headers = keyHeader(key);
  return (await answerOf(api.POST('/api/staff/certificate-rule', { params: {}, headers, body })))
    .items;
};

export const useSaveRule = () => useWrite(saveRule, TOUCHED);
