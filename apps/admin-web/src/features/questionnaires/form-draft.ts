import {
  YES_NO,
  YES_NO_WORDS,
  type CautionMeaning,
  type Question,
  type QuestionKind,
} from '@yance/shared-types';
import type { QuestionnaireForm } from '../../shared/api/contract';
import { freshKey } from '../../shared/format/fresh-key';

/** A question that nobody has written yet. */
export const blankQuestion = (kind: QuestionKind): Question => ({
  ...{ key: freshKey(), kind, label: '', help: '', required: true },
  options: isChoice(kind) ? [blankOption(), blankOption()] : [],
  ...{ explain: null, caution: null, unit: '', least: null, most: null, shownWhen: null },
});

export const blankOption = () => ({ key: freshKey(), label: '', caution: false });

/** What a new questionnaire begins with: health data, signed, good for a quarter of a year. */
export const blankForm = (): QuestionnaireForm => ({
  ...{ title: '', intro: '', asked: true, health: true, signed: true, guardianBelow: 14 },
  ...{ validDays: 90, serviceIds: [], questions: [] },
});

const isChoice = (kind: QuestionKind): boolean => kind === 'single' || kind === 'several';

/** The same question in another kind: its words stay, and of the rest what the new kind has a use for. */
export function withKind(question: Question, kind: QuestionKind): Question {
  const blank = blankQuestion(kind);
  const { key, label, help, required, shownWhen, options } = question;
  const kept = isChoice(kind) && options.length > 0 ? options : blank.options;
  return { ...blank, key, label, help, required, shownWhen, options: kept };
}

/** Answers that a question may hang on: what can be chosen in those before it. */
export function conditionsAt(
  questions: readonly Question[],
  place: number,
): { readonly value: string; readonly label: string }[] {
  return questions.slice(0, place).flatMap(({ key, kind, label, options }, at) => {
    const choices =
      kind === 'yes_no'
        ? YES_NO.map((answer) => ({ key: answer, label: YES_NO_WORDS[answer] }))
        : options;
    return choices.map((choice) => ({
      value: conditionText({ key, answer: choice.key }),
      label: `第 ${at + 1} 题「${label || '未写'}」选「${choice.label || '未写'}」时`,
    }));
  });
}

/** A condition as the value of a choice, and back. */
export const conditionText = (when: Question['shownWhen']): string =>
  when === null ? '' : `${when.key} ${when.answer}`;

export function conditionOf(text: string): Question['shownWhen'] {
  const [key = '', answer = ''] = text.split(' ');
  return text === '' ? null : { key, answer };
}

/** Nothing that the care knowledge names. */
export const NO_MEANING: CautionMeaning = { conditionId: null, ingredientId: null };

/** What a caution means as the value of a choice, and back. */
export function meaningText({ conditionId, ingredientId }: CautionMeaning): string {
  if (conditionId) return `condition ${conditionId}`;
  return ingredientId ? `ingredient ${ingredientId}` : '';
}

export function meaningOf(text: string): CautionMeaning {
  const [kind, id] = text.split(' ');
  if (id === undefined) return NO_MEANING;
  return kind === 'condition'
    ? { ...NO_MEANING, conditionId: id }
    : { ...NO_MEANING, ingredientId: id };
}

/** Questions after one was changed, moved or taken away: a condition that no earlier answer meets goes. */
export function settled(questions: readonly Question[]): Question[] {
  return questions.map((question, place) => {
    const isMet = conditionsAt(questions, place).some(
      ({ value }) => value === conditionText(question.shownWhen),
    );
    return isMet ? question : { ...question, shownWhen: null };
  });
}

/** The questions with one a place up or down. */
export function moved(questions: readonly Question[], place: number, by: 1 | -1): Question[] {
  const next = [...questions];
  const [one] = next.splice(place, 1);
  if (one) next.splice(place + by, 0, one);
  return settled(next);
}

const PARTS: Readonly<Record<string, string>> = {
  title: '名称',
  health: '健康信息',
  serviceIds: '项目',
  questions: '题目',
};

/** Where the API found fault: `form.questions.2.label` is 第 3 题. Empty where it names no part of the form. */
export function placeWords(field: string): string {
  const [root, part = '', place] = field.split('.');
  if (root !== 'form') return '';
  if (part === 'questions' && place !== undefined) return `第 ${Number(place) + 1} 题：`;
  return PARTS[part] === undefined ? '' : `${PARTS[part]}：`;
}
