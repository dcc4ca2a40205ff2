import { useQuery } from '@tanstack/react-query';
import type { ClientMarketing, MarketingChoice } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** What a client wants to hear of, and all that was said about it. @throws ApiProblem CLIENT_NOT_FOUND */
export function readMarketingChoice(id: string, signal?: AbortSignal): Promise<ClientMarketing> {
  const params = { path: { id } };
  return answerOf(api.GET('/api/staff/clients/{id}/marketing-choice', { params, signal }));
}

export const useMarketingChoice = (id: string) =>
  useQuery({
    queryKey: keys.marketingChoice(id),
    queryFn: ({ signal }) => readMarketingChoice(id, signal),
  });

interface Call {
  key: string;
  body: MarketingChoice;
}

/** Notes what she said. @throws ApiProblem MARKETING_CHOICE_CHANGED, CLIENT_MERGED */
export function noteMarketingChoice(id: string, { key, body }: Call): Promise<MarketingChoice> {
  return answerOf(
    api.PUT('/api/staff/clients/{id}/marketing-choice', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useNoteMarketingChoice = (id: string) =>
  useWrite((call: Call) => noteMarketingChoice(id, call), [keys.marketingChoice(id)]);
