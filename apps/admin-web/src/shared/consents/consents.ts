import { useQuery } from '@tanstack/react-query';
import type { ConsentInShop, ConsentKind, ConsentProof, ConsentSheet } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';

/** Where a client stands with every consent, and with the risk notices of some services. */
export function readConsents(
  id: string,
  serviceIds: readonly string[],
  signal?: AbortSignal,
): Promise<ConsentSheet> {
  const query = serviceIds.length > 0 ? { serviceIds: serviceIds.join(',') } : {};
  const params = { path: { id }, query };
  return answerOf(api.GET('/api/staff/clients/{id}/consents', { params, signal }));
}

export const useConsents = (id: string, serviceIds: readonly string[] = []) =>
  useQuery({
    queryKey: keys.consentSheet(id, serviceIds.join(',')),
    queryFn: ({ signal }) => readConsents(id, serviceIds, signal),
  });

/** The words, the signature and who signed; the look is written down. @throws ApiProblem CONSENT_NOT_FOUND */
export const useConsentProof = (id: string, consentId: string) =>
  useQuery({
    queryKey: keys.consentProof(id, consentId),
    queryFn: ({ signal }): Promise<ConsentProof> => {
      const params = { path: { id, consentId } };
      return answerOf(api.GET('/api/staff/clients/{id}/consents/{consentId}', { params, signal }));
    },
  });

/** What her word changes: health files open and close with it. */
const touched = (id: string) => [
  ...[keys.consents(id), keys.care, keys.questionnaires(id), keys.clientPages],
];

interface Call<Body> {
  readonly key: string;
  readonly body: Body;
}

/** Writes down what was signed at the salon. @throws ApiProblem CONSENT_TEXT_CHANGED, CONSENT_GIVEN, GUARDIAN_REQUIRED */
export const useGiveConsent = (id: string) =>
  useWrite(
    ({ key, body }: Call<ConsentInShop>) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/consents', {
          ...{ params: { path: { id } }, headers: keyHeader(key), body },
        }),
      ),
    touched(id),
  );

/** Takes one back on the client's word. @throws ApiProblem CONSENT_NOT_GIVEN */
export const useWithdrawConsent = (id: string) =>
  useWrite(
    ({ key, body }: Call<{ kind: ConsentKind }>) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/consents/withdraw', {
          ...{ params: { path: { id } }, headers: keyHeader(key), body },
        }),
      ),
    touched(id),
  );
