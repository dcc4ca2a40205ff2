import { describe, expect, it } from '@jest/globals';
import { isAsProved, proofOf } from './contract-proof.js';

const unsigned = { id: 'c1', bodyHash: 'aa', signatureHash: null };
const signed = { ...unsigned, signatureHash: 'bb' };

describe('a contract', () => {
  it('is as proved when words and signature are those of its sale', () => {
    expect(isAsProved(unsigned, proofOf(unsigned), undefined)).toBe(true);
    expect(isAsProved(signed, proofOf(signed), undefined)).toBe(true);
    expect(isAsProved(signed, proofOf(unsigned), proofOf(signed))).toBe(true);
  });

  it('is not when a word changed, or another contract stands in its place', () => {
    const edited = { ...signed, bodyHash: 'ab' };
    expect(isAsProved(edited, proofOf(signed), undefined)).toBe(false);
    expect(isAsProved({ ...signed, id: 'c2' }, proofOf(signed), undefined)).toBe(false);
    expect(isAsProved(edited, {}, proofOf(signed))).toBe(false);
  });

  it('is not when the signature went, changed or came without a note', () => {
    expect(isAsProved(unsigned, proofOf(signed), undefined)).toBe(false);
    expect(isAsProved({ ...signed, signatureHash: 'bc' }, proofOf(signed), undefined)).toBe(false);
    expect(isAsProved(signed, proofOf(unsigned), undefined)).toBe(false);
    expect(isAsProved(unsigned, proofOf(unsigned), proofOf(signed))).toBe(false);
  });

  it('says nothing before it is paid', () => {
    expect(isAsProved(signed, undefined, undefined)).toBe(true);
  });
});
