import { useQuery } from '@tanstack/react-query';
import type { CouponTemplateHistory } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A template with every version that it had. @throws ApiProblem COUPON_TEMPLATE_NOT_FOUND */
export function readTemplate(
  templateId: string,
  signal?: AbortSignal,
): Promise<CouponTemplateHistory> {
  return answerOf(
    api.GET('/api/staff/coupon-templates/{templateId}', {
      params: { path: { templateId } },
      signal,
    }),
  );
}

export function useTemplate(templateId: string) {
  return useQuery({
    queryKey: keys.couponTemplate(templateId),
    queryFn: ({ signal }) => readTemplate(templateId, signal),
  });
}
