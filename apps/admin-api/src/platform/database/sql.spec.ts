import { describe, expect, it } from '@jest/globals';
import { insertSql, likeText, placeholders, toSafeInteger } from './sql.js';

describe('toSafeInteger', () => {
  it.each([
    [0, 0],
    ['0', 0],
    ['-12', -12],
    [9_007_199_254_740_991, 9_007_199_254_740_991],
    ['9007199254740991', 9_007_199_254_740_991],
    [12n, 12],
  ])('takes %p as it is', (value, number) => {
    expect(toSafeInteger(value)).toBe(number);
  });

  it.each([
    ...[null, undefined, '', '9007199254740993', 9_007_199_254_740_992, 9_007_199_254_740_993n],
    ...[1.5, '1.5', Number.NaN, Infinity, 'twelve'],
  ])('refuses %p instead of rounding or guessing', (value) => {
    expect(() => toSafeInteger(value)).toThrow(RangeError);
  });
});

describe('SQL text', () => {
  it('has one group of marks for each row', () => {
    expect(insertSql('t', ['a', 'b'], 2)).toBe('INSERT INTO t (a, b) VALUES (?, ?), (?, ?)');
  });

  it('has no empty IN list', () => {
    expect(placeholders([1, 2, 3])).toBe('?, ?, ?');
    expect(() => placeholders([])).toThrow(RangeError);
  });

  it('looks for what was typed, not for what it could mean in LIKE', () => {
    expect(likeText('50%_\\')).toBe('50\\%\\_\\\\');
  });
});
