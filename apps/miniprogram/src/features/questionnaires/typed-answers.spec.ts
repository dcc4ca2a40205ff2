import { describe, expect, it } from '@jest/globals';
import { faultOfAnswers, type Question } from '@yance/shared-types';
import { isClient } from '@/lib/leftovers';
import { phoneStorage } from '@/testing/phone-storage';
import { stateWord, waitingWords } from './questionnaire-words';
import { KeptReply, answersFrom, toggled } from './typed-answers';

const question = (
  key: string,
  kind: Question['kind'],
  change: Partial<Question> = {},
): Question => ({
  ...{ key, kind, label: key, help: '', required: false, options: [] },
  ...{ explain: null, caution: null, unit: '', least: null, most: null, shownWhen: null },
  ...change,
});
const QUESTIONS = [
  question('pregnant', 'yes_no', { explain: 'yes' }),
  question('week', 'number', { shownWhen: { key: 'pregnant', answer: 'yes' } }),
  question('since', 'date'),
  question('words', 'text'),
];

describe('what she typed', () => {
  it('becomes answers of the kind of their questions', () => {
    const typed = {
      pregnant: { yes: true, text: ' 四个月 ' },
      week: { text: '17' },
      since: { text: '2026年10月1日' },
      words: { text: '  ' },
    };
    expect(answersFrom(QUESTIONS, typed)).toEqual([
      { key: 'pregnant', yes: true, text: '四个月' },
      { key: 'week', number: 17 },
      { key: 'since', day: '2026-10-01' },
    ]);
  });

  it('leaves behind what another answer hid, and the words that a yes had asked for', () => {
    const typed = { pregnant: { yes: false, text: '四个月' }, week: { text: '17' } };
    expect(answersFrom(QUESTIONS, typed)).toEqual([{ key: 'pregnant', yes: false }]);
  });

  it.each([
    ['week', '十七'],
    ['week', '1.234'],
    ['since', '去年'],
    ['since', '2026-2-30'],
  ])('is refused before it is sent where it is none: %s %s', (key, text) => {
    const typed = { pregnant: { yes: true, text: '是' }, [key]: { text } };
    expect(faultOfAnswers(QUESTIONS, answersFrom(QUESTIONS, typed))?.key).toBe(key);
  });
});

it('takes one option of a single choice and any of several', () => {
  expect(toggled(question('a', 'single'), ['x'], 'y')).toEqual(['y']);
  expect(toggled(question('a', 'several'), ['x'], 'y')).toEqual(['x', 'y']);
  expect(toggled(question('a', 'several'), ['x', 'y'], 'x')).toEqual(['y']);
});

describe('what she has not sent', () => {
  const typed = { words: { text: '怕疼' }, pregnant: { yes: false } };
  const aPhone = () => {
    const storage = phoneStorage();
    isClient(storage, 'ming');
    return storage;
  };

  it('is found again on the phone, and gone once it was sent', () => {
    const storage = aPhone();
    new KeptReply(storage, 'q', 1).write(typed);
    expect(new KeptReply(storage, 'q', 1).read()).toEqual(typed);
    expect(new KeptReply(storage, 'other', 1).read()).toEqual({});
    new KeptReply(storage, 'q', 1).clear();
    expect(new KeptReply(storage, 'q', 1).read()).toEqual({});
  });

  it('is no answer to another version, and nothing where the phone kept something else', () => {
    const storage = aPhone();
    new KeptReply(storage, 'q', 1).write(typed);
    expect(new KeptReply(storage, 'q', 2).read()).toEqual({});
    storage.write('yance.questionnaire.ming.q', {
      ...{ version: 1, madeAt: Date.now() },
      typed: { words: 'x', week: { text: 5 } },
    });
    expect(new KeptReply(storage, 'q', 1).read()).toEqual({ week: {} });
  });
});

it('keeps what she has not sent for her alone, and for a day', () => {
  const storage = phoneStorage();
  let now = 0;
  const reply = new KeptReply(storage, 'q', 1, () => now);
  reply.write({ words: { text: '怕疼' } });
  expect(storage.keys()).toEqual([]);
  isClient(storage, 'ming');
  reply.write({ words: { text: '怕疼' } });
  now = 24 * 3_600_000;
  expect(reply.read()).toEqual({ words: { text: '怕疼' } });
  now += 1;
  expect(reply.read()).toEqual({});
  now = 0;
  isClient(storage, 'hua');
  expect(reply.read()).toEqual({});
});

describe('the word for where she stands', () => {
  it('never says filled when it has run out', () => {
    expect(stateWord({ state: 'expired', until: '2026-11-01' })).toBe('已过期，请重新填写');
    expect(stateWord({ state: 'filled', until: null })).toBe('已填写');
  });

  it('counts what waits', () => {
    expect(waitingWords([{ state: 'missing' }, { state: 'filled' }, { state: 'expired' }])).toBe(
      '2 份待填',
    );
    expect(waitingWords([{ state: 'filled' }])).toBe('');
  });
});
