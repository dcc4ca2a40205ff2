import {
  askedOf,
  answersOfAsked,
  faultOfAnswers,
  type Answer,
  type Question,
  type QuestionKind,
} from '@yance/shared-types';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOfForm, linesOf, saidBy, type QuestionnaireForm } from './questionnaire.js';
import { isAskedBy, stateOf } from './standing.js';

const question = (key: string, kind: QuestionKind, change: Partial<Question> = {}): Question => ({
  ...{ key, kind, label: `题 ${key}`, help: '', required: false, options: [] },
  ...{ explain: null, caution: null, unit: '', least: null, most: null, shownWhen: null },
  ...change,
});
const OPTIONS = ['a', 'b', 'c'].map((key) => ({ key, label: `选项 ${key}`, caution: key === 'c' }));
const ONE_OF_EACH: readonly Question[] = [
  question('single', 'single', { options: OPTIONS }),
  question('several', 'several', { options: OPTIONS }),
  question('text', 'text'),
  question('number', 'number', { unit: '周', least: 1, most: 42 }),
  question('date', 'date'),
  question('yes_no', 'yes_no', { explain: 'yes', caution: 'yes' }),
];
const form = (change: Partial<QuestionnaireForm> = {}): QuestionnaireForm => ({
  ...{ title: '问卷', intro: '', asked: true, health: true, signed: false, guardianBelow: 14 },
  ...{ validDays: 90, serviceIds: [], questions: ONE_OF_EACH },
  ...change,
});
const withOne = (one: Question): QuestionnaireForm => form({ questions: [one] });

/** A right answer to a question of a kind. */
const RIGHT: Readonly<Record<QuestionKind, fc.Arbitrary<Omit<Answer, 'key'>>>> = {
  single: fc.constantFrom('a', 'b', 'c').map((key) => ({ options: [key] })),
  several: fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((options) => ({ options })),
  text: fc.string({ minLength: 1, maxLength: 80 }).map((text) => ({ text: `有${text}` })),
  number: fc.integer({ min: 1, max: 42 }).map((number) => ({ number })),
  date: fc
    .date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => ({ day: date.toISOString().slice(0, 10) })),
  yes_no: fc.boolean().map((yes) => (yes ? { yes, text: '四个月' } : { yes })),
};
const right = fc
  .subarray([...ONE_OF_EACH])
  .chain((some) =>
    fc.tuple(...some.map(({ key, kind }) => RIGHT[kind].map((said) => ({ key, ...said })))),
  );

