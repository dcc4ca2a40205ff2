import { describe, expect, it } from '@jest/globals';
import { phoneAsk } from './phone-ask';

describe('phoneAsk', () => {
  it('asks who has no number, and whoever said no is left alone', () => {
    expect(phoneAsk.isDue(undefined)).toBe(false);
    expect(phoneAsk.isDue({ phoneMasked: '138****0021' })).toBe(false);
    expect(phoneAsk.isDue({ phoneMasked: null })).toBe(true);
    phoneAsk.asked();
    expect(phoneAsk.isDue({ phoneMasked: null })).toBe(false);
  });
});
