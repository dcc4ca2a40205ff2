import type { CautionMeaning } from '@yance/shared-types';
import { NO_FACTS, type HealthFacts } from './health-facts.js';
import { PLAIN_CAUTION, judge, type CareFinding, type CareItem, type JudgeInput } from './judge.js';

/** Something that she said of herself in a questionnaire and that whoever serves her should know. */
export interface ToldCaution {
  /** Of this answer to this question; another answer has another. */
  readonly code: string;
  /** The question and what she said to it. */
  readonly said: string;
  /** Which questionnaire, and when. */
  readonly where: string;
  /** The local day that she said it. */
  readonly on: string;
  /** What it speaks of by the care knowledge. */
  readonly means: readonly CautionMeaning[];
  /** There is something in it that only a person can judge. */
  readonly isLoose: boolean;
}

type File = Pick<HealthFacts, 'allergies' | 'conditions' | 'takenOver' | 'settled'>;

/** Whether the file itself speaks of it for the day that she said it: then its own word counts. */
function stands(file: File, { conditionId, ingredientId }: CautionMeaning, on: string): boolean {
  const isAllergy = file.allergies.some((one) => one.ingredientId === ingredientId);
  const isCondition = file.conditions.some(
    (one) => one.conditionId === conditionId && (one.until === null || one.until >= on),
  );
  return (!ingredientId || isAllergy) && (!conditionId || isCondition);
}

/**
 * What nobody who treats her has confirmed in her health file yet, as much of it as is open. What no rule can judge is
 * open until somebody said what it is: an entry of the file that no rule reads would switch the check off.
 */
export function openCautions(told: readonly ToldCaution[], file: File): ToldCaution[] {
  return told.flatMap((one) => {
    const isTakenOver = file.takenOver?.includes(one.code) === true;
    const means = isTakenOver ? [] : one.means.filter((each) => !stands(file, each, one.on));
    const isLoose = one.isLoose && file.settled?.includes(one.code) !== true;
    return means.length > 0 || isLoose ? [{ ...one, means, isLoose }] : [];
  });
}

/** What a caution would say in a health file. How badly she reacts nobody has asked her yet. */
export const factsOf = ({ means }: Pick<ToldCaution, 'means'>): HealthFacts => ({
  ...NO_FACTS,
  allergies: means.flatMap(({ ingredientId }) =>
    ingredientId ? [{ ingredientId, text: '', severity: 'mild' }] : [],
  ),
  conditions: means.flatMap(({ conditionId }) =>
    conditionId ? [{ conditionId, note: '', until: null }] : [],
  ),
});

const withoutPrerequisites = (item: CareItem): CareItem => ({
  ...{ ...item, patchTestDays: null, intervalDays: null },
});

/**
 * What she only told, judged by the rules that judge her file, and never more than soft: a person has to ask her.
 * Cautions that no rule can judge are one finding together.
 */
export function judgeTold(input: JudgeInput, open: readonly ToldCaution[]): CareFinding[] {
  if (input.items.length === 0) return [];
  const items = input.items.map(withoutPrerequisites);
  const judged = open.flatMap((caution) =>
    judge({ ...input, items, facts: factsOf(caution) }).map((one): CareFinding => {
      const why = one.kind === 'allergy' ? '里面可能有她过敏的成分' : one.words;
      const words = `${inHerWords(caution)}，请确认：${why}`;
      return { ...one, code: `told:${one.code}`, severity: 'soft', words };
    }),
  );
  const loose = open.filter(({ isLoose }) => isLoose);
  return loose.length === 0 ? judged : [...judged, looseFinding(loose)];
}

const inHerWords = ({ said, where }: ToldCaution): string => `她在问卷里说「${said}」（${where}）`;

const looseFinding = (loose: readonly ToldCaution[]): CareFinding => ({
  ...{ code: 'told:loose', severity: 'soft', kind: 'told', plainWords: PLAIN_CAUTION },
  words: `${loose.map(inHerWords).join('；')}，系统不能核对，请确认`,
});