describe('answers', () => {
  it('that each question of the form allows are taken, however many she gives', () => {
    fc.assert(
      fc.property(right, (answers) => {
        expect(faultOfAnswers(ONE_OF_EACH, answers)).toBeUndefined();
      }),
    );
  });

  it('in the manner of another kind never pass, and the fault names the member', () => {
    const wrong = fc
      .tuple(fc.constantFrom(...ONE_OF_EACH), fc.constantFrom(...ONE_OF_EACH))
      .filter(([asked, other]) => {
        const isChoice = (kind: QuestionKind) => kind === 'single' || kind === 'several';
        return asked.kind !== other.kind && !(isChoice(asked.kind) && isChoice(other.kind));
      })
      .chain(([asked, other]) => RIGHT[other.kind].map((said) => ({ key: asked.key, ...said })));
    fc.assert(
      fc.property(wrong, (answer) => {
        const fault = faultOfAnswers(ONE_OF_EACH, [answer]);
        expect(fault?.key).toBe(answer.key);
        expect(fault?.field).toMatch(/^answers\.0\.(?:options|text|number|day|yes)$/);
      }),
    );
  });

  it('to a question that the form does not have are refused, whatever they say', () => {
    fc.assert(
      fc.property(right, fc.constantFrom(...Object.values(RIGHT)), (answers, any) => {
        const [said] = fc.sample(any, 1);
        const strange = { key: 'nobody_asked', ...said };
        const fault = faultOfAnswers(ONE_OF_EACH, [...answers, strange]);
        expect(fault?.field).toBe(`answers.${answers.length}.key`);
      }),
    );
  });

  it.each<[string, Answer, string]>([
    ['two of a single choice', { key: 'single', options: ['a', 'b'] }, 'answers.0.options'],
    ['an option twice', { key: 'several', options: ['a', 'a'] }, 'answers.0.options'],
    ['an unknown option', { key: 'several', options: ['z'] }, 'answers.0.options'],
    ['nothing chosen', { key: 'several', options: [] }, 'answers.0.options'],
    ['too small a number', { key: 'number', number: 0 }, 'answers.0.number'],
    ['too large a number', { key: 'number', number: 43 }, 'answers.0.number'],
    ['no number', { key: 'number', number: NaN }, 'answers.0.number'],
    ['a day that is none', { key: 'date', day: '2026-02-30' }, 'answers.0.day'],
    ['words that say nothing', { key: 'text', text: ' \u200b ' }, 'answers.0.text'],
    ['too many words', { key: 'text', text: '长'.repeat(501) }, 'answers.0.text'],
    ['a yes without the explanation', { key: 'yes_no', yes: true }, 'answers.0.text'],
    ['a no with one', { key: 'yes_no', yes: false, text: '没有' }, 'answers.0.text'],
    ['nothing at all', { key: 'date' }, 'answers.0.day'],
  ])('are refused where they are %s', (_, answer, field) => {
    expect(faultOfAnswers(ONE_OF_EACH, [answer])).toMatchObject({ key: answer.key, field });
  });

  it('stand once for each question', () => {
    const twice = [
      { key: 'text', text: '一' },
      { key: 'text', text: '二' },
    ];
    expect(faultOfAnswers(ONE_OF_EACH, twice)).toMatchObject({ field: 'answers.1.key' });
  });

  it('are asked for where the question must be answered', () => {
    const questions = [question('must', 'text', { required: true, label: '现在用的药' })];
    expect(faultOfAnswers(questions, [])).toEqual({
      ...{ key: 'must', field: 'answers', message: '请回答「现在用的药」' },
    });
  });
});

describe('a question that hangs on an earlier answer', () => {
  const chain = [
    question('first', 'single', { options: OPTIONS, required: true }),
    question('second', 'yes_no', { shownWhen: { key: 'first', answer: 'b' }, required: true }),
    question('third', 'text', { shownWhen: { key: 'second', answer: 'yes' }, required: true }),
  ];
  const first = (option: string) => ({ key: 'first', options: [option] });

  it('is hidden until she gives it, and so is what hangs on the hidden one', () => {
    const keys = (answers: Answer[]) => askedOf(chain, answers).map(({ key }) => key);
    expect(keys([first('a'), { key: 'second', yes: true }])).toEqual(['first']);
    expect(keys([first('b')])).toEqual(['first', 'second']);
    expect(keys([first('b'), { key: 'second', yes: true }])).toEqual(['first', 'second', 'third']);
  });

  it('takes no answer while it is hidden, and asks for none', () => {
    expect(faultOfAnswers(chain, [first('a')])).toBeUndefined();
    const hidden = faultOfAnswers(chain, [first('a'), { key: 'second', yes: false }]);
    expect(hidden).toMatchObject({ key: 'second', field: 'answers.1.key' });
  });

  it('leaves its answer behind when another answer hides it', () => {
    const said = [first('a'), { key: 'second', yes: true }, { key: 'third', text: '话' }];
    expect(answersOfAsked(chain, said)).toEqual([first('a')]);
  });
});

