import { useQuery } from '@tanstack/react-query';
import type { CouponTemplate } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Every kind of coupon, also drafts and those that are no longer given. */
export async function listTemplates(signal?: AbortSignal): Promise<CouponTemplate[]> {
  return (await answerOf(api.GET('/api/staff/coupon-templates', { signal }))).items;
}

export function useTemplates() {
  return useQuery({
    queryKey: keys.couponTemplates,
    queryFn: ({ signal }) => listTemplates(signal),
  });
}
