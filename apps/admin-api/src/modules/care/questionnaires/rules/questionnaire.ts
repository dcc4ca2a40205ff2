import {
  YES_NO,
  askedOf,
  type Answer,
  type CautionMeaning,
  type Question,
} from '@yance/shared-types';
import { twice, type Fault } from '../../rules/faults.js';

/** What a questionnaire asks, of whom and how. */
export interface QuestionnaireForm {
  readonly title: string;
  /** Read before the first question; may be empty. */
  readonly intro: string;
  /** False once the salon asks for it no more. */
  readonly asked: boolean;
  /** Its answers are health data: they are taken and read only while she agrees to that. */
  readonly health: boolean;
  /** She signs at the end. */
  readonly signed: boolean;
  /** Below this age, in years, a guardian answers with her. */
  readonly guardianBelow: number;
  /** How long an answer counts; null: for good. */
  readonly validDays: number | null;
  /** Asked for by these; by every service where none is named. */
  readonly serviceIds: readonly string[];
  readonly questions: readonly Question[];
}

/** A version that was published. It never changes. */
export interface QuestionnaireVersion extends QuestionnaireForm {
  readonly questionnaireId: string;
  readonly version: number;
  readonly byName: string;
  readonly publishedAt: Date;
}

/** The options of single and several, or yes and no; of others nothing can be chosen. */
const choicesOf = ({ kind, options }: Question): readonly string[] =>
  kind === 'yes_no' ? YES_NO : options.map(({ key }) => key);

const names = ({ conditionId, ingredientId }: CautionMeaning): boolean =>
  Boolean(conditionId ?? ingredientId);

const isChoice = ({ kind }: Question): boolean => kind === 'single' || kind === 'several';

/** What means something for her care is a caution; else nobody would be told what it means. */
function faultOfMeaning(question: Question): Fault | undefined {
  const message = '请先选「需留意」，再选它对应的情况或成分';
  if (names(question) && question.caution === null) return { field: 'caution', message };
  const place = question.options.findIndex((option) => names(option) && !option.caution);
  return place < 0 ? undefined : { field: `options.${place}.caution`, message };
}

function faultOfOptions({ options }: Question): Fault | undefined {
  if (options.length < 2) return { field: 'options', message: '请给出至少两个选项' };
  const blank = options.findIndex(({ label }) => label.trim() === '');
  if (blank >= 0) return { field: `options.${blank}.label`, message: '请填写选项' };
  const again = twice(options, ({ key }) => key);
  if (again >= 0) return { field: `options.${again}.key`, message: '有重复的选项，请去掉' };
  const same = twice(options, ({ label }) => label.trim());
  return same >= 0 ? { field: `options.${same}.label`, message: '有两个选项一样' } : undefined;
}

/** Whether a question says something that its kind has no use for. */
function faultOfKind(question: Question): Fault | undefined {
  const { kind, options, explain, caution, unit, least, most } = question;
  const strange = '这种题型用不上，请去掉';
  if (!isChoice(question) && options.length > 0) return { field: 'options', message: strange };
  if (kind !== 'yes_no' && explain !== null) return { field: 'explain', message: strange };
  if (kind !== 'yes_no' && caution !== null) return { field: 'caution', message: strange };
  if (kind === 'number')
    return least !== null && most !== null && least > most
      ? { field: 'most', message: '最大值不能小于最小值' }
      : undefined;
  const given = { unit: unit !== '', least: least !== null, most: most !== null };
  const field = Object.entries(given).find(([, isGiven]) => isGiven)?.[0];
  return field === undefined ? undefined : { field, message: strange };
}

function faultOfQuestion(question: Question, before: readonly Question[]): Fault | undefined {
  const { label, shownWhen } = question;
  if (label.trim() === '') return { field: 'label', message: '请填写题目' };
  const fault =
    faultOfKind(question) ??
    (isChoice(question) ? faultOfOptions(question) : undefined) ??
    faultOfMeaning(question);
  if (fault || shownWhen === null) return fault;
  const on = before.find(({ key }) => key === shownWhen.key);
  return on && choicesOf(on).includes(shownWhen.answer)
    ? undefined
    : { field: 'shownWhen', message: '请选择前面一题的一个选项' };
}

