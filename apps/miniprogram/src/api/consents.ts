import { useCallback } from 'react';
import { dropReplies } from '@/lib/leftovers';
import { platform } from '@/platform';
import { api } from './api';
import type { Given } from './contract';
import { forget, remember, useRemote } from './remote';
import { useIdempotentWrite } from './use-idempotent-write';

const KEY = '/client/consents?';

export type ConsentDraft = Given<'post', '/api/client/consents'>['body'];
export type ConsentKind = Given<'post', '/api/client/consents/withdraw'>['body']['kind'];

/** Where the client stands with every consent. */
export const useConsents = () => useRemote(KEY, () => api('get', '/api/client/consents', {}));

/** The same with the risk notices of some services; without a service nothing is asked. */
export const useNotices = (serviceIds: readonly string[]) => {
  const query = serviceIds.join(',');
  return useRemote(query === '' ? null : `${KEY}${query}`, () =>
    api('get', '/api/client/consents', { query: { serviceIds: query } }),
  );
};

/** Agrees. @throws ApiProblem CONSENT_TEXT_CHANGED, CONSENT_GIVEN, GUARDIAN_REQUIRED */
export function useGiveConsent(topic: string) {
  const send = useCallback(async (body: ConsentDraft, key: string) => {
    const sheet = await api('post', '/api/client/consents', { body }, key);
    forget(KEY);
    remember(KEY, sheet);
    return sheet;
  }, []);
  return useIdempotentWrite(`consent.${topic}`, send);
}

/** Takes one back. @throws ApiProblem CONSENT_NOT_GIVEN */
export function useWithdrawConsent(topic: string) {
  const send = useCallback(async (body: { kind: ConsentKind }, key: string) => {
    const sheet = await api('post', '/api/client/consents/withdraw', { body }, key);
    // What she entered about her health and did not send goes with it.
    if (body.kind === 'health') dropReplies(platform.storage);
    forget(KEY);
    remember(KEY, sheet);
    return sheet;
  }, []);
  return useIdempotentWrite(`consent.back.${topic}`, send);
}
