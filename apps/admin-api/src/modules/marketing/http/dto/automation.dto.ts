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
  Min,
} from 'class-validator';
import {
  AUTOMATION_STATES,
  LEAP_DAYS,
  type AutomationState,
  type LeapDay,
  type LeftOut,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IfGiven, OrNull, READABLE } from '../../../../platform/input/index.js';

const MOST_FEN = 1_000_000_000;
const MOST_COUPONS = 10_000_000;
const MOST_DAYS = 60;
/** Day and coupon of the last one seen. */
const GRANT_CURSOR = /^\d{4}-\d{2}-\d{2}\.[0-9A-HJKMNP-TV-Z]{26}$/;

/** A birthday automation as marketing writes it. */
export class CreateAutomationDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  @IsIn(AUTOMATION_STATES)
  state: AutomationState;

  /** The coupon that it gives. */
  @Matches(ID_PATTERN)
  templateId: string;

  /** The stores whose clients it is for. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds: string[];

  /** Given so many days before the birthday. */
  @IsInt()
  @Min(0)
  @Max(MOST_DAYS)
  daysBefore: number;

  /** Good until so many days after it. */
  @IsInt()
  @Min(0)
  @Max(MOST_DAYS)
  daysAfter: number;

  /** Where 29 February goes in a year that has none. */
  @IsIn(LEAP_DAYS)
  leapDay: LeapDay;

  /** The most coupons of a year; null without a limit. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_COUPONS)
  budgetCount: number | null;

  /** What the coupons of a year can take off at the most, in fen; null without a limit. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  budgetFen: number | null;

  /** What the client reads with it. */
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写祝福语' })
  words: string;

  /** Where no subscribe message reaches her: a text message, if she agreed to them. */
  @IsBoolean()
  bySms: boolean;

  /** Where nothing else does: the desk calls her, if she agreed to it. */
  @IsBoolean()
  byCall: boolean;
}

export class ChangeAutomationDto extends CreateAutomationDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;
}

export class AutomationRunLineDto {
  day: string;
  granted: number;
  leftOut: number;
  finishedAt: string;
}

export class AutomationDto extends CreateAutomationDto {
  id: string;
  templateName: string;
  /** Coupons given this year. */
  grantedThisYear: number;
  /** What they can take off at the most, in fen. */
  worthThisYearFen: number;
  /** What those that were used have cost so far, in fen. */
  costThisYearFen: number;
  version: number;
  updatedAt: string;
}

export class AutomationListDto {
  items: AutomationDto[];
}

export class AutomationChangeDto {
  version: number;
  byName: string;
  at: string;
  state: AutomationState;
  daysBefore: number;
  daysAfter: number;
}

export class AutomationHistoryDto {
  automation: AutomationDto;
  /** Its last days, latest first. */
  runs: AutomationRunLineDto[];
  /** Latest first. */
  changes: AutomationChangeDto[];
}

export class RunQueryDto {
  /** `1` looks who would get it and gives nothing. */
  @IfGiven()
  @IsIn(['1'])
  dryRun?: '1';
}

/** A client whose birthday is near. */
export class AutomationVerdictDto {
  clientId: string;
  name: string;
  memberNo: string;
  /** The day it falls on this time. */
  birthdayOn: string;
  calendar: 'solar' | 'lunar';
  /** Why she gets nothing; null when she gets hers. */
  leftOut: LeftOut | null;
}

export class LeftOutCountDto {
  reason: LeftOut;
  count: number;
}

/** Who gets one if it ran now; nothing but `isQueued` when it really runs. */
export class AutomationRunDto {
  isQueued: boolean;
  day: string;
  gets: number;
  leftOut: LeftOutCountDto[];
  /** The first two hundred of them, those who get it first. */
  clients: AutomationVerdictDto[];
}

export class GrantsQueryDto {
  @IfGiven()
  @Matches(GRANT_CURSOR)
  cursor?: string;
}

/** A coupon that was given for a birthday. */
export class AutomationGrantDto {
  clientId: string;
  name: string;
  memberNo: string;
  couponId: string;
  birthdayOn: string;
  grantedOn: string;
}

export class AutomationGrantListDto {
  items: AutomationGrantDto[];
  /** Where the next page begins; absent on the last. */
  nextCursor?: string;
}
