import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IsLocalDate, OrNull, READABLE } from '../../../../platform/input/index.js';
import { LEAVE_KINDS, type LeaveKind } from '../../rules/index.js';
import { StretchDto } from './shift.dto.js';

const DAY = 1_440;
const MOST_WORDS = 200;

export class AskForLeaveDto {
  /** One of the caller's own stores, whose managers decide. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsIn(LEAVE_KINDS)
  leaveKind: LeaveKind;

  /** First local day, from today on. */
  @IsLocalDate()
  from: string;

  /** Last local day; the first again for one day. */
  @IsLocalDate()
  to: string;

  /** For some hours of one day: minutes since local midnight, in steps of 5. Null: whole days. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(DAY)
  startMinute: number | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(DAY)
  endMinute: number | null;

  /** What whoever decides should know; may be empty. */
  @CleanText()
  @IsString()
  @MaxLength(MOST_WORDS)
  words: string;
}

export class AskForHoursDto {
  /** One of the caller's own stores, whose managers decide. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsLocalDate()
  date: string;

  /** Which hours of the store she asks for; null: a day off. */
  @OrNull()
  @Matches(ID_PATTERN)
  templateId: string | null;

  /** What whoever decides should know; may be empty. */
  @CleanText()
  @IsString()
  @MaxLength(MOST_WORDS)
  words: string;
}

export class RequestReasonDto {
  /** Who asked reads it. */
  @CleanText()
  @IsString()
  @Matches(READABLE, { message: '请写明原因' })
  @MaxLength(MOST_WORDS)
  reason: string;
}

export class ShiftRequestsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class RequestStepDto {
  state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'called_off';
  byName: string;
  /** RFC 3339 in the store's offset. */
  at: string;
  words: string | null;
}

/** What somebody asks for, with what became of it. */
export class ShiftRequestDto extends StretchDto {
  id: string;
  staffId: string;
  staffName: string;
  storeId: string;
  kind: 'leave' | 'change';
  leaveKind: 'annual' | 'rest' | 'personal' | 'sick' | 'other' | null;
  /** Local days, first and last. */
  from: string;
  to: string;
  /** Whether it is about whole days. */
  wholeDays: boolean;
  /** Of a change: the name of the hours; null for a day off, and for a leave. */
  templateName: string | null;
  state: 'asked' | 'approved' | 'refused' | 'withdrawn' | 'called_off';
  /** In their order; the first is who asked. */
  steps: RequestStepDto[];
  /** Whether an agreed leave may still be called off. */
  isAhead: boolean;
}

export class ShiftRequestListDto {
  items: ShiftRequestDto[];
}

export class StoreShiftRequestsDto {
  /** The longest-waiting first. */
  waiting: ShiftRequestDto[];
  /** Of the last three months, latest first. */
  settled: ShiftRequestDto[];
}

export class OwnShiftDto extends StretchDto {
  localDate: string;
  storeName: string;
  /** The name that the hours carry; null for hours of their own. */
  templateName: string | null;
  breaks: StretchDto[];
}

export class OwnAbsenceDto extends StretchDto {
  kind: 'break' | 'leave' | 'block';
}

export class OwnShiftsDto {
  shifts: OwnShiftDto[];
  /** Leave, and whatever else keeps her from being booked. */
  away: OwnAbsenceDto[];
}
