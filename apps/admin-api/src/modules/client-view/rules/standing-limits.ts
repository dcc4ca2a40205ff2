/** By what clients stand: from when on one sleeps, what counts as often and as much. */
export interface StandingLimits {
  /** New within so many days of the first visit, as long as she came at most `newVisits` times. */
  readonly newWithinDays: number;
  readonly newVisits: number;
  /** Without a visit for longer than this she sleeps, then she is lost. */
  readonly sleepingAfterDays: number;
  readonly lostAfterDays: number;
  /** Days since the last visit up to which she has 5, 4, 3, 2 points. */
  readonly recencyDays: readonly number[];
  /** Visits of a year from which she has 2, 3, 4, 5 points. */
  readonly frequencyVisits: readonly number[];
  /** Fen of a year from which she has 2, 3, 4, 5 points. */
  readonly monetaryFen: readonly number[];
}

/** Limits as they are in force. */
export interface StandingPolicy extends StandingLimits {
  /** 1 as the house comes; grows with each change. */
  readonly version: number;
}

export const DEFAULT_STANDING: StandingPolicy = {
  version: 1,
  ...{ newWithinDays: 60, newVisits: 2, sleepingAfterDays: 90, lostAfterDays: 180 },
  recencyDays: [30, 60, 90, 180],
  frequencyVisits: [2, 4, 8, 12],
  monetaryFen: [50_000, 150_000, 500_000, 1_200_000],
};

const isRising = (list: readonly number[]): boolean =>
  list.every((one, at) => at === 0 || one > (list[at - 1] ?? 0));

/** The field whose limit contradicts another one, and why; undefined where they go together. */
export function faultOfLimits(
  limits: StandingLimits,
): { readonly field: keyof StandingLimits; readonly words: string } | undefined {
  if (limits.lostAfterDays <= limits.sleepingAfterDays)
    return { field: 'lostAfterDays', words: '流失的天数要比沉睡的多' };
  for (const field of ['recencyDays', 'frequencyVisits', 'monetaryFen'] as const)
    if (!isRising(limits[field])) return { field, words: '四档要一档比一档大' };
  return undefined;
}
