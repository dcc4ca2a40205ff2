import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { DecimalText } from './decimal-text.js';

class Query {
  @DecimalText()
  days: unknown;
}

const read = (days: unknown): unknown => plainToInstance(Query, { days }).days;

describe('a whole number of a query', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['-3', -3],
    ['2147483648', 2_147_483_648],
  ])('is read as people write it: %s', (text, number) => expect(read(text)).toBe(number));

  it.each([
    ...['', ' 5 ', '5\n', '0x10', '0b1', '1e3', '1.0', '05', '-0', '+5', '５', 'NaN', 'Infinity'],
    ...['99999999999999999999', ['5'], null, undefined, true],
  ])('stays what it is when it is written otherwise: %j', (value) =>
    expect(read(value)).toEqual(value),
  );
});
