import type { LocalDate } from '../../../platform/clock/index.js';

/** Time of one person on one day, in minutes. */
export interface DayLoad {
  readonly staffId: string;
  readonly date: LocalDate;
  /** On duty, without breaks and leave. */
  readonly shiftMinutes: number;
  /** With her hands on clients, or beside them; may pass the shift where she stayed longer. */
  readonly bookedMinutes: number;
}

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}
interface Duty extends Stretch {
  readonly staffId: string;
  readonly localDate: LocalDate;
}

const MINUTE_MS = 60_000;
const minutesOf = ({ startsAt, endsAt }: Stretch): number =>
  Math.max(0, Math.round((endsAt.getTime() - startsAt.getTime()) / MINUTE_MS));

/** The part of `one` that lies within `other`. */
const within = (one: Stretch, other: Stretch): Stretch => ({
  startsAt: one.startsAt > other.startsAt ? one.startsAt : other.startsAt,
  endsAt: one.endsAt < other.endsAt ? one.endsAt : other.endsAt,
});

/** Minutes that some stretches cover together: what two of them share counts once. */
function covered(stretches: readonly Stretch[]): number {
  let minutes = 0;
  let end = -Infinity;
  for (const { startsAt, endsAt } of [...stretches].sort(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime(),
  )) {
    const from = Math.max(startsAt.getTime(), end);
    minutes += Math.max(0, (endsAt.getTime() - from) / MINUTE_MS);
    end = Math.max(end, endsAt.getTime());
  }
  return Math.round(minutes);
}

/** How full the days were, by person and day; breaks and leave are no duty. Only who was on duty or booked is there. */
export function dayLoads(
  shifts: readonly (Duty & { readonly breaks: readonly Stretch[] })[],
  leave: readonly (Stretch & { readonly staffId: string | null })[],
  steps: readonly Duty[],
): DayLoad[] {
  const loads = new Map<string, { shiftMinutes: number; bookedMinutes: number }>();
  const at = (staffId: string, date: LocalDate) => {
    const key = `${date} ${staffId}`;
    const load = loads.get(key) ?? { shiftMinutes: 0, bookedMinutes: 0 };
    loads.set(key, load);
    return load;
  };
  for (const shift of shifts) {
    const away = [...shift.breaks, ...leave.filter(({ staffId }) => staffId === shift.staffId)];
    const lost = covered(away.map((one) => within(one, shift)).filter((one) => minutesOf(one) > 0));
    at(shift.staffId, shift.localDate).shiftMinutes += Math.max(0, minutesOf(shift) - lost);
  }
  for (const step of steps) at(step.staffId, step.localDate).bookedMinutes += minutesOf(step);
  return [...loads]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, load]) => {
      const [date = '', staffId = ''] = key.split(' ');
      return { staffId, date, ...load };
    });
}
