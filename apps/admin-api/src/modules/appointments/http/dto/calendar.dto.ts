import { Matches } from 'class-validator';
import { IsLocalDate } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { StaffVisitDto } from './visit.dto.js';

export class StoreDayQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsLocalDate()
  date: string;
}

export class CalendarStretchDto {
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
}

export class CalendarBlockDto extends CalendarStretchDto {
  /** `offer`: kept for the choice of the client whose name is the reason. */
  kind: 'break' | 'leave' | 'block' | 'offer';
  reason: string | null;
}

/** A column of the board: a person on duty, or one who has a visit anyway. */
export class CalendarStaffDto {
  id: string;
  name: string;
  title: string;
  position: string;
  grade: string;
  shifts: CalendarStretchDto[];
  blocks: CalendarBlockDto[];
}

export class CalendarRoomDto {
  id: string;
  name: string;
  kind: 'room' | 'bed' | 'device';
}

/** Everything the board of one store and day shows. */
export class CalendarDto {
  date: string;
  storeId: string;
  /** Null when the store stays closed; RFC 3339 in the store's offset. */
  opensAt: string | null;
  closesAt: string | null;
  /** The server's time, for the line of the present. */
  now: string;
  staff: CalendarStaffDto[];
  rooms: CalendarRoomDto[];
  appointments: StaffVisitDto[];
}
