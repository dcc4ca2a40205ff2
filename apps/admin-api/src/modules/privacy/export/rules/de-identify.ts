import { groupBy } from '../../../../platform/collections/index.js';

/** The fewest people who share an age group, a gender and a store in a list without names. */
export const FEWEST_ALIKE = 5;

const HIDDEN = '不显示';

/** A client as far as a list without names looks at her. */
export interface Anybody {
  /** In years; null where the year of birth is not known. */
  readonly age: number | null;
  readonly gender: string;
  readonly store: string;
}

/** What of her is shown: with every step less, until enough others are alike. */
export interface Shown {
  readonly age: string;
  readonly gender: string;
  readonly store: string;
}

const DECADE = 10;
const AGE_LIMITS = { youngest: 20, oldest: 60 } as const;

/** 30–39 for 34; people below 20 and from 60 on are one group each. */
export function ageGroup(age: number | null): string {
  if (age === null) return '未知';
  if (age < AGE_LIMITS.youngest) return `${AGE_LIMITS.youngest} 岁以下`;
  if (age >= AGE_LIMITS.oldest) return `${AGE_LIMITS.oldest} 岁及以上`;
  const from = Math.floor(age / DECADE) * DECADE;
  return `${from}–${from + DECADE - 1} 岁`;
}

const STEPS: readonly ((one: Anybody) => Shown)[] = [
  ({ age, gender, store }) => ({ age: ageGroup(age), gender, store }),
  ({ gender, store }) => ({ age: HIDDEN, gender, store }),
  ({ store }) => ({ age: HIDDEN, gender: HIDDEN, store }),
  () => ({ age: HIDDEN, gender: HIDDEN, store: HIDDEN }),
];

/**
 * Shows of everybody so much that at least FEWEST_ALIKE are alike in age, gender and store; undefined for those who
 * are too few even with all of it hidden. A group that is too small goes on to the next step as a whole, so one walk
 * over the steps is enough.
 */
export function hideTheRare(people: readonly Anybody[]): (Shown | undefined)[] {
  const shown: (Shown | undefined)[] = people.map(() => undefined);
  let left = [...people.keys()];
  for (const step of STEPS) {
    const groups = groupBy(left, (at) => JSON.stringify(people[at] && step(people[at])));
    left = [];
    for (const group of groups.values())
      if (group.length < FEWEST_ALIKE) left.push(...group);
      else for (const at of group) shown[at] = people[at] && step(people[at]);
  }
  return shown;
}

const VISIT_GROUPS: readonly (readonly [number, string])[] = [
  ...([
    [0, '0'],
    [1, '1'],
    [5, '2–5'],
    [10, '6–10'],
    [20, '11–20'],
  ] as const),
];
/** How often she came, roughly. */
export const visitGroup = (visits: number): string =>
  VISIT_GROUPS.find(([most]) => visits <= most)?.[1] ?? '20 以上';

const SPEND_GROUPS_FEN: readonly (readonly [number, string])[] = [
  ...([
    [0, '0'],
    [100_000, '1000 元以内'],
    [500_000, '1000–5000 元'],
    [1_000_000, '5000–1 万元'],
    [3_000_000, '1–3 万元'],
  ] as const),
];
/** What she spent in a year, roughly. @param fen in fen */
export const spendGroup = (fen: number): string =>
  SPEND_GROUPS_FEN.find(([most]) => fen <= most)?.[1] ?? '3 万元以上';
