import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { APPOINTMENT_STATES, type AppointmentState } from '@yance/shared-types';
import {
  CleanText,
  IfGiven,
  IsInstant,
  IsLocalDate,
  ListOf,
} from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { OverrideDto } from '../../../care/index.js';
import { USE_SESSION } from '../../../membership/index.js';

const REASON_LENGTH = 200;

export class WantedServiceDto {
  @Matches(ID_PATTERN)
  serviceId: string;

  /** Absent: nobody in particular. */
  @IsOptional()
  @Matches(ID_PATTERN)
  staffId?: string;

  /** The session that covers it: id of a package's item, or `auto`, the one that expires first. */
  @IfGiven()
  @Matches(USE_SESSION, { message: '请选择要用的卡' })
  useSession?: string;
}

export class BookVisitDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** RFC 3339 with offset. */
  @IsInstant()
  start: string;

  /** In the order in which the client has them; at most six. */
  @ListOf(() => WantedServiceDto, { min: 1, max: 6 })
  services: WantedServiceDto[];

  @IsOptional()
  @CleanText()
  @IsString()
  @MaxLength(REASON_LENGTH)
  note?: string;
}

/** A client's booking. */
export class BookOwnVisitDto extends BookVisitDto {
  /** The visit of her care plan that it is booked for; its service is among `services`. */
  @IfGiven()
  @Matches(ID_PATTERN)
  planStepId?: string;
}

/** A visit of a care plan, booked by those who treat her. Whose and for what stands in the plan. */
export class BookPlannedVisitDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** RFC 3339 with offset. */
  @IsInstant()
  start: string;

  @Matches(ID_PATTERN)
  planStepId: string;

  /** Absent: nobody in particular. */
  @IfGiven()
  @Matches(ID_PATTERN)
  staffId?: string;

  /** The session that covers it: id of a package's item, or `auto`, the one that expires first. */
  @IfGiven()
  @Matches(USE_SESSION, { message: '请选择要用的卡' })
  useSession?: string;
}

export class BookVisitForClientDto extends BookVisitDto {
  @Matches(ID_PATTERN)
  customerId: string;

  @IsIn(['desk', 'phone', 'walk_in'])
  channel: 'desk' | 'phone' | 'walk_in';

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;

  /** Goes on although the day takes no more of a service or of somebody's visits; the history keeps it. */
  @IsOptional()
  @IsBoolean()
  beyondCaps?: boolean;
}

export class StartVisitDto {
  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class CancelVisitDto {
  @IsOptional()
  @CleanText()
  @IsString()
  @MaxLength(REASON_LENGTH)
  reason?: string;
}

export class CancelVisitForClientDto {
  /** Why, in words; the history of the visit keeps it. */
  @CleanText()
  @IsString()
  @MaxLength(REASON_LENGTH)
  @Matches(/\S/, { message: '请填写取消的原因' })
  reason: string;
}

export class RescheduleVisitDto {
  /** RFC 3339 with offset. */
  @IsInstant()
  start: string;
}

export class MoveVisitDto extends RescheduleVisitDto {
  /** Who takes over; absent: the same people. */
  @IsOptional()
  @Matches(ID_PATTERN)
  staffId?: string;

  /** From whom she takes over, where several people serve the visit. */
  @IsOptional()
  @Matches(ID_PATTERN)
  fromStaffId?: string;

  /** The version on the caller's screen. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;

  /** Goes on although the day takes no more of a service or of somebody's visits; the history keeps it. */
  @IsOptional()
  @IsBoolean()
  beyondCaps?: boolean;
}

export class StoreVisitsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** A local day; absent: visits of `state` that are not over, on any day, the soonest 200. */
  @IsOptional()
  @IsLocalDate()
  date?: string;

  /** Only these; required without a day. */
  @IsOptional()
  @IsIn(APPOINTMENT_STATES)
  state?: AppointmentState;
}

export class VisitsQueryDto {
  /** Absent: all of them. */
  @IsOptional()
  @IsIn(['upcoming', 'past'])
  scope?: 'upcoming' | 'past';

  @IsOptional()
  @IsString()
  @MaxLength(120)
  cursor?: string;
}
