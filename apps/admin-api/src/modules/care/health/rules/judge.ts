import { meets, type GroupMembers } from './ingredient-cover.js';
import type { Allergy, HealthFacts } from './health-facts.js';

/** hard: not without a second person's word; soft: say it and go on. */
export type Severity = 'hard' | 'soft';
export type FindingKind = 'allergy' | 'condition' | 'patch_test' | 'interval';
/** What the look is for. At the till the day of the treatment is over or now: only what she tolerates counts. */
export type PlannedFor = 'booking' | 'plan' | 'start' | 'bill';

/** Something a salon does or sells, as far as her health is concerned. */
export interface CareItem {
  readonly kind: 'service' | 'product';
  readonly id: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly ingredientIds: readonly string[];
  readonly patchTestDays: number | null;
  readonly intervalDays: number | null;
}

/** What a condition forbids or warns of. */
export interface CareRule {
  readonly id: string;
  readonly conditionId: string;
  readonly target: {
    readonly kind: 'service' | 'category' | 'product' | 'ingredient';
    readonly id: string;
  };
  readonly severity: Severity;
  readonly advice: string;
}

/** A visit of hers with one of the services, had or agreed on, on a local day. */
export interface TreatmentDay {
  readonly serviceId: string;
  readonly on: string;
}

export interface JudgeInput {
  readonly facts: HealthFacts;
  readonly items: readonly CareItem[];
  readonly rules: readonly CareRule[];
  readonly members: GroupMembers;
  /** Names of ingredients and conditions by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly treatments: readonly TreatmentDay[];
  /** The local day that it is for. */
  readonly on: string;
  readonly plannedFor: PlannedFor;
}

export interface CareFinding {
  /** What found it and about what; an override stands for a code. Never kept or shown in clear: it tells of health. */
  readonly code: string;
  readonly severity: Severity;
  readonly kind: FindingKind;
  readonly serviceId?: string;
  readonly productId?: string;
  /** For those who may read about health. */
  readonly words: string;
  /** Says nothing of health. */
  readonly plainWords: string;
  /** The first local day on which it would not be found any more, where waiting helps. */
  readonly earliestOn?: string;
}

export const PLAIN_CAUTION = '需要美容师先确认';

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Everything about these items that she should not have, or that somebody should ask about first. */
export function judge(input: JudgeInput): CareFinding[] {
  const found = input.items.flatMap((item) => [
    ...allergyFindings(item, input),
    ...conditionFindings(item, input),
    ...patchTestFindings(item, input),
    ...intervalFindings(item, input),
  ]);
  return [...found, ...unknownAllergies(input)];
}

function of(item: CareItem, kind: FindingKind, by: string) {
  const its = item.kind === 'service' ? { serviceId: item.id } : { productId: item.id };
  return {
    ...{ code: `${kind}:${by}:${item.kind}:${item.id}`, kind },
    ...{ ...its, plainWords: `「${item.name}」${PLAIN_CAUTION}` },
  };
}

function allergyFindings(item: CareItem, { facts, members, names }: JudgeInput): CareFinding[] {
  return facts.allergies.flatMap((allergy: Allergy) => {
    const { ingredientId, severity } = allergy;
    if (ingredientId === null) return [];
    const met = meets(ingredientId, item.ingredientIds, members);
    if (met.how === 'none') return [];
    const isHard = met.how === 'holds' && severity === 'severe';
    const [avoided, by] = [names.get(ingredientId) ?? '', names.get(met.by ?? '') ?? ''];
    const verb = met.how === 'holds' ? '含有' : '标注了可能含有它的';
    const degree = severity === 'severe' ? '严重' : '轻微';
    const words = `对「${avoided}」过敏（${degree}），「${item.name}」${verb}「${by}」`;
    return [
      { ...of(item, 'allergy', ingredientId), severity: isHard ? 'hard' : 'soft', words } as const,
    ];
  });
}

