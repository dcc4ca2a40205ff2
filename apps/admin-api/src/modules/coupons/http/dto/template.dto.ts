import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  COUPON_KINDS,
  COUPON_SCOPES,
  COUPON_TEMPLATE_STATES,
  COUPON_VALIDITIES,
  type CouponKind,
  type CouponScope,
  type CouponTemplateState,
  type CouponValidity,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IsLocalDate, OrNull, READABLE } from '../../../../platform/input/index.js';

const MOST_FEN = 100_000_000;
const MOST_DAYS = 3_660;
const MOST_COUPONS = 10_000_000;
const MOST_EACH = 1_000;

/** A store in which a coupon is good, or a service or product that it names. */
export class NamedThingDto {
  id: string;
  name: string;
}

/** A kind of coupon as it stands, with what it says in words. */
export class CouponTemplateDto {
  id: string;
  name: string;
  kind: CouponKind;
  /** Fen: money_off takes it off, trial_price is it; null for the others. */
  amountFen: number | null;
  /** What is paid of a thousand (percent). */
  permille: number | null;
  /** The most that is saved, in fen (percent); null without a limit. */
  capFen: number | null;
  /** What the lines it is good for must come to, in fen. */
  minSpendFen: number;
  scope: CouponScope;
  services: NamedThingDto[];
  products: NamedThingDto[];
  stores: NamedThingDto[];
  withTier: boolean;
  withCoupons: boolean;
  validKind: CouponValidity;
  /** YYYY-MM-DD */
  validFrom: string | null;
  /** YYYY-MM-DD, included. */
  validUntil: string | null;
  validDays: number | null;
  /** How many there are; null without a limit. */
  quota: number | null;
  /** How many were issued so far. */
  issued: number;
  /** How many one client can have; null without a limit. */
  perClientCap: number | null;
  claimable: boolean;
  /** The desk may give it away. */
  atDesk: boolean;
  /** After a reversal it is good for so many days at least. */
  returnDays: number;
  note: string;
  state: CouponTemplateState;
  sort: number;
  version: number;
  /** RFC 3339, UTC. */
  updatedAt: string;
  /** `满300减50` */
  words: string;
  /** `自领取当日起 30 天内有效` */
  validityWords: string;
}

export class CouponTemplateListDto {
  items: CouponTemplateDto[];
}

/** What a template said in one of its versions. */
export class CouponTemplateVersionDto {
  name: string;
  state: CouponTemplateState;
  quota: number | null;
  perClientCap: number | null;
  /** `满300减50` */
  words: string;
  validityWords: string;
}

/** One version of a template: who made it, when, and what it said. */
export class CouponTemplateChangeDto {
  version: number;
  /** RFC 3339, UTC. */
  at: string;
  byName: string;
  template: CouponTemplateVersionDto;
}

export class CouponTemplateHistoryDto {
  template: CouponTemplateDto;
  /** Latest first. */
  changes: CouponTemplateChangeDto[];
}

/** A kind of coupon as marketing writes it. */
export class CreateCouponTemplateDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  @IsIn(COUPON_KINDS)
  kind: CouponKind;

  /** Fen. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  amountFen: number | null;

  /** What is paid of a thousand. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(999)
  permille: number | null;

  /** Fen. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  capFen: number | null;

  /** Fen. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  minSpendFen: number;

  @IsIn(COUPON_SCOPES)
  scope: CouponScope;

  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  serviceIds: string[];

  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  productIds: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds: string[];

  @IsBoolean()
  withTier: boolean;

  @IsBoolean()
  withCoupons: boolean;

  @IsIn(COUPON_VALIDITIES)
  validKind: CouponValidity;

  /** YYYY-MM-DD */
  @OrNull()
  @IsLocalDate()
  validFrom: string | null;

  /** YYYY-MM-DD, included. */
  @OrNull()
  @IsLocalDate()
  validUntil: string | null;

  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  validDays: number | null;

  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_COUPONS)
  quota: number | null;

  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_EACH)
  perClientCap: number | null;

  @IsBoolean()
  claimable: boolean;

  @IsBoolean()
  atDesk: boolean;

  @IsInt()
  @Min(1)
  @Max(365)
  returnDays: number;

  @CleanText()
  @IsString()
  @MaxLength(200)
  note: string;

  @IsIn(COUPON_TEMPLATE_STATES)
  state: CouponTemplateState;

  @IsInt()
  @Min(0)
  @Max(9_999)
  sort: number;
}

/** The whole template as it shall be. */
export class ChangeCouponTemplateDto extends CreateCouponTemplateDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}
