import { IsIn, Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { IfGiven } from '../../../../platform/input/index.js';

export class CallsQueryDto {
  /** One of her stores; all of them unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  /** The last call of the page before. */
  @IfGiven()
  @Matches(ID_PATTERN)
  cursor?: string;
}

/** A coupon that she is told of. */
export class CallCouponDto {
  name: string;
  /** `满300减50` */
  words: string;
  /** YYYY-MM-DD, its last day. */
  validUntil: string;
  /** What she is told with it. */
  say: string;
}

/** A visit that she is told of. */
export class CallVisitDto {
  id: string;
  /** What of it: `changed`, `staff_changed`, `cancelled`, `expired`, `day_before`. */
  kind: string;
  /** RFC 3339 in the store's offset. */
  start: string;
  services: string[];
  staffNames: string[];
}

/** A client whom the desk is to call, and what about: a coupon or a visit. */
export class CallDto {
  id: string;
  clientId: string;
  clientName: string;
  memberNo: string;
  /** Null where her file has no phone any more. */
  phoneMasked: string | null;
  storeId: string;
  coupon: CallCouponDto | null;
  visit: CallVisitDto | null;
  /** How often she was called and did not answer. */
  tries: number;
  /** Who called last; null before anybody did. */
  lastByName: string | null;
  /** RFC 3339, UTC; null before anybody called. */
  lastAt: string | null;
}

export class CallListDto {
  /** Those that wait longest first. */
  items: CallDto[];
  /** Where the next page begins; absent on the last. */
  nextCursor?: string;
}

export class SettleCallDto {
  /** `not_reached`: she stays on the list. */
  @IsIn(['called', 'not_reached'])
  result: 'called' | 'not_reached';
}

export class SettledCallDto {
  state: 'to_call' | 'called';
  tries: number;
}
