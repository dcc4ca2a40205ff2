import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import type {
  CouponAction,
  CouponBatchState,
  CouponKind,
  CouponSource,
  CouponState,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import { NamedThingDto } from './template.dto.js';

/** A client's coupon, by the terms it was issued under. */
export class CouponDto {
  id: string;
  /** As people read it out. */
  no: string;
  name: string;
  kind: CouponKind;
  /** `满300减50` */
  words: string;
  /** What stands large on its face: `50`, `8.5`, `免单`. */
  faceValue: string;
  /** Of the large number: `元`, `折`; empty after a word. */
  faceUnit: string;
  /** What else has to be known, a sentence each. */
  limits: string[];
  note: string;
  state: CouponState;
  source: CouponSource;
  /** YYYY-MM-DD; before it the coupon is not good yet. */
  validFrom: string;
  /** YYYY-MM-DD, included. */
  validUntil: string;
  /** Services it names; a visit for one of them can be booked. */
  serviceIds: string[];
  /** Where it is good. */
  stores: NamedThingDto[];
  /** RFC 3339 in the salon's offset. */
  issuedAt: string;
  /** When it was used, ran out or was revoked; null while it is good. */
  endedAt: string | null;
}

/** Which of her coupons a client looks at. */
export const COUPON_SHELVES = ['usable', 'used', 'expired'] as const;
export type CouponShelf = (typeof COUPON_SHELVES)[number];

export class ClientCouponsQueryDto {
  /** `usable` unless told. */
  @IfGiven()
  @IsIn(COUPON_SHELVES)
  state?: CouponShelf;
}

export class CouponCountsDto {
  usable: number;
  used: number;
  expired: number;
}

export class CouponListDto {
  items: CouponDto[];
  /** How many are on each shelf; a hundred at most are listed. */
  counts: CouponCountsDto;
}

/** A coupon that clients may take. */
export class CouponOfferDto {
  templateId: string;
  name: string;
  kind: CouponKind;
  words: string;
  faceValue: string;
  faceUnit: string;
  limits: string[];
  note: string;
  validityWords: string;
  stores: NamedThingDto[];
  /** How many are left; null without a limit. */
  left: number | null;
  /** How many she may still take; null without a limit. */
  mayTake: number | null;
  /** She has taken one before. */
  taken: boolean;
}

export class CouponOfferListDto {
  items: CouponOfferDto[];
}

/** Something that happened to a coupon. */
export class CouponChangeDto {
  action: CouponAction;
  /** RFC 3339 in the store's offset. */
  at: string;
  byName: string;
  storeName: string;
  reason: string | null;
  billId: string | null;
  /** What it took off, in fen; uses and returns only. */
  savedFen: number | null;
  /** The ledger's number of the entry. */
  txId: string;
}

/** A coupon at the desk. */
export class StaffCouponDto extends CouponDto {
  clientId: string;
  templateId: string;
  /** The store that issued it. */
  storeId: string;
  storeName: string;
  /** Oldest first. */
  changes: CouponChangeDto[];
}

export class StaffCouponListDto {
  items: StaffCouponDto[];
}

/** Coupons for one client or a list of them. */
export class IssueCouponsDto {
  @Matches(ID_PATTERN)
  templateId: string;

  /** The store in whose name they are given. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2_000)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  clientIds: string[];

  @IfGiven()
  @CleanText()
  @IsString()
  @Length(1, 200)
  reason?: string;
}

/** What became of one client of a list. */
export class CouponBatchRowDto {
  clientId: string;
  clientName: string;
  couponId: string | null;
  /** Code of why she got none; null while her turn has not come, too. */
  code: string | null;
  /** The same in words. */
  message: string | null;
}

/** A list that is being served, or was. */
export class CouponBatchDto {
  id: string;
  state: CouponBatchState;
  templateId: string;
  templateName: string;
  storeId: string;
  total: number;
  issued: number;
  refused: number;
  byName: string;
  /** RFC 3339 in the store's offset. */
  at: string;
  /** In the order in which they were sent. */
  rows: CouponBatchRowDto[];
}

export class RevokeCouponDto {
  /** Why, in words; it is kept. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请写明原因' })
  reason: string;
}

const MONTH = /^20\d\d-(?:0[1-9]|1[0-2])$/;

export class CouponReportQueryDto {
  /** YYYY-MM; the month five months before the last one unless told. */
  @IfGiven()
  @Matches(MONTH)
  fromMonth?: string;

  /** YYYY-MM, included; this month unless told. */
  @IfGiven()
  @Matches(MONTH)
  untilMonth?: string;

  /** One of the caller's stores; all of them unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

/** What became of coupons of one template in one month. */
export class CouponReportLineDto {
  templateId: string;
  templateName: string;
  /** YYYY-MM */
  month: string;
  issued: number;
  used: number;
  returned: number;
  expired: number;
  revoked: number;
  /** What uses took off, less what came back, in fen. */
  costFen: number;
}

export class CouponReportSumsDto {
  issued: number;
  used: number;
  returned: number;
  expired: number;
  revoked: number;
  costFen: number;
}

export class CouponReportDto {
  /** YYYY-MM */
  fromMonth: string;
  /** YYYY-MM, included. */
  untilMonth: string;
  /** Months newest first. */
  lines: CouponReportLineDto[];
  total: CouponReportSumsDto;
}
