import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CODE_STEP_MS,
  codeShownUntil,
  isProofOf,
  memberCode,
  readMemberCode,
} from './member-code.js';

const KEY = randomBytes(32);
const NOW = new Date('2026-11-22T10:00:30Z');
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

describe('a member code', () => {
  it('is read back as its card and proof, however it was spaced', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), fc.nat(1_000), (cardNo, turn) => {
        const code = memberCode(KEY, { cardNo, turn }, NOW);
        const spaced = code.replaceAll(/(\d{4})/g, '$1 ');
        const read = readMemberCode(spaced);
        expect(read?.cardNo).toBe(cardNo);
        expect(isProofOf(KEY, { cardNo, turn }, read?.proof ?? '', NOW)).toBe(true);
      }),
    );
  });

  it('is twelve digits, short enough to type', () => {
    expect(memberCode(KEY, { cardNo: 123, turn: 0 }, NOW)).toMatch(/^000123\d{6}$/);
  });

  it('changes every minute and still works for one more', () => {
    const card = { cardNo: 7, turn: 0 };
    const code = memberCode(KEY, card, NOW);
    const { proof = '' } = readMemberCode(code) ?? {};
    expect(codeShownUntil(NOW)).toEqual(new Date('2026-11-22T10:01:00Z'));
    expect(isProofOf(KEY, card, proof, later(CODE_STEP_MS))).toBe(true);
    expect(isProofOf(KEY, card, proof, later(2 * CODE_STEP_MS))).toBe(false);
  });

  it('is no code any more once it was used, nor of another card, nor under another key', () => {
    const card = { cardNo: 7, turn: 0 };
    const { proof = '' } = readMemberCode(memberCode(KEY, card, NOW)) ?? {};
    const used = isProofOf(KEY, { ...card, turn: 1 }, proof, NOW);
    const others = isProofOf(KEY, { ...card, cardNo: 8 }, proof, NOW);
    const forged = isProofOf(randomBytes(32), card, proof, NOW);
    expect([used, others, forged].filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it.each(['', '123', 'abcdefghijkl', '00012348192x', '1'.repeat(30), '-1'])(
    'is not “%s”',
    (text) => {
      expect(readMemberCode(text)).toBeUndefined();
    },
  );
});
