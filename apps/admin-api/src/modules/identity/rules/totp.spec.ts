import { base32, matchTotp, totpCode, totpStep } from './totp.js';

const RFC_SECRET = Buffer.from('12345678901234567890');

describe('time-based codes', () => {
  // RFC 6238 appendix B, the SHA-1 rows.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('agrees with RFC 6238 at second %i', (seconds, code) => {
    expect(totpCode(RFC_SECRET, totpStep(new Date(seconds * 1000)), 8)).toBe(code);
  });

  // RFC 4648 section 10, without padding.
  it.each([
    ['f', 'MY'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('spells %s as %s', (text, spelled) => expect(base32(Buffer.from(text))).toBe(spelled));

  const now = new Date('2026-11-22T10:00:00Z');
  const step = totpStep(now);

  it('takes a code one step off and no further', () => {
    const near = [-1, 0, 1].map((drift) =>
      matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step + drift), now, null),
    );
    expect(near).toEqual([step - 1, step, step + 1]);
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step + 2), now, null)).toBeUndefined();
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step - 2), now, null)).toBeUndefined();
  });

  it('takes no code a second time', () => {
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step), now, step)).toBeUndefined();
  });

  it('takes nothing that is not six digits', () => {
    expect(matchTotp(RFC_SECRET, '', now, null)).toBeUndefined();
    expect(matchTotp(RFC_SECRET, totpCode(RFC_SECRET, step, 8), now, null)).toBeUndefined();
  });
});
