import type { CouponBatch, CouponIssueDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: CouponIssueDraft;
}

/** Gives coupons to a list of clients. @throws ApiProblem COUPON_NOT_OFFERED, COUPON_NOT_AT_DESK */
export function issueCoupons({ key, body }: Call): Promise<CouponBatch> {
  return answerOf(api.POST('/api/staff/coupons', { headers: keyHeader(key), body }));
}

export const useIssueCoupons = () => useWrite(issueCoupons, [keys.couponTemplates, keys.coupons]);