describe('a form', () => {
  it('of one of each kind can be published', () => {
    expect(faultOfForm(form())).toBeUndefined();
  });

  const two = [question('one', 'text'), question('two', 'text')];
  it.each<[string, QuestionnaireForm, string]>([
    ['no question', form({ questions: [] }), 'questions'],
    [
      'a question without words',
      withOne(question('x', 'text', { label: ' ' })),
      'questions.0.label',
    ],
    [
      'two keys alike',
      form({ questions: [question('one', 'text'), question('one', 'date', { label: '另一题' })] }),
      'questions.1.key',
    ],
    [
      'two questions alike',
      form({ questions: two.map((one) => ({ ...one, label: '一样' })) }),
      'questions.1.label',
    ],
    [
      'one option',
      withOne(question('x', 'single', { options: OPTIONS.slice(0, 1) })),
      'questions.0.options',
    ],
    [
      'two options alike',
      withOne(
        question('x', 'single', { options: OPTIONS.map((one) => ({ ...one, label: '同' })) }),
      ),
      'questions.0.options.1.label',
    ],
    [
      'options of a text',
      withOne(question('x', 'text', { options: OPTIONS })),
      'questions.0.options',
    ],
    [
      'a caution of a date',
      withOne(question('x', 'date', { caution: 'yes' })),
      'questions.0.caution',
    ],
    ['a unit of a text', withOne(question('x', 'text', { unit: '周' })), 'questions.0.unit'],
    [
      'a range upside down',
      withOne(question('x', 'number', { least: 5, most: 4 })),
      'questions.0.most',
    ],
    [
      'a condition on a later question',
      form({
        questions: [
          question('x', 'text', { shownWhen: { key: 'y', answer: 'yes' } }),
          question('y', 'yes_no'),
        ],
      }),
      'questions.0.shownWhen',
    ],
    [
      'a condition on an answer that cannot be given',
      form({
        questions: [
          question('y', 'yes_no'),
          question('x', 'text', { shownWhen: { key: 'y', answer: 'maybe' } }),
        ],
      }),
      'questions.1.shownWhen',
    ],
  ])('is refused with %s', (_, bad, field) => {
    expect(faultOfForm(bad)?.field).toBe(field);
  });

  it('that marks a caution is kept as health data', () => {
    expect(faultOfForm(form({ health: false }))?.field).toBe('health');
    const plain = ONE_OF_EACH.map((one) => ({
      ...{ ...one, caution: null, options: one.options.map((o) => ({ ...o, caution: false })) },
    }));
    expect(faultOfForm(form({ health: false, questions: plain }))).toBeUndefined();
  });
});

describe('what she said, in words', () => {
  it('is told in the order of the form, with what calls for care marked', () => {
    const lines = linesOf(ONE_OF_EACH, [
      { key: 'yes_no', yes: true, text: '四个月' },
      { key: 'number', number: 17 },
      { key: 'several', options: ['c', 'a'] },
    ]);
    expect(lines.map(({ words, caution }) => [words, caution])).toEqual([
      ['选项 a、选项 c', true],
      ['17 周', false],
      ['是：四个月', true],
    ]);
  });
});

describe('where she stands', () => {
  it.each([
    [null, 'missing'],
    ['2026-11-23', 'filled'],
    ['2026-08-25', 'filled'],
    ['2026-08-24', 'expired'],
  ] as const)('after an answer of %s that counts for 90 days: %s', (on, state) => {
    expect(stateOf({ validDays: 90 }, on, '2026-11-23')).toBe(state);
  });

  it('never expires where an answer counts for good', () => {
    expect(stateOf({ validDays: null }, '1999-01-01', '2026-11-23')).toBe('filled');
  });

  it('is asked about by the services that are named, by all where none is, and by none once it is off', () => {
    expect(isAskedBy({ asked: true, serviceIds: ['a'] }, ['b'])).toBe(false);
    expect(isAskedBy({ asked: true, serviceIds: ['a', 'b'] }, ['b'])).toBe(true);
    expect(isAskedBy({ asked: true, serviceIds: [] }, [])).toBe(true);
    expect(isAskedBy({ asked: false, serviceIds: [] }, ['b'])).toBe(false);
  });
});

it('answers speak of what she answered and of what they made needless, not of what she left out', () => {
  const shownWhen = { key: 'yes_no', answer: 'yes' };
  const questions = [...ONE_OF_EACH, question('week', 'number', { shownWhen })];
  expect(saidBy(questions, [{ key: 'yes_no', yes: false }])).toEqual(['yes_no', 'week']);
  expect(saidBy(questions, [{ key: 'yes_no', yes: true }])).toEqual(['yes_no']);
});
