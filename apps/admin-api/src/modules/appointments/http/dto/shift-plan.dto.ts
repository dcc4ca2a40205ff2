import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import {
  CleanText,
  DecimalText,
  IfGiven,
  IsLocalDate,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../platform/input/index.js';
import { DutyHoursDto, MinuteStretchDto, ShiftRequestDto } from '../../../scheduling/index.js';
import { StaffVisitDto } from './visit.dto.js';

/** Thirty people over a month. */
const MOST_DAYS = 1_000;
const MOST_VISITS = 500;

export class ShiftPlanQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** First local day. */
  @IsLocalDate()
  from: string;

  /** How many days, 1 to 42. */
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(42)
  days: number;
}

export class PlanStretchDto {
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
}

export class PlanShiftDto {
  /** The name that it carries; null for hours of its own. */
  templateId: string | null;
  /** Minutes since local midnight of the day; past 1440 on the next. */
  startMinute: number;
  endMinute: number;
  breaks: MinuteStretchDto[];
}

/** Why she cannot be booked; the reason of a leave is not told here. */
export class PlanAwayDto extends PlanStretchDto {
  kind: 'break' | 'leave' | 'block';
}

/** A person's day on which there is something. */
export class PlanDayDto {
  date: string;
  /** Sent back with a change, so that another's change in between is noticed; empty for a day off. */
  seen: string;
  shifts: PlanShiftDto[];
  /** Leave and whatever else keeps her from being booked, as far as it reaches into the day. */
  away: PlanAwayDto[];
  /** In which other stores she works that day: their short names. */
  elsewhere: string[];
  /** Visits that she has a part in. */
  visits: number;
}

export class PlanPersonDto {
  staffId: string;
  name: string;
  title: string;
  position: string;
  /** Days on which there is something; a day off has an empty mark. */
  days: PlanDayDto[];
}

export class PlanClosureDto {
  date: string;
  reason: string;
}

export class ShiftPlanDto {
  people: PlanPersonDto[];
  closures: PlanClosureDto[];
}

export class WantedShiftDto extends DutyHoursDto {
  /** The name that it carries; null for hours of its own. */
  @OrNull()
  @Matches(ID_PATTERN)
  templateId: string | null;
}

export class WantedDayDto {
  @Matches(ID_PATTERN)
  staffId: string;

  @IsLocalDate()
  date: string;

  /** The mark of the day as it was shown; empty for a day off. */
  @IsString()
  @MaxLength(16)
  seen: string;

  /** None: a day off. */
  @ListOf(() => WantedShiftDto, { max: 3 })
  shifts: WantedShiftDto[];
}

/** Tried out first, then saved with what was shown. */
export class ApproveRequestDto {
  /** True: says what would become of it and changes nothing. */
  @IsBoolean()
  dryRun: boolean;

  /** The touched visits that a dry run has shown; when there are others, nothing is changed. */
  @IsArray()
  @ArrayMaxSize(MOST_VISITS)
  @Matches(ID_PATTERN, { each: true })
  seenVisits: string[];
}

/** What every change of a store has that may touch visits. */
class TouchingChangeDto extends ApproveRequestDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class CloseStoreDto extends TouchingChangeDto {
  /** From today on. */
  @IsLocalDate()
  date: string;

  /** Staff and clients read it. */
  @CleanText()
  @IsString()
  @Matches(READABLE, { message: '请写明原因' })
  @MaxLength(120)
  reason: string;
}

export class LiftClosureDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsLocalDate()
  date: string;
}

export class ChangeShiftPlanDto extends TouchingChangeDto {
  @ListOf(() => WantedDayDto, { min: 1, max: MOST_DAYS })
  days: WantedDayDto[];
}

export class RefusedDayDto {
  staffId: string;
  date: string;
  /** `changed`: by somebody else meanwhile; `overlaps`: she works elsewhere then; `past`; `not_here`. */
  why: 'changed' | 'overlaps' | 'past' | 'not_here';
}

export class VisitAbsenceDto {
  staffId: string;
  staffName: string;
  why: 'closed' | 'away' | 'no_certificate' | 'no_skill' | 'off_duty' | 'break';
}

/** A visit that somebody is booked for who will not be there. */
export class TouchedVisitDto {
  visit: StaffVisitDto;
  absences: VisitAbsenceDto[];
  /** Who said that it stays as it is; null while nobody has. */
  keptBy: string | null;
}

export class TouchedVisitListDto {
  items: TouchedVisitDto[];
}

export class PlanOutcomeDto {
  /** Days that stay as they are; all others are, or would be, changed. */
  refused: RefusedDayDto[];
  touched: TouchedVisitDto[];
}

export class RequestOutcomeDto {
  /** As it is, or would be, once it is agreed to. */
  request: ShiftRequestDto;
  touched: TouchedVisitDto[];
}

export class TouchedVisitsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class StandInsQueryDto {
  /** Who is to be stood in for; absent: who leads the visit. */
  @IfGiven()
  @Matches(ID_PATTERN)
  staffId?: string;
}

export class StandInDto {
  /** Who would come in. */
  name: string;
  /** For the move. */
  staffId: string;
  fromStaffId: string;
}

export class StandInListDto {
  items: StandInDto[];
}

export class KeepVisitDto {
  /** That was on the screen. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  version: number;
}
