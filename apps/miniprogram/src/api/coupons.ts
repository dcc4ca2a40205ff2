import { useCallback } from 'react';
import { api } from './api';
import { forget, remember, useRemote } from './remote';
import type { CouponShelf } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

const keyOf = (id: string): string => `/client/coupons/${id}`;

/** One shelf of the client's coupons, with how many are on each. */
export const useCoupons = (state: CouponShelf) =>
  useRemote(`/client/coupons?state=${state}`, () =>
    api('get', '/api/client/coupons', { query: { state } }),
  );

/** One, with how and where it is good. */
export const useCoupon = (id: string) =>
  useRemote(keyOf(id), () =>
    api('get', '/api/client/coupons/{couponId}', { params: { couponId: id } }),
  );

/** What may be taken, also what is all gone. */
export const useCouponOffers = () =>
  useRemote('/client/coupon-offers', () => api('get', '/api/client/coupon-offers', {}));

/** After a coupon came or went: whoever shows coupons asks again. */
export function couponsChanged(): void {
  for (const prefix of [
    ...['/client/coupons', '/client/coupon-offers', '/client/wallet', '/client/birthday-gift'],
  ])
    forget(prefix);
}

/** Takes one. @throws ApiProblem COUPON_SOLD_OUT, COUPON_CAP_REACHED, COUPON_NOT_OFFERED, COUPON_NO_BIRTHDAY */
export function useClaimCoupon(templateId: string) {
  const send = useCallback(
    async (_body: object, key: string) => {
      const path = '/api/client/coupon-offers/{templateId}/claim';
      try {
        const coupon = await api('post', path, { params: { templateId } }, key);
        remember(keyOf(coupon.id), coupon);
        return coupon;
      } finally {
        // Also after a refusal: others were faster, and the page should say what is left.
        couponsChanged();
      }
    },
    [templateId],
  );
  return useIdempotentWrite(`claim.${templateId}`, send);
}
