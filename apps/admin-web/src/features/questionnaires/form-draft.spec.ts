import type { Question } from '@yance/shared-types';
import {
  blankForm,
  blankQuestion,
  conditionOf,
  conditionText,
  conditionsAt,
  meaningOf,
  meaningText,
  moved,
  placeWords,
  settled,
  withKind,
} from './form-draft';

const first: Question = { ...blankQuestion('yes_no'), key: 'first', label: '是否怀孕' };
const second: Question = {
  ...blankQuestion('number'),
  ...{ key: 'second', label: '孕周', shownWhen: { key: 'first', answer: 'yes' } },
};

describe('a question that hangs on another', () => {
  it('can be chosen to hang on answers of those before it, and on no other', () => {
    const [yes, no] = conditionsAt([first, second], 1);
    expect(yes?.label).toBe('第 1 题「是否怀孕」选「是」时');
    expect(conditionOf(no?.value ?? '')).toEqual({ key: 'first', answer: 'no' });
    expect(conditionsAt([first, second], 0)).toEqual([]);
    expect(conditionOf(conditionText(null))).toBeNull();
  });

  it('stands by itself once that one is moved behind it or gone', () => {
    expect(settled([first, second])).toEqual([first, second]);
    expect(settled([second])[0]?.shownWhen).toBeNull();
    const turned = moved([first, second], 0, 1);
    expect(turned.map(({ key, shownWhen }) => [key, shownWhen])).toEqual([
      ['second', null],
      ['first', null],
    ]);
  });

  it('stands by itself once that one can no longer be answered so', () => {
    expect(settled([withKind(first, 'text'), second])[1]?.shownWhen).toBeNull();
  });
});

it('a question keeps its words and its key when its kind changes, and loses what the new kind has no use for', () => {
  const marked: Question = { ...first, caution: 'yes', explain: 'yes', help: '请如实填写' };
  const single = withKind(marked, 'single');
  expect(single).toMatchObject({
    ...{ key: 'first', label: '是否怀孕', help: '请如实填写', kind: 'single' },
    ...{ caution: null, explain: null },
  });
  expect(single.options).toHaveLength(2);
  expect(withKind(single, 'several').options).toEqual(single.options);
  expect(withKind(single, 'date').options).toEqual([]);
});

it('a caution means a condition, an ingredient or nothing, and is read back as what was chosen', () => {
  const nothing = { conditionId: null, ingredientId: null };
  for (const meaning of [
    nothing,
    { ...nothing, conditionId: 'A' },
    { ...nothing, ingredientId: 'B' },
  ])
    expect(meaningOf(meaningText(meaning))).toEqual(meaning);
});

it('a new questionnaire is kept as health data, until somebody says otherwise', () => {
  expect(blankForm()).toMatchObject({ health: true, signed: true, questions: [] });
});

it.each([
  ['form.questions.2.label', '第 3 题：'],
  ['form.questions', '题目：'],
  ['form.health', '健康信息：'],
  ['revision', ''],
])('a fault at %s is told as 「%s」', (field, words) => expect(placeWords(field)).toBe(words));