/** The first thing that keeps a form from being published. */
export function faultOfForm(form: QuestionnaireForm): Fault | undefined {
  const { questions, health } = form;
  if (questions.length === 0) return { field: 'questions', message: '请至少写一题' };
  const again = twice(questions, ({ key }) => key);
  if (again >= 0) return { field: `questions.${again}.key`, message: '有重复的一题，请去掉' };
  const same = twice(questions, ({ label }) => label.trim());
  if (same >= 0) return { field: `questions.${same}.label`, message: '有两题一样，请改一下' };
  for (const [place, question] of questions.entries()) {
    const fault = faultOfQuestion(question, questions.slice(0, place));
    if (fault) return { ...fault, field: `questions.${place}.${fault.field}` };
  }
  return isCautious(form) && !health
    ? { field: 'health', message: '有「需留意」的选项时，请按健康信息保管' }
    : undefined;
}

/** A condition or an ingredient that a form names, and where. */
export interface NamedMeaning {
  /** `questions.2`, `questions.2.options.0` */
  readonly field: string;
  readonly member: keyof CautionMeaning;
  readonly id: string;
}

/** Everything of the care knowledge that questions name. */
export function meaningsIn(questions: readonly Question[]): NamedMeaning[] {
  const at = (field: string, { conditionId, ingredientId }: CautionMeaning): NamedMeaning[] =>
    Object.entries({ conditionId, ingredientId }).flatMap(([member, id]) =>
      id ? [{ field, member: member as keyof CautionMeaning, id }] : [],
    );
  return questions.flatMap((question, place) => [
    ...at(`questions.${place}`, question),
    ...question.options.flatMap((option, no) => at(`questions.${place}.options.${no}`, option)),
  ]);
}

/** A question with what she said to it. */
export interface AnsweredLine {
  readonly key: string;
  readonly label: string;
  readonly words: string;
  /** Whoever serves her should know. */
  readonly caution: boolean;
  /** What it speaks of by the care knowledge. */
  readonly means: readonly CautionMeaning[];
  /** There is a caution in it that only a person can judge. */
  readonly isLoose: boolean;
}

function wordsOf({ kind, options, unit }: Question, answer: Answer): string {
  if (kind === 'number') return [answer.number, unit].filter((part) => part !== '').join(' ');
  if (kind === 'date') return answer.day ?? '';
  if (kind === 'text') return answer.text ?? '';
  if (kind === 'yes_no')
    return [answer.yes ? '是' : '否', answer.text].filter((part) => part !== undefined).join('：');
  return options
    .filter(({ key }) => answer.options?.includes(key))
    .map(({ label }) => label)
    .join('、');
}

/** The cautions among what she chose, each with what it means. */
const cautionsOf = (question: Question, answer: Answer): CautionMeaning[] => [
  ...(question.caution !== null && answer.yes === (question.caution === 'yes') ? [question] : []),
  ...question.options.filter(({ key, caution }) => caution && answer.options?.includes(key)),
];

/** The code of a caution: one of this answer to this question. */
export const codeOfTold = (answerId: string, key: string): string => `told:${answerId}:${key}`;

/** Keys of the questions that have a caution on them. */
export const cautiousKeys = (questions: readonly Question[]): string[] =>
  questions
    .filter(({ options, caution }) => caution !== null || options.some((one) => one.caution))
    .map(({ key }) => key);

/** Whether a form has a caution on it at all. */
export const isCautious = ({ questions }: Pick<QuestionnaireForm, 'questions'>): boolean =>
  cautiousKeys(questions).length > 0;

/**
 * Keys of the questions that her answers speak of: those she answered, and those that another answer of hers made
 * needless. What she left out, or was not asked, is not among them.
 */
export function saidBy(questions: readonly Question[], answers: readonly Answer[]): string[] {
  const asked = askedOf(questions, answers);
  return questions
    .filter((one) => !asked.includes(one) || answers.some(({ key }) => key === one.key))
    .map(({ key }) => key);
}

/** Answers by the version that they were given to, in its order; what she left out is not there. */
export function linesOf(
  questions: readonly Question[],
  answers: readonly Answer[],
): AnsweredLine[] {
  return askedOf(questions, answers).flatMap((question) => {
    const answer = answers.find(({ key }) => key === question.key);
    if (!answer) return [];
    const { key, label } = question;
    const cautions = cautionsOf(question, answer);
    return [
      {
        ...{ key, label, words: wordsOf(question, answer), caution: cautions.length > 0 },
        means: cautions.filter(names).map(({ conditionId, ingredientId }) => ({
          ...{ conditionId: conditionId ?? null, ingredientId: ingredientId ?? null },
        })),
        isLoose: cautions.some((one) => !names(one)),
      },
    ];
  });
}
