import type { Limits, LimitsPatch } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: LimitsPatch;
}

/** Changes the rules of the brand, or of one store. @throws ApiProblem INVALID_INPUT */
export function changeLimits(storeId: string | null, { key, body }: Call): Promise<Limits> {
  const headers = keyHeader(key);
  return answerOf(
    storeId === null
      ? api.PATCH('/api/staff/membership-settings', { headers, body })
      : api.PATCH('/api/staff/membership-settings/{storeId}', {
          params: { path: { storeId } },
          headers,
          body,
        }),
  );
}

export const useChangeLimits = (storeId: string | null) =>
  useWrite((call: Call) => changeLimits(storeId, call), [['limits']]);
