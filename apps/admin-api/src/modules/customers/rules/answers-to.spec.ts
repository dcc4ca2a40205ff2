import { answersTo } from './answers-to.js';

describe('a name', () => {
  it.each([
    '单小美',
    '小美',
    '单',
    'sxm',
    'shanxiaomei',
    'xiaom',
    'dan',
    '单xm',
    '单小梅',
    'sanxiaomei',
  ])('answers to %s', (start) => expect(answersTo('单小美', start)).toBe(true));

  it.each(['美小', '李', 'zxm', '#', 'sxmx'])('does not answer to %s', (start) =>
    expect(answersTo('单小美', start)).toBe(false),
  );
});
