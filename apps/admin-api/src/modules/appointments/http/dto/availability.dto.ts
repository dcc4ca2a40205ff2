import { IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { DecimalText, IsLocalDate } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export class AvailabilityQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Ids in the client's order, separated by commas; one to six. */
  @IsString()
  @MaxLength(200)
  serviceIds: string;

  /** One person for every service she can lead; absent: nobody in particular. */
  @IsOptional()
  @Matches(ID_PATTERN)
  staffId?: string;

  /** A visit of the caller's that is about to move: its own people and places count as free. */
  @IsOptional()
  @Matches(ID_PATTERN)
  moving?: string;

  /** First local day; today when absent. */
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** How many days, 1 to 31; 7 when absent. */
  @IsOptional()
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(31)
  days?: number;
}

export class OfferedStaffDto {
  serviceId: string;
  staffId: string;
}

export class OfferedTimeDto {
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  /** Who would do each service. */
  staff: OfferedStaffDto[];
}

/** A stretch of starts that is kept for members of some tiers. */
export class ReservedTimesDto {
  /** RFC 3339 in the store's offset. */
  from: string;
  /** RFC 3339 in the store's offset. */
  to: string;
  /** From when on they are everybody's; RFC 3339 in the store's offset. */
  opensAt: string;
  /** Why, a Chinese sentence. */
  words: string;
}

export class OfferedDayDto {
  date: string;
  /** Why the day has no time. */
  reason?: 'closed' | 'no_skill' | 'full' | 'capped' | 'reserved' | 'too_soon' | 'beyond_horizon';
  times: OfferedTimeDto[];
  /** Starts within opening hours that cannot be had; RFC 3339 in the store's offset. */
  unavailable: string[];
  /** Starts that are kept for members of some tiers, and not for the caller. */
  reserved?: ReservedTimesDto[];
}

export class AvailabilityDto {
  days: OfferedDayDto[];
}

export class BookableStaffQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Only those who can lead this service. */
  @IsOptional()
  @Matches(ID_PATTERN)
  serviceId?: string;
}

/** A person a client can ask for. */
export class BookableStaffDto {
  id: string;
  name: string;
  title: string;
  grade: 'junior' | 'senior' | 'expert' | 'director';
  position: string;
  bio: string;
  avatarUrl: string | null;
  /** Her next free start within a week for the asked service; null when there is none or no service was given. */
  nextFreeAt: string | null;
}

export class BookableStaffListDto {
  items: BookableStaffDto[];
}
