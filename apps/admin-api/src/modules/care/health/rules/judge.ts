import { coveredBy, meets, type GroupMembers } from './ingredient-cover.js';
import { lastReaction, type Allergy, type HealthFacts } from './health-facts.js';
import { nameIn } from './told-words.js';

/** hard: not without a second person's word; soft: say it and go on. */
export type Severity = 'hard' | 'soft';
export type FindingKind = 'allergy' | 'condition' | 'told' | 'patch_test' | 'interval' | 'consent';
/**
 * What the look is for. `bill`: what its visit asks about at its own start, so only what she tolerates counts;
 * `walk_in`: what is done without a visit, which nobody else asks about.
 */
export type PlannedFor = 'booking' | 'plan' | 'start' | 'bill' | 'walk_in';

/** Whether days between two treatments count: a plan has a rhythm of its own, and a visit asks at its own start. */
export const isSpaced = (plannedFor: PlannedFor): boolean =>
  plannedFor !== 'plan' && plannedFor !== 'bill';

/** Something a salon does or sells, as far as her health is concerned. */
export interface CareItem {
  readonly kind: 'service' | 'product';
  readonly id: string;
  readonly name: string;
  /** Somebody typed its name; the catalogue does not have it. */
  readonly isTyped?: boolean;
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

/** One of the services that she had or agreed on, on a local day. */
export interface TreatmentDay {
  readonly serviceId: string;
  readonly on: string;
}

/** All that an ingredient or group goes by, by its id. */
export type IngredientWords = ReadonlyMap<string, readonly string[]>;

export interface JudgeInput {
  readonly facts: HealthFacts;
  readonly items: readonly CareItem[];
  readonly rules: readonly CareRule[];
  readonly members: GroupMembers;
  /** Names of ingredients and conditions by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Needed where a grave allergy is told in her own words; may be empty else. */
  readonly words: IngredientWords;
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

const WITHDRAWN_WORDS = '顾客已撤回健康信息的同意，请当面确认';
/** All that can be said once her health file is closed. */
export const WITHDRAWN: CareFinding = {
  ...{ code: 'consent:withdrawn', severity: 'soft', kind: 'consent' },
  ...{ words: WITHDRAWN_WORDS, plainWords: WITHDRAWN_WORDS },
};

const DAY_MS = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Everything about these items that she should not have, or that somebody should ask about first. */
export function judge(input: JudgeInput): CareFinding[] {
  const found = input.items.flatMap((item) => [
    ...allergyFindings(item, input),
    ...toldFindings(item, input),
    ...conditionFindings(item, input),
    ...patchTestFindings(item, input),
    ...intervalFindings(item, input),
  ]);
  return [...found, ...unknownAllergies(input)];
}

function of(item: CareItem, kind: FindingKind, by: string) {
  const product = item.isTyped === true ? {} : { productId: item.id };
  const its = item.kind === 'service' ? { serviceId: item.id } : product;
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

/** By what of an item's names and those of what it holds a grave allergy in her own words is met. */
function metInWords(
  { ingredientId, severity, text }: Allergy,
  item: CareItem,
  { members, words }: JudgeInput,
): string | undefined {
  if (ingredientId !== null || severity !== 'severe') return undefined;
  const made = item.ingredientIds;
  const groups = [...members.keys()].filter((group) => {
    const covered = coveredBy(group, members);
    return made.some((id) => covered.has(id));
  });
  const ids = new Set([...made, ...groups]);
  return nameIn(text, [item.name, ...[...ids].flatMap((id) => words.get(id) ?? [])]);
}

function toldFindings(item: CareItem, input: JudgeInput): CareFinding[] {
  return input.facts.allergies.flatMap((allergy) => {
    const by = metInWords(allergy, item, input);
    if (by === undefined) return [];
    const found = by === item.name ? '的名字与它相符' : `含有「${by}」`;
    const words = `自述对「${allergy.text}」过敏（严重），「${item.name}」${found}`;
    return [{ ...of(item, 'allergy', `text:${allergy.text}`), severity: 'hard', words } as const];
  });
}

/** Her own words cannot be compared with every list of ingredients: where they meet no name, a person has to. */
function unknownAllergies(input: JudgeInput): CareFinding[] {
  const { facts, items, plannedFor } = input;
  const unknown = facts.allergies.filter(
    (allergy) =>
      allergy.ingredientId === null &&
      items.some((item) => metInWords(allergy, item, input) === undefined),
  );
  if (unknown.length === 0) return [];
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
  const reacted = lastReaction(input.facts.patchTests, item.id, input.on);
  if (reacted) {
    const words = `${reacted.on} 做「${item.name}」的皮试有反应`;
    return [{ ...of(item, 'patch_test', 'reaction'), severity: 'hard', words }];
  }
  const isDone = input.facts.patchTests.some(
    ({ serviceId, on }) =>
      serviceId === item.id && on <= input.on && day - dayNumber(on) <= patchTestDays,
  );
  if (isDone) return [];
  const words = `「${item.name}」要求 ${patchTestDays} 天内做过皮试，还没有记录`;
  const isNow = input.plannedFor === 'start' || input.plannedFor === 'walk_in';
  const severity = isNow ? 'hard' : 'soft';
  const plainWords = `「${item.name}」之前需要先到店做皮试（${patchTestDays} 天内有效）`;
  return [{ ...of(item, 'patch_test', 'missing'), severity, words, plainWords }];
}

function intervalFindings(item: CareItem, input: JudgeInput): CareFinding[] {
  const { intervalDays } = item;
  if (!isSpaced(input.plannedFor)) return [];
  if (intervalDays === null || item.kind !== 'service') return [];
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