/** Her own words cannot be compared with a list of ingredients: a person has to. */
function unknownAllergies({ facts, items, plannedFor }: JudgeInput): CareFinding[] {
  const unknown = facts.allergies.filter(({ ingredientId }) => ingredientId === null);
  if (unknown.length === 0 || items.length === 0) return [];
  const said = unknown.map(({ text }) => `「${text}」`).join('、');
  return [
    {
      ...{ code: `allergy:text:${plannedFor}`, severity: 'soft', kind: 'allergy' },
      words: `自述对${said}过敏，系统不能核对，请当面确认`,
      plainWords: PLAIN_CAUTION,
    },
  ];
}

function conditionFindings(item: CareItem, input: JudgeInput): CareFinding[] {
  const { facts, rules, names, on } = input;
  return facts.conditions
    .filter(({ until }) => until === null || until >= on)
    .flatMap(({ conditionId }) => {
      const apply = rules.filter(
        (rule) => rule.conditionId === conditionId && isAbout(rule, item, input.members),
      );
      // Several rules may say it; the gravest speaks.
      const rule = apply.find(({ severity }) => severity === 'hard') ?? apply[0];
      if (!rule) return [];
      const verb = rule.severity === 'hard' ? '不能做' : '要留意';
      const advice = rule.advice === '' ? '' : `：${rule.advice}`;
      const words = `「${names.get(conditionId) ?? ''}」${verb}「${item.name}」${advice}`;
      return [{ ...of(item, 'condition', conditionId), severity: rule.severity, words }];
    });
}

function isAbout({ target }: CareRule, item: CareItem, members: GroupMembers): boolean {
  switch (target.kind) {
    case 'ingredient':
      return meets(target.id, item.ingredientIds, members).how === 'holds';
    case 'category':
      return item.kind === 'service' && item.categoryId === target.id;
    case 'service':
    case 'product':
      return item.kind === target.kind && item.id === target.id;
  }
}

/** A test that she reacted to forbids; one that is missing is asked for when it is booked and needed when it starts. */
function patchTestFindings(item: CareItem, input: JudgeInput): CareFinding[] {
  const { patchTestDays } = item;
  if (patchTestDays === null || input.plannedFor === 'bill') return [];
  const day = dayNumber(input.on);
  const tests = input.facts.patchTests
    .filter(({ serviceId, on }) => serviceId === item.id && on <= input.on)
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  // Two results of one day: the reaction counts.
  const reacted = tests.find(({ on, result }) => on === tests[0]?.on && result === 'reaction');
  if (reacted) {
    const words = `${reacted.on} 做「${item.name}」的皮试有反应`;
    return [{ ...of(item, 'patch_test', 'reaction'), severity: 'hard', words }];
  }
  const isDone = tests.some(({ on }) => day - dayNumber(on) <= patchTestDays);
  if (isDone) return [];
  const words = `「${item.name}」要求 ${patchTestDays} 天内做过皮试，还没有记录`;
  const severity = input.plannedFor === 'start' ? 'hard' : 'soft';
  const plainWords = `「${item.name}」之前需要先到店做皮试（${patchTestDays} 天内有效）`;
  return [{ ...of(item, 'patch_test', 'missing'), severity, words, plainWords }];
}

function intervalFindings(item: CareItem, input: JudgeInput): CareFinding[] {
  const { intervalDays } = item;
  if (intervalDays === null || item.kind !== 'service' || input.plannedFor === 'bill') return [];
  const days = input.treatments
    .filter(({ serviceId }) => serviceId === item.id)
    .map(({ on }) => dayNumber(on));
  const day = dayNumber(input.on);
  if (!days.some((other) => Math.abs(other - day) < intervalDays)) return [];
  const earliestOn = dateOf(firstFreeDay(day, days, intervalDays));
  const words = `两次「${item.name}」至少间隔 ${intervalDays} 天，最早 ${earliestOn}`;
  return [
    { ...of(item, 'interval', 'days'), severity: 'hard', words, plainWords: words, earliestOn },
  ];
}

/** The first day not before `day` that keeps the distance to all others. */
function firstFreeDay(day: number, days: readonly number[], distance: number): number {
  let free = day;
  for (const other of [...days].sort((a, b) => a - b))
    if (Math.abs(other - free) < distance) free = other + distance;
  return free;
}
