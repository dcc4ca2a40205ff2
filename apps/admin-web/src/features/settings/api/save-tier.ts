import type { Tier, TierDraft, TierList, TierSettings } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: TierDraft;
}

/** Makes a tier, or the next version of one. @throws ApiProblem TIER_CHANGED, INVALID_INPUT also for a taken rank */
export function saveTier(tier: Tier | null, { key, body }: Call): Promise<Tier> {
  const headers = keyHeader(key);
  return answerOf(
    tier
      ? api.PATCH('/api/staff/tiers/{tierId}', {
          params: { path: { tierId: tier.id } },
          headers,
          body: { ...body, version: tier.version },
        })
      : api.POST('/api/staff/tiers', { headers, body }),
  );
}

export const useSaveTier = (tier: Tier | null) =>
  useWrite((call: Call) => saveTier(tier, call), [keys.tiers]);

/** Changes what counts for tiers, and how long one stays. */
export function changeTierSettings({
  key,
  body,
}: {
  key: string;
  body: TierSettings;
}): Promise<TierList> {
  return answerOf(api.PATCH('/api/staff/tier-settings', { headers: keyHeader(key), body }));
}

export const useChangeTierSettings = () => useWrite(changeTierSettings, [keys.tiers]);
