import type { VisitStatistics } from '../../shared/api/contract';
import { addDays, daysBetween } from '../../shared/format/time';

type Load = Pick<VisitStatistics['loads'][number], 'shiftMinutes' | 'bookedMinutes'>;

/** `63%`; `–` where there is nothing to compare with. */
export function shareLabel(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)}%`;
}

/** How full it was: time with clients of time on duty. */
export const fullness = ({ shiftMinutes, bookedMinutes }: Load): string =>
  shiftMinutes === 0 && bookedMinutes > 0 ? '加班' : shareLabel(bookedMinutes, shiftMinutes);

/** `1.5 小时` */
export const hoursLabel = (minutes: number): string => `${Math.round(minutes / 6) / 10} 小时`;

export const sumOf = (loads: readonly Load[]): Load =>
  loads.reduce(
    (sum, load) => ({
      shiftMinutes: sum.shiftMinutes + load.shiftMinutes,
      bookedMinutes: sum.bookedMinutes + load.bookedMinutes,
    }),
    { shiftMinutes: 0, bookedMinutes: 0 },
  );

/** One person's line: her days in order, and all of them together. */
export interface PersonLine {
  readonly staffId: string;
  readonly name: string;
  readonly days: ReadonlyMap<string, Load>;
  readonly sum: Load;
}

/** Who worked, the fullest first. */
export function personLines(loads: VisitStatistics['loads']): PersonLine[] {
  const ids = [...new Set(loads.map(({ staffId }) => staffId))];
  const lines = ids.map((staffId) => {
    const hers = loads.filter((load) => load.staffId === staffId);
    return {
      staffId,
      name: hers[0]?.staffName ?? '员工',
      days: new Map(hers.map((load) => [load.date, load])),
      sum: sumOf(hers),
    };
  });
  return lines.sort((a, b) => b.sum.bookedMinutes - a.sum.bookedMinutes);
}

export const daysFrom = (from: string, to: string): string[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, day) => addDays(from, day));

const LEADS: Readonly<Record<number, string>> = {
  ...{ 0: '24 小时内', 1: '提前 1 天', 2: '提前 2–3 天', 4: '提前 4–7 天' },
  ...{ 8: '提前 8–14 天', 15: '提前 15 天以上' },
};

/** How early visits were booked, each with its share. */
export function leadLines(leads: VisitStatistics['leads']) {
  const all = leads.reduce((sum, { visits }) => sum + visits, 0);
  return leads.map(({ fromDays, visits }) => ({
    ...{ fromDays, visits, label: LEADS[fromDays] ?? `提前 ${fromDays} 天` },
    share: all === 0 ? 0 : visits / all,
  }));
}
