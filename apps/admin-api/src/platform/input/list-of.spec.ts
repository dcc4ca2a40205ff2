import { expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { IsInt, validateSync } from 'class-validator';
import { fieldErrors } from '../errors/index.js';
import { ListOf } from './list-of.js';

class Part {
  @IsInt()
  count: number;
}

class Whole {
  @ListOf(() => Part, { min: 1, max: 2, tooFew: '请至少写一项' })
  parts: unknown;
}

const faultsOf = (parts: unknown): string[] =>
  fieldErrors(validateSync(plainToInstance(Whole, { parts }))).map(({ field }) => field);

it('takes a list of sound parts', () => {
  expect(faultsOf([{ count: 1 }, { count: 2 }])).toEqual([]);
});

it('names the part that is not sound', () => {
  expect(faultsOf([{ count: 1 }, { count: 'x' }])).toEqual(['parts.1.count']);
});

it.each([
  ['no list', { count: 1 }],
  ['nothing', null],
  ['too few', []],
  ['too many', [{ count: 1 }, { count: 2 }, { count: 3 }]],
  ['a list in the list', [[{ count: 1 }]]],
  ['nothing in the list', [null]],
])('refuses %s', (_, parts) => {
  expect(faultsOf(parts)).toContain('parts');
});

it('says of too few what the form says', () => {
  const [fault] = fieldErrors(validateSync(plainToInstance(Whole, { parts: [] })));
  expect(fault?.message).toBe('请至少写一项');
});
