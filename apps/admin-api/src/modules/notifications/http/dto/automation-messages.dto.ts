import { Matches } from 'class-validator';
import type { CouponState } from '@yance/shared-types';
import { IfGiven } from '../../../../platform/input/index.js';
import type { MessageChannel, MessageState } from '../../data/messages.js';

/** Day and coupon of the last one seen. */
const GRANT_CURSOR = /^\d{4}-\d{2}-\d{2}\.[0-9A-HJKMNP-TV-Z]{26}$/;

export class AutomationMessagesQueryDto {
  /** As for its grants. */
  @IfGiven()
  @Matches(GRANT_CURSOR)
  cursor?: string;
}

/** How many messages came to what. */
export class MessageCountDto {
  channel: MessageChannel;
  state: MessageState;
  count: number;
}

/** One way in which a client was to be told, and what became of it. */
export class MessageFateDto {
  /** `none`: WeChat was not asked, the reason says why. */
  channel: MessageChannel;
  state: MessageState;
  reason: string | null;
  /** A call: how often the desk tried, and who did last. */
  tries: number;
  doneByName: string | null;
  /** RFC 3339, UTC. */
  at: string;
}

/** The messages about one coupon. */
export class CouponMessagesDto {
  couponId: string;
  couponState: CouponState;
  /** In the order in which they were tried; empty before the first, such as at night. */
  messages: MessageFateDto[];
}

export class AutomationMessagesDto {
  /** Of all its coupons. */
  counts: MessageCountDto[];
  /** Of a page of its grants, in their order. */
  items: CouponMessagesDto[];
  /** Where the next page begins; absent on the last. */
  nextCursor?: string;
}
