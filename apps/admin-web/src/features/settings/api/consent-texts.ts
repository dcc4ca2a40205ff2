import { useQuery } from '@tanstack/react-query';
import type { ConsentText, ConsentTextDraft, ConsentTextKind } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Every version of a consent, latest first; of notices the one in force of each service. */
export async function listConsentTexts(
  kind: ConsentTextKind,
  signal?: AbortSignal,
): Promise<ConsentText[]> {
  const params = { query: { kind } };
  return (await answerOf(api.GET('/api/staff/consent-texts', { params, signal }))).items;
}

export const useConsentTexts = (kind: ConsentTextKind) =>
  useQuery({
    queryKey: keys.consentTextsOf(kind),
    queryFn: ({ signal }) => listConsentTexts(kind, signal),
  });

/** Puts a new version in force. @throws ApiProblem CONSENT_TEXT_CHANGED, INVALID_INPUT */
export const usePublishConsentText = () =>
  useWrite(
    ({ key, body }: { key: string; body: ConsentTextDraft }) =>
      answerOf(api.POST('/api/staff/consent-texts', { headers: keyHeader(key), body })),
    [keys.consentTexts, ['consents']],
  );
