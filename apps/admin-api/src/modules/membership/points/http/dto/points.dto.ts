import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  NotEquals,
  ValidateNested,
} from 'class-validator';
import {
  REWARD_STATES,
  type AdjustmentState,
  type RedemptionState,
  type RewardState,
} from '@yance/shared-types';
import { OverrideDto } from '../../../../care/index.js';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, ListOf, READABLE } from '../../../../../platform/input/index.js';
import { ReasonDto } from '../../../http/dto/top-up.dto.js';

const MOST_RATE = 10_000;
const MOST_POINTS = 100_000;
const MOST_COST = 10_000_000;
const MOST_TAKEN = -MOST_POINTS;

/** Points for 100 yuan of each tender; absent: none. */
export class TenderPointsDto {
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) cash?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) bank_card?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) wechat?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) paycode?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) voucher?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) stored_principal?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) stored_bonus?: number;
  @IfGiven() @IsInt() @Min(0) @Max(MOST_RATE) session?: number;
}

export class StreakDto {
  /** Days in a row. */
  @IsInt()
  @Min(2)
  @Max(365)
  days: number;

  @IsInt()
  @Min(1)
  @Max(MOST_POINTS)
  points: number;
}

/** How points come and what they are worth. */
export class PointsRulesDto {
  @IsBoolean()
  enabled: boolean;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => TenderPointsDto)
  perHundredYuan: TenderPointsDto;

  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  checkInPoints: number;

  @ListOf(() => StreakDto, { max: 10 })
  streaks: StreakDto[];

  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  reviewPoints: number;

  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  referralPoints: number;

  /** Good until the end of the month so many months later; absent: for good. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(120)
  expireMonths?: number;

  /** What 100 points pay at the till, in fen. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  fenPerHundred: number;

  /** The largest part of a bill that points may pay. */
  @IsInt()
  @Min(0)
  @Max(1000)
  mostOfBillPermille: number;

  /** More than this by hand needs a second person. */
  @IsInt()
  @Min(0)
  @Max(MOST_POINTS)
  handLimit: number;
}

/** What points buy: a piece that is picked up, or a coupon. */
export class RewardDto {
  id: string;
  name: string;
  description: string;
  costPoints: number;
  /** Pieces that are there; null: without end. */
  left: number | null;
  /** How often a client may have it; null: as often as she likes. */
  perClientCap: number | null;
  /** True: it is a coupon, hers at once. */
  isCoupon: boolean;
}

export class RewardListDto {
  items: RewardDto[];
}

export class StaffRewardDto extends RewardDto {
  /** Pieces there ever were; null: without end. */
  stock: number | null;
  taken: number;
  /** The coupon that it is; null for a piece. */
  couponTemplateId: string | null;
  state: RewardState;
  sort: number;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
}

/** A reward as it was after a change. */
export class RewardVersionDto {
  version: number;
  /** RFC 3339 in the salon's offset. */
  at: string;
  byName: string;
  name: string;
  costPoints: number;
  stock: number | null;
  perClientCap: number | null;
  state: RewardState;
}

export class RewardHistoryDto {
  reward: StaffRewardDto;
  /** Latest first. */
  changes: RewardVersionDto[];
}

export class StaffRewardListDto {
  items: StaffRewardDto[];
}

/** A reward as it is to be. */
export class WriteRewardDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  description?: string;

  @IsInt()
  @Min(1)
  @Max(MOST_COST)
  costPoints: number;

  /** Pieces there ever were, those that went already included; absent: without end. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  stock?: number;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1000)
  perClientCap?: number;

  /** The coupon that it is; absent for a piece that is picked up. */
  @IfGiven()
  @Matches(ID_PATTERN)
  couponTemplateId?: string;

  @IsIn(REWARD_STATES)
  state: RewardState;

  @IsInt()
  @Min(0)
  @Max(9_999)
  sort: number;
}

export class ChangeRewardDto extends WriteRewardDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

export class RedemptionDto {
  id: string;
  name: string;
  points: number;
  storeId: string;
  storeName: string;
  state: RedemptionState;
  /** RFC 3339 in the store's offset. */
  at: string;
  closedAt: string | null;
  closeNote: string | null;
  /** The coupon that it gave; null for a piece. */
  couponId: string | null;
}

/** What a client bought; the desk asks for the code of a piece. */
export class ClientRedemptionDto extends RedemptionDto {
  pickUpCode: string | null;
}

export class StaffRedemptionDto extends RedemptionDto {
  clientId: string;
  clientName: string;
  closedByName: string | null;
}

export class StaffRedemptionListDto {
  items: StaffRedemptionDto[];
}

export class RedeemRewardDto {
  @Matches(ID_PATTERN)
  rewardId: string;

  /** Where a piece will be picked up; a coupon needs none. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  /** What she was shown that it costs; another price by now is told (REWARD_CHANGED), and not taken from her. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_COST)
  costPoints?: number;
}

export class HandOverDto {
  /** Eight digits on the client's phone. */
  @Matches(/^\d{8}$/, { message: '请输入 8 位领取码' })
  pickUpCode: string;

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class LapsingDto {
  points: number;
  /** YYYY-MM-DD. */
  lastDay: string;
}

export class CheckInStateDto {
  /** False: today is still open. */
  done: boolean;
  /** Days in a row up to today or yesterday. */
  streak: number;
  points: number;
  streaks: StreakDto[];
}

export class PointsDto {
  /** Good today. */
  points: number;
  /** What her next points make up for first. */
  shortfall: number;
  lapsing: LapsingDto | null;
  checkIn: CheckInStateDto;
  /** What 100 points pay at the till, in fen. */
  fenPerHundred: number;
  redemptions: ClientRedemptionDto[];
}

export class PointsLineDto {
  title: string;
  /** Below zero when they went out. */
  points: number;
  balanceAfter: number;
  /** RFC 3339 in the salon's offset. */
  at: string;
  /** The entry in the ledger. */
  txId: string;
}

export class PointsHistoryDto {
  /** Latest first. */
  items: PointsLineDto[];
  nextCursor?: string;
}

export class PointsHistoryQueryDto {
  @IfGiven()
  @Matches(/^\d{1,15}\.\d{1,8}\.\d{1,15}$/, { message: '请从第一页看起' })
  cursor?: string;
}

export class CheckedInDto {
  /** YYYY-MM-DD. */
  date: string;
  streak: number;
  points: number;
}

export class AdjustPointsDto extends ReasonDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Below zero takes them. */
  @IsInt()
  @Min(MOST_TAKEN)
  @Max(MOST_POINTS)
  @NotEquals(0, { message: '请填写要增减的积分' })
  points: number;
}

export class AdjustmentDto {
  id: string;
  clientId: string;
  clientName: string;
  storeId: string;
  points: number;
  reason: string;
  state: AdjustmentState;
  requestedByName: string;
  /** RFC 3339 in the salon's offset. */
  requestedAt: string;
  decidedByName: string | null;
  decidedAt: string | null;
}

export class AdjustmentListDto {
  items: AdjustmentDto[];
}

export class DecideAdjustmentDto {
  @IsBoolean()
  agree: boolean;
}

/** A client's points at the desk. */
export class StaffPointsDto {
  points: number;
  shortfall: number;
  lapsing: LapsingDto | null;
  lines: PointsLineDto[];
  redemptions: StaffRedemptionDto[];
  adjustments: AdjustmentDto[];
}
