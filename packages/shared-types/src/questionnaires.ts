export const QUESTION_KINDS = ['single', 'several', 'text', 'number', 'date', 'yes_no'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const QUESTION_KIND_NAMES: Readonly<Record<QuestionKind, string>> = {
  single: '单选',
  several: '多选',
  text: '文字',
  number: '数字',
  date: '日期',
  yes_no: '是 / 否',
};

export const YES_NO = ['yes', 'no'] as const;
export type YesNo = (typeof YES_NO)[number];
export const YES_NO_WORDS: Readonly<Record<YesNo, string>> = { yes: '是', no: '否' };

/** Where a client stands with a questionnaire: expired ones are asked for anew. */
export const QUESTIONNAIRE_STATES = ['missing', 'filled', 'expired'] as const;
export type QuestionnaireState = (typeof QUESTIONNAIRE_STATES)[number];

/** The longest words of an answer. */
export const MOST_ANSWER_WORDS = 500;

/** What a caution speaks of, as the salon's care knowledge names it; nothing where only a person can tell. */
export interface CautionMeaning {
  /** She has this condition. */
  readonly conditionId?: string | null;
  /** She reacts to this ingredient, or to this group of them. */
  readonly ingredientId?: string | null;
}

export interface QuestionOption extends CautionMeaning {
  readonly key: string;
  readonly label: string;
  /** Whoever chooses it is to be treated with care. */
  readonly caution: boolean;
}

/** One question; what its kind does not use is empty or null. Of yes_no it is its caution that means something. */
export interface Question extends CautionMeaning {
  /** Stays when its words change, so that years can be compared. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: string;
  /** Stands below the question; empty where none is needed. */
  readonly help: string;
  readonly required: boolean;
  /** Of single and several. */
  readonly options: readonly QuestionOption[];
  /** Of yes_no: this answer is to be explained. */
  readonly explain: YesNo | null;
  /** Of yes_no: this answer is a caution. */
  readonly caution: YesNo | null;
  /** Of number; empty where it has none. */
  readonly unit: string;
  readonly least: number | null;
  readonly most: number | null;
  /** Asked only when an earlier question was answered so: with an option's key, `yes` or `no`. */
  readonly shownWhen: { readonly key: string; readonly answer: string } | null;
}

/** An answer by the key of its question, in the member of the question's kind and no other. */
export interface Answer {
  readonly key: string;
  /** Keys of what was chosen: one of a single choice. */
  readonly options?: readonly string[];
  /** Of a text; of a yes_no, what explains it. */
  readonly text?: string;
  readonly number?: number;
  /** YYYY-MM-DD */
  readonly day?: string;
  readonly yes?: boolean;
}

/** What is wrong with an answer, at its place in the list; with one that is missing, only its question. */
export interface AnswerFault {
  readonly key: string;
  /** `answers.2.text`, or `answers` where there is none. */
  readonly field: string;
  readonly message: string;
}

type Member = Exclude<keyof Answer, 'key'>;

const MEMBER: Readonly<Record<QuestionKind, Member>> = {
  single: 'options',
  several: 'options',
  text: 'text',
  number: 'number',
  date: 'day',
  yes_no: 'yes',
};
const MEMBERS: readonly Member[] = ['options', 'text', 'number', 'day', 'yes'];

const answerOf = (answers: readonly Answer[], key: string): Answer | undefined =>
  answers.find((one) => one.key === key);

const chosen = (answer: Answer | undefined): readonly string[] => [
  ...(answer?.options ?? []),
  ...(answer?.yes === undefined ? [] : [answer.yes ? 'yes' : 'no']),
];

/** The questions that these answers lead to, in order. One that hangs on a hidden question is hidden too. */
export function askedOf(questions: readonly Question[], answers: readonly Answer[]): Question[] {
  const asked: Question[] = [];
  for (const question of questions) {
    const { shownWhen } = question;
    const isShown =
      shownWhen === null ||
      (asked.some(({ key }) => key === shownWhen.key) &&
        chosen(answerOf(answers, shownWhen.key)).includes(shownWhen.answer));
    if (isShown) asked.push(question);
  }
  return asked;
}

/** Of what she answered so far, what its questions still ask for: an answer that hid another leaves it behind. */
export function answersOfAsked(
  questions: readonly Question[],
  answers: readonly Answer[],
): Answer[] {
  return askedOf(questions, answers).flatMap(({ key }) => answerOf(answers, key) ?? []);
}

/** Whether this answer is one that the form asks to explain. */
export const needsWords = ({ kind, explain }: Question, { yes }: Pick<Answer, 'yes'>): boolean =>
  kind === 'yes_no' && explain !== null && yes === (explain === 'yes');

const DAY = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/;
const isDay = (day: string): boolean => {
  const at = new Date(`${day}T00:00:00Z`);
  return DAY.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
};
const isReadable = (text: string): boolean => /[^\s\p{C}]/u.test(text);

const wordsFault = (text: string | undefined, missing: string): string | undefined => {
  if (text === undefined || !isReadable(text)) return missing;
  return text.length > MOST_ANSWER_WORDS ? `最多写 ${MOST_ANSWER_WORDS} 个字` : undefined;
};

function optionsFault({ kind, options }: Question, keys: readonly string[]): string | undefined {
  if (keys.length === 0) return '请选择一项';
  if (kind === 'single' && keys.length > 1) return '这一题只能选一项';
  if (new Set(keys).size < keys.length) return '同一项选了两次';
  const isKnown = keys.every((key) => options.some((option) => option.key === key));
  return isKnown ? undefined : '没有这个选项，请重新打开问卷';
}

function numberFault({ least, most, unit }: Question, value: number): string | undefined {
  if (!Number.isFinite(value)) return '请填写数字';
  if (least !== null && value < least) return `不能小于 ${least}${unit}`;
  return most !== null && value > most ? `不能大于 ${most}${unit}` : undefined;
}

/** What is wrong with an answer to its question: the member, and a sentence. */
function faultIn(question: Question, answer: Answer): readonly [Member, string] | undefined {
  const own = MEMBER[question.kind];
  const isExplained = needsWords(question, answer);
  const strange = MEMBERS.find(
    (member) =>
      answer[member] !== undefined && member !== own && !(member === 'text' && isExplained),
  );
  if (strange) return [strange, '这一题不这样回答，请重新打开问卷'];
  const { options, text, number, day } = answer;
  if (answer[own] === undefined) return [own, '请回答这一题'];
  const fault = {
    options: () => optionsFault(question, options ?? []),
    text: () => wordsFault(text, '请写几个字'),
    number: () => numberFault(question, number ?? NaN),
    day: () => (isDay(day ?? '') ? undefined : '不是有效的日期'),
    yes: () => undefined,
  }[own]();
  if (fault !== undefined) return [own, fault];
  const words = isExplained ? wordsFault(text, '请说明具体情况') : undefined;
  return words === undefined ? undefined : ['text', words];
}

/**
 * The first thing that keeps answers from being taken: one that no question asks for, that stands twice, that is not of
 * its question's kind, and then a required one that is missing.
 */
export function faultOfAnswers(
  questions: readonly Question[],
  answers: readonly Answer[],
): AnswerFault | undefined {
  const asked = askedOf(questions, answers);
  for (const [place, answer] of answers.entries()) {
    const { key } = answer;
    const at = (member: string, message: string): AnswerFault => ({
      ...{ key, field: `answers.${place}.${member}`, message },
    });
    const question = asked.find((one) => one.key === key);
    if (!question) return at('key', '问卷上没有这一题，请重新打开问卷');
    if (answers.findIndex((one) => one.key === key) < place) return at('key', '这一题答了两次');
    const fault = faultIn(question, answer);
    if (fault) return at(...fault);
  }
  const missing = asked.find(({ key, required }) => required && !answerOf(answers, key));
  return missing && { key: missing.key, field: 'answers', message: `请回答「${missing.label}」` };
}
