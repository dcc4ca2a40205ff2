import { couponWords } from '@yance/shared-types';
import { DateTime } from 'luxon';
import type { Coupon } from '../../coupons/index.js';
import type { TextMessage } from '../../../platform/sms/index.js';
import { thing } from './appointment-message.js';

type GiftedCoupon = Pick<Coupon, 'terms' | 'validUntil'>;

const lastDay = ({ validUntil }: GiftedCoupon): string =>
  DateTime.fromISO(validUntil).toFormat('yyyy年M月d日');

/** The fields of 卡券到期提醒; all of them must be there and none empty (WeChat, 47003). */
export function couponMessage(
  coupon: GiftedCoupon,
  words: string,
): Readonly<Record<string, string>> {
  return {
    thing1: thing(coupon.terms.name),
    thing2: thing(couponWords(coupon.terms)),
    date3: lastDay(coupon),
    thing4: thing(words),
  };
}

/** The same as a text message. */
export const couponText = (coupon: GiftedCoupon, words: string, phone: string): TextMessage => ({
  ...{ phone, template: 'coupon-gift' },
  params: { words, coupon: coupon.terms.name, until: lastDay(coupon) },
});
