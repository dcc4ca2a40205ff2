import { without } from '../../scheduling/index.js';

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A person's time in a store as her shifts and leave have it. */
export interface PersonTime {
  readonly shifts: readonly Stretch[];
  readonly breaks: readonly Stretch[];
  /** Leave, and whatever else keeps her from being booked. */
  readonly away: readonly Stretch[];
}

/**
 * Why somebody is not there for what she is booked for. `closed`: the store does not open that day; `away`: she is on
 * leave; `no_certificate`: her health certificate is over; `no_skill`: she cannot do it any more; `off_duty`: it is not, or not wholly, in her shifts; `break`: she rests meanwhile.
 */
export type Absence = 'closed' | 'away' | 'no_certificate' | 'no_skill' | 'off_duty' | 'break';

const spanOf = ({ startsAt, endsAt }: Stretch) => ({
  from: startsAt.getTime(),
  to: endsAt.getTime(),
});

/** Null for somebody who is there all the while; `unable` says why she may not do it although she is. */
export function absenceAt(
  part: Stretch,
  time: PersonTime,
  isClosed: boolean,
  unable: 'no_certificate' | 'no_skill' | null = null,
): Absence | null {
  if (isClosed) return 'closed';
  const meets = (other: Stretch): boolean =>
    other.startsAt < part.endsAt && other.endsAt > part.startsAt;
  if (time.away.some(meets)) return 'away';
  if (unable) return unable;
  if (without([spanOf(part)], time.shifts.map(spanOf)).length > 0) return 'off_duty';
  return time.breaks.some(meets) ? 'break' : null;
}
