import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskPhone, normalizePhone } from './phone.js';

describe('a mainland mobile number', () => {
  it.each([
    '13800138000',
    '+86 138 0013 8000',
    '+8613800138000',
    '86-138-0013-8000',
    '0086 13800138000',
    '138-0013-8000',
    '１３８００１３８０００',
    '＋８６　１３８００１３８０００',
    ' 138 00138000 ',
  ])('is the same eleven digits however it is typed: %s', (typed) => {
    expect(normalizePhone(typed)).toBe('13800138000');
  });

  it.each([
    '',
    '1380013800',
    '138001380000',
    '12800138000',
    '23800138000',
    '+1 13800138000',
    '021-62345678',
    '1380013800a',
    '86138001380',
  ])('is not %s', (typed) => {
    expect(normalizePhone(typed)).toBeUndefined();
  });

  it('stays itself when normalised again', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const phone = normalizePhone(typed);
        if (phone !== undefined) expect(normalizePhone(phone)).toBe(phone);
      }),
    );
  });

  it('shows three digits in front and four behind', () => {
    expect(maskPhone('13800131234')).toBe('138****1234');
    expect(maskPhone('1234')).toBe('****');
  });
});
