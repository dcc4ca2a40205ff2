import { Matches } from 'class-validator';
import { LOCAL_DATE_PATTERN } from '../../../../platform/clock/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export class StatisticsQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** First local day, YYYY-MM-DD. */
  @Matches(LOCAL_DATE_PATTERN)
  from: string;

  /** Last local day; at most 62 with the first. */
  @Matches(LOCAL_DATE_PATTERN)
  to: string;
}

/** Time of one person on one day. */
export class DayLoadDto {
  staffId: string;
  staffName: string;
  /** YYYY-MM-DD */
  date: string;
  /** On duty, without breaks and leave. */
  shiftMinutes: number;
  /** With clients; may pass the shift. */
  bookedMinutes: number;
}

/** Visits that were booked so early. */
export class LeadDto {
  /** From so many days before the start to the next one; the last has no end. */
  fromDays: number;
  visits: number;
}

export class StatisticsDto {
  loads: DayLoadDto[];
  leads: LeadDto[];
  /** Visits that came due: who came, who did not, who called off too late. */
  due: number;
  noShows: number;
  lateCancels: number;
}
