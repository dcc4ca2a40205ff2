import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '@/lib/failure';
import { digitsOf, isMobile } from './phone-number';
import { sharedPhoneIn } from './shared-phone';

describe('a phone number typed by hand', () => {
  it('may be pasted with a country code, blanks and dashes', () => {
    expect(digitsOf('+86 138-0013 8000')).toBe('13800138000');
    expect(digitsOf('8613800138000')).toBe('13800138000');
  });

  it('keeps a number that merely begins with 86 digits elsewhere', () => {
    expect(digitsOf('13886138000')).toBe('13886138000');
  });

  it('has eleven digits and a mobile prefix', () => {
    expect(['13800138000', '12800138000', '1380013800'].map(isMobile)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a phone that stands on several files', () => {
  const problem = (extras: Record<string, unknown>, code = 'PHONE_SHARED') =>
    new ApiProblem(409, code, '', [], extras);

  it('asks whose file it is', () => {
    const candidates = [{ id: 'a', nameMasked: '张*美' }, { id: 'b' }];
    expect(sharedPhoneIn(problem({ proof: 'p', candidates }))).toEqual({
      proof: 'p',
      candidates: [{ id: 'a', nameMasked: '张*美' }],
    });
  });

  it('leaves only a new file when all belong to another account', () => {
    expect(sharedPhoneIn(problem({ proof: 'p' }, 'PHONE_TIED'))).toEqual({
      proof: 'p',
      candidates: [],
    });
  });

  it('is nothing else', () => {
    expect(sharedPhoneIn(problem({}, 'INVALID_INPUT'))).toBeUndefined();
    expect(sharedPhoneIn(problem({ candidates: [] }))).toBeUndefined();
    expect(sharedPhoneIn(new Error('offline'))).toBeUndefined();
  });
});
