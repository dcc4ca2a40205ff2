import type { Answer, Question, QuestionKind } from '@yance/shared-types';
import type { QuestionnaireForm } from '../../modules/care/index.js';

/** A questionnaire of the demo, by the names of the services that ask for it. */
export interface DemoQuestionnaire extends Omit<QuestionnaireForm, 'serviceIds'> {
  readonly services: readonly string[];
  /** The condition that the caution of a question means, by the key of the question. */
  readonly conditions?: Readonly<Record<string, string>>;
}

const question = (
  key: string,
  kind: QuestionKind,
  label: string,
  more: Partial<Question> = {},
) => ({
  ...{ key, kind, label, help: '', required: true, options: [], explain: null, caution: null },
  ...{ unit: '', least: null, most: null, shownWhen: null },
  ...more,
});
const options = (...labels: readonly string[]): Question['options'] =>
  labels.map((label, place) => ({ key: `o${place + 1}`, label, caution: false }));

const FIRST_VISIT: DemoQuestionnaire = {
  title: '首次到店问卷',
  intro: '欢迎来到颜册。花一分钟告诉我们您的喜好，第一次来就能更合心意。',
  ...{ asked: true, health: false, signed: false, guardianBelow: 14, validDays: null },
  services: [],
  questions: [
    question('from', 'single', '您从哪里知道我们的', {
      options: options('朋友介绍', '小红书', '大众点评', '路过', '其他'),
    }),
    question('want', 'several', '这次最想改善的', {
      options: options('补水', '泛红敏感', '暗沉斑点', '细纹松弛', '头皮头发', '放松一下'),
    }),
    question('before', 'yes_no', '以前做过护理或染烫吗', { explain: 'yes' }),
    question('last', 'date', '最近一次大概是哪天', {
      required: false,
      shownWhen: { key: 'before', answer: 'yes' },
    }),
    question('words', 'text', '还有什么想提前告诉我们的', { required: false }),
  ],
};

const BEFORE_TREATMENT: DemoQuestionnaire = {
  title: '护理前健康问卷',
  intro: '请如实填写，帮我们避开不适合您的产品和手法。只有为您做护理的人看得到，可以随时重新填写。',
  ...{ asked: true, health: true, signed: true, guardianBelow: 14, validDays: 90 },
  services: ['光子嫩肤', '基础清洁补水护理', '全头单色染发'],
  conditions: { pregnant: '怀孕' },
  questions: [
    question('pregnant', 'yes_no', '是否怀孕、备孕或哺乳', { caution: 'yes' }),
    question('week', 'number', '怀孕几周了', {
      ...{ required: false, unit: '周', least: 1, most: 42 },
      shownWhen: { key: 'pregnant', answer: 'yes' },
    }),
    question('allergy', 'yes_no', '对护肤品、染发剂或药物过敏过吗', {
      ...{ explain: 'yes', caution: 'yes', help: '包括发红、发痒、起疹' },
    }),
    question('using', 'several', '最近一个月用过', {
      required: false,
      options: [
        { key: 'acid', label: '果酸、水杨酸', caution: true },
        { key: 'retinol', label: '维A类', caution: true },
        { key: 'laser', label: '做过光电项目', caution: true },
        { key: 'mask', label: '普通面膜', caution: false },
      ],
    }),
    question('feeling', 'single', '今天皮肤和头皮的感觉', {
      options: [
        { key: 'calm', label: '平稳', caution: false },
        { key: 'tight', label: '有点紧绷', caution: false },
        { key: 'burning', label: '刺痛或瘙痒', caution: true },
      ],
    }),
    question('words', 'text', '还想让美容师知道的', { required: false }),
  ],
};

export const QUESTIONNAIRES = [FIRST_VISIT, BEFORE_TREATMENT] as const;

/** What different clients say before a treatment. */
export const TOLD_BEFORE_TREATMENT: readonly (readonly Answer[])[] = [
  [
    { key: 'pregnant', yes: false },
    { key: 'allergy', yes: false },
    { key: 'feeling', options: ['calm'] },
  ],
  [
    { key: 'pregnant', yes: true },
    { key: 'week', number: 17 },
    { key: 'allergy', yes: false },
    { key: 'feeling', options: ['tight'] },
    { key: 'words', text: '最近容易困，想躺着多歇一会儿' },
  ],
  [
    { key: 'pregnant', yes: false },
    { key: 'allergy', yes: true, text: '染发后头皮痒过一次，两天就好了' },
    { key: 'using', options: ['acid', 'mask'] },
    { key: 'feeling', options: ['calm'] },
  ],
];

export const TOLD_FIRST_VISIT: readonly Answer[] = [
  { key: 'from', options: ['o1'] },
  { key: 'want', options: ['o1', 'o2'] },
  { key: 'before', yes: false },
];
