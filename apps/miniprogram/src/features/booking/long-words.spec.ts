import { expect, it } from '@jest/globals';
import { isLong } from './long-words';

it('leaves a text whole that two lines of a wide phone hold', () => {
  expect(isLong('水'.repeat(60))).toBe(false);
  expect(isLong('')).toBe(false);
});

it('cuts a text of which two lines hide something on every phone', () => {
  expect(isLong('水'.repeat(61))).toBe(true);
});

it('counts letters and digits as half a character', () => {
  expect(isLong('a1'.repeat(60))).toBe(false);
  expect(isLong(`水${'a1'.repeat(60)}`)).toBe(true);
});
