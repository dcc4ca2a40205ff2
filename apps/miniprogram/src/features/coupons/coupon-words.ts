import { COUPON_STATE_WORDS } from '@yance/shared-types';
import type { CouponView } from '@/api/types';
import { daysBetween, monthDay } from '@/lib/time';

/** With so many days left, the end is said in days. */
const SOON_DAYS = 7;

/** When a coupon is good, as a client wants to hear it today: `12月1日起可用`, `还剩 3 天`, `12月22日到期`. */
export function untilWords(
  { validFrom, validUntil }: Pick<CouponView, 'validFrom' | 'validUntil'>,
  today: string,
): string {
  if (validFrom > today) return `${monthDay(validFrom, today)}起可用`;
  const left = daysBetween(today, validUntil);
  if (left === 0) return '今天到期';
  if (left === 1) return '明天到期';
  return left > 0 && left <= SOON_DAYS ? `还剩 ${left} 天` : `${monthDay(validUntil, today)}到期`;
}

/** True in the last days of a coupon that is good. */
export const isEndingSoon = (
  { validFrom, validUntil }: Pick<CouponView, 'validFrom' | 'validUntil'>,
  today: string,
): boolean => validFrom <= today && daysBetween(today, validUntil) <= SOON_DAYS;

/** What became of it, with its day. */
export function endWords({ state, endedAt, validUntil }: CouponView, today: string): string {
  const day = endedAt === null ? validUntil : endedAt.slice(0, 10);
  // Its day is over, though the sweep has not come by yet.
  const word = state === 'issued' ? COUPON_STATE_WORDS.expired : COUPON_STATE_WORDS[state];
  return `${monthDay(day, today)}${word}`;
}

/** Where it is good. */
export const storeWords = (stores: readonly { readonly name: string }[]): string =>
  stores.map(({ name }) => name).join('、');
