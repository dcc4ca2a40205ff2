/** A coupon that a client was given for her birthday. */
export class GiftDto {
  couponId: string;
  /** Of the coupon. */
  name: string;
  /** `满300减50` */
  couponWords: string;
  /** What the salon says with it. */
  words: string;
  /** YYYY-MM-DD, its last day. */
  validUntil: string;
}

export class BirthdayGiftDto {
  /** Null where there is none that she can use. */
  gift: GiftDto | null;
}
