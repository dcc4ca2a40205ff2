import type { StageLimits, StandingLimits } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

const STEPS = ['a', 'b', 'c', 'd'] as const;
type Steps = Record<(typeof STEPS)[number], string>;

/** Limits as they are typed: days, visits and yuan. */
export interface StandingFields {
  newWithinDays: string;
  newVisits: string;
  sleepingAfterDays: string;
  lostAfterDays: string;
  recencyDays: Steps;
  frequencyVisits: Steps;
  monetaryFen: Steps;
}

/** The steps of a list, with the points that each gives; what is left over has 1. */
export const FALLING_POINTS = { a: 5, b: 4, c: 3, d: 2 } as const;
export const RISING_POINTS = { a: 2, b: 3, c: 4, d: 5 } as const;

const typed = (list: readonly number[], text: (one: number) => string): Steps => ({
  ...{ a: text(list[0] ?? 0), b: text(list[1] ?? 0) },
  ...{ c: text(list[2] ?? 0), d: text(list[3] ?? 0) },
});

/** What the form opens with. */
export const standingFieldsOf = (limits: StandingLimits): StandingFields => ({
  newWithinDays: String(limits.newWithinDays),
  newVisits: String(limits.newVisits),
  sleepingAfterDays: String(limits.sleepingAfterDays),
  lostAfterDays: String(limits.lostAfterDays),
  recencyDays: typed(limits.recencyDays, String),
  frequencyVisits: typed(limits.frequencyVisits, String),
  monetaryFen: typed(limits.monetaryFen, yuanText),
});

const read = (steps: Steps, number: (text: string) => number): number[] =>
  STEPS.map((step) => number(steps[step]));

/** What is sent. The form's own rules have held. */
export const standingLimitsOf = (fields: StandingFields): StandingLimits => ({
  newWithinDays: Number(fields.newWithinDays),
  newVisits: Number(fields.newVisits),
  sleepingAfterDays: Number(fields.sleepingAfterDays),
  lostAfterDays: Number(fields.lostAfterDays),
  recencyDays: read(fields.recencyDays, Number),
  frequencyVisits: read(fields.frequencyVisits, Number),
  monetaryFen: read(fields.monetaryFen, (yuan) => readYuan(yuan) ?? 0),
});

const isWhole = (text: string): boolean => /^[1-9]\d{0,3}$/.test(text.trim());

/** The limits of the stages as they are typed; undefined while they do not go together. */
export function stageLimitsOf(fields: StandingFields): StageLimits | undefined {
  const { newWithinDays, newVisits, sleepingAfterDays, lostAfterDays } = fields;
  const all = { newWithinDays, newVisits, sleepingAfterDays, lostAfterDays };
  if (!Object.values(all).every(isWhole)) return undefined;
  if (Number(newVisits) > 999 || Number(lostAfterDays) <= Number(sleepingAfterDays))
    return undefined;
  const trimmed = Object.entries(all).map(([name, text]) => [name, text.trim()]);
  return Object.fromEntries(trimmed) as StageLimits;
}
