/** A score as it was on a day. */
export interface ScoreOnDay {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** 0 to 100; more is better. */
  readonly value: number;
}

/** A dimension over time. */
export interface ScoreLine {
  readonly key: string;
  readonly name: string;
  /** Oldest first; those of one day as they were entered. */
  readonly points: readonly ScoreOnDay[];
}

/** A visit of a plan that was served. */
export interface ServedStep {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly name: string;
  /** How she liked it, 1 to 5; null while she said nothing. */
  readonly stars: number | null;
}

/** A score from how it was when the plan began. */
export interface ScoreEffect extends ScoreLine {
  /** The first reading of the day of the first treatment, else the last before it, else the first one; null without any. */
  readonly from: ScoreOnDay | null;
  /** The latest reading; null without any. */
  readonly now: ScoreOnDay | null;
  /** Null where there is nothing to compare: one reading, or none. */
  readonly change: number | null;
}

/** @param begunOn the day of the first treatment; null before it. */
export function effectOf(lines: readonly ScoreLine[], begunOn: string | null): ScoreEffect[] {
  return lines.map((line) => {
    const now = line.points.at(-1) ?? null;
    const from = baselineOf(line.points, begunOn) ?? null;
    const change = now === null || from === null || now === from ? null : now.value - from.value;
    return { ...line, from, now, change };
  });
}

/** One looks before one treats: what is read later on that day is what the treatment did. */
function baselineOf(points: readonly ScoreOnDay[], begunOn: string | null): ScoreOnDay | undefined {
  if (begunOn === null) return points[0];
  const before = points.filter(({ on }) => on < begunOn);
  return points.find(({ on }) => on === begunOn) ?? before.at(-1) ?? points[0];
}

/** A day of the course of a plan: a reading of all its scores, or a treatment. */
export type CourseDay =
  | { readonly kind: 'reading'; readonly on: string }
  | ({ readonly kind: 'treatment' } & ServedStep);

/**
 * Readings and treatments in one line of time, so that one sees which treatment lay between which readings. Of one day
 * the reading comes first: one looks before one treats.
 */
export function courseOf(lines: readonly ScoreLine[], served: readonly ServedStep[]): CourseDay[] {
  const days = [...new Set(lines.flatMap(({ points }) => points.map(({ on }) => on)))];
  const course: CourseDay[] = [
    ...days.map((on): CourseDay => ({ kind: 'reading', on })),
    ...served.map((step): CourseDay => ({ kind: 'treatment', ...step })),
  ];
  return course.sort((a, b) => (a.on === b.on ? rank(a) - rank(b) : a.on < b.on ? -1 : 1));
}

const rank = ({ kind }: CourseDay): number => (kind === 'reading' ? 0 : 1);

/** The treatments of a plan that were given, in the order of their days. */
export function servedOf(
  steps: readonly {
    readonly stage: string;
    readonly visitOn: string | null;
    readonly serviceName: string;
    readonly score: number | null;
  }[],
): ServedStep[] {
  return steps
    .flatMap(({ stage, visitOn, serviceName, score }) =>
      stage === 'done' && visitOn !== null
        ? [{ on: visitOn, name: serviceName, stars: score }]
        : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

const DAY_MS = 86_400_000;

/** Where days lie between the first and the last of them, 0 to 1; all in the middle where there is only one. */
export function placesOf(days: readonly string[]): ReadonlyMap<string, number> {
  const at = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  const sorted = days.map(at).sort((a, b) => a - b);
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  return new Map(
    days.map((day) => [day, last === first ? 0.5 : (at(day) - first) / (last - first)]),
  );
}
