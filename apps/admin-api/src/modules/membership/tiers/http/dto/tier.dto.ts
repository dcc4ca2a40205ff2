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
  ValidateNested,
} from 'class-validator';
import {
  DOWNGRADE_STEPS,
  SPEND_COUNTS,
  TIER_MEASURES,
  TIER_STATES,
  type DowngradeStep,
  type SpendCounts,
  type TierChangeKind,
  type TierMeasure,
  type TierState,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import {
  CleanText,
  IfGiven,
  IsLocalDate,
  ListOf,
  READABLE,
} from '../../../../../platform/input/index.js';
import { ReasonDto } from '../../../http/dto/top-up.dto.js';

/** What a tier gives beside its discounts. */
export class PrivilegesDto {
  /** Days ahead that she may book; null: as everybody. */
  horizonDays: number | null;
  waitlistFirst: boolean;
  /** May book the hours that stores keep for members until shortly before. */
  peakFirst: boolean;
  /** Others in words, one each. */
  others: string[];
}

export class ThresholdDto {
  by: TierMeasure;
  /** Fen, or visits. */
  amount: number;
  /** Months back from today; null: ever. */
  windowMonths: number | null;
}

/** A tier as clients see it. */
export class TierDto {
  id: string;
  /** From 1 up; 0 when it is not given any more. */
  rank: number;
  name: string;
  /** What is paid of the list price, in permille: 900 is nine tenths. */
  serviceDiscountPermille: number;
  productDiscountPermille: number;
  /** 150: half as many points again. */
  pointsMultiplierPercent: number;
  privileges: PrivilegesDto;
  /** Any one of them leads there. */
  thresholds: ThresholdDto[];
}

export class StaffTierDto extends TierDto {
  state: TierState;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
  /** RFC 3339 in the salon's offset. */
  updatedAt: string;
}

export class TierSettingsDto {
  spendCounts: SpendCounts;
  bonusCounts: boolean;
  /** Null: a tier stays for good. */
  keepMonths: number | null;
  downgradeStep: DowngradeStep;
}

export class StaffTierListDto {
  /** From the lowest up, those that are not given any more last. */
  items: StaffTierDto[];
  settings: TierSettingsDto;
}

export class TierVersionDto {
  version: number;
  /** RFC 3339 in the salon's offset. */
  at: string;
  byName: string;
  name: string;
  rank: number;
  state: TierState;
  serviceDiscountPermille: number;
  productDiscountPermille: number;
}

export class TierHistoryDto {
  tier: StaffTierDto;
  /** Latest first. */
  changes: TierVersionDto[];
}

export class WriteThresholdDto {
  @IsIn(TIER_MEASURES)
  by: TierMeasure;

  /** Fen, or visits. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  amount: number;

  /** Absent: ever. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(60)
  windowMonths?: number;
}

export class WritePrivilegesDto {
  /** Absent: as everybody. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(365)
  horizonDays?: number;

  @IsBoolean()
  waitlistFirst: boolean;

  /** May book the hours that stores keep for members; absent: no. */
  @IfGiven()
  @IsBoolean()
  peakFirst?: boolean;

  /** Others in words, one on each line. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  others?: string;
}

/** A tier as it is to be. */
export class WriteTierDto {
  @IsInt()
  @Min(1)
  @Max(99)
  rank: number;

  @CleanText()
  @IsString()
  @Length(1, 20)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  @IsInt()
  @Min(1)
  @Max(1000)
  serviceDiscountPermille: number;

  @IsInt()
  @Min(1)
  @Max(1000)
  productDiscountPermille: number;

  @IsInt()
  @Min(100)
  @Max(1000)
  pointsMultiplierPercent: number;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => WritePrivilegesDto)
  privileges: WritePrivilegesDto;

  /** None: given by hand only. */
  @ListOf(() => WriteThresholdDto, { max: 10 })
  thresholds: WriteThresholdDto[];

  @IsIn(TIER_STATES)
  state: TierState;
}

export class ChangeTierDto extends WriteTierDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

export class WriteTierSettingsDto {
  @IsIn(SPEND_COUNTS)
  spendCounts: SpendCounts;

  @IsBoolean()
  bonusCounts: boolean;

  /** Absent: for good. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(60)
  keepMonths?: number;

  @IsIn(DOWNGRADE_STEPS)
  downgradeStep: DowngradeStep;
}

/** One way to the next tier. */
export class TierWayDto extends ThresholdDto {
  /** Fen, or visits. */
  have: number;
  missing: number;
  /** 近 12 个月再消费 500 元 */
  words: string;
}

export class NextTierDto {
  tier: TierDto;
  /** Any one of them leads there. */
  ways: TierWayDto[];
}

/** Where a client stands and what is missing. */
export class MemberTierDto {
  /** Null without a tier. */
  tier: TierDto | null;
  /** YYYY-MM-DD. */
  since: string | null;
  /** The last day on which it is safe, YYYY-MM-DD; null: for good. */
  keptUntil: string | null;
  /** Null at the top. */
  next: NextTierDto | null;
  /** All that are given, from the lowest up. */
  tiers: TierDto[];
}

export class TierStepDto {
  kind: TierChangeKind;
  fromName: string | null;
  toName: string | null;
  /** YYYY-MM-DD. */
  on: string;
  keptUntil: string | null;
  reason: string;
  byName: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
}

export class StaffMemberTierDto extends MemberTierDto {
  /** Latest first. */
  steps: TierStepDto[];
}

export class SetTierDto extends ReasonDto {
  /** Absent takes the tier away. */
  @IfGiven()
  @Matches(ID_PATTERN)
  tierId?: string;

  /** The last day on which it is safe; absent: until somebody changes it. */
  @IfGiven()
  @IsLocalDate()
  keptUntil?: string;
}
