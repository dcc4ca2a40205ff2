import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DEFAULT_POLICY,
  FILE_FIELDS,
  bitsOf,
  missingAtCreation,
  missingOf,
  percentOf,
  type FileField,
} from './completeness.js';
import { checkedTooLongAgo, contactDue } from './contact-age.js';

const fields = fc.uniqueArray(fc.constantFrom<FileField>(...FILE_FIELDS));

describe('how complete a file is', () => {
  it('counts what is wanted and said, and nothing else', () => {
    fc.assert(
      fc.property(fields, fields, (wanted, said) => {
        const filled = bitsOf(said);
        const missing = missingOf(filled, { wanted });
        expect(missing).toEqual(wanted.filter((field) => !said.includes(field)));
        const percent = percentOf(filled, { wanted });
        expect(percent === 100).toBe(missing.length === 0);
        expect(percent).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('grows with each wanted field that is filled', () => {
    fc.assert(
      fc.property(fields, fields, fc.constantFrom(...FILE_FIELDS), (wanted, said, more) => {
        const after = percentOf(bitsOf([...new Set([...said, more])]), { wanted });
        expect(after).toBeGreaterThanOrEqual(percentOf(bitsOf(said), { wanted }));
      }),
    );
  });
});

describe('a new file', () => {
  it('has to say what the policy asks for; an unknown gender and an empty text say nothing', () => {
    const policy = {
      ...DEFAULT_POLICY,
      atCreation: ['phone', 'gender', 'birthday', 'source'] as const,
    };
    expect(missingAtCreation(policy, { phone: ' ', gender: 'unknown', birthday: null })).toEqual(
      policy.atCreation,
    );
    const all = { phone: '13800000000', gender: 'male', birthday: '--05-12', source: 'walk_in' };
    expect(missingAtCreation(policy, all)).toEqual([]);
    expect(missingAtCreation(DEFAULT_POLICY, {})).toEqual([]);
  });
});

describe('contact data', () => {
  it('is to be looked at when it is so many months old, to the day', () => {
    expect(contactDue('2025-11-22', '2026-11-22', 12)).toBe('old');
    expect(contactDue('2025-11-23', '2026-11-22', 12)).toBeUndefined();
    expect(checkedTooLongAgo('2026-03-31', 1)).toBe('2026-02-28');
    expect(checkedTooLongAgo('2026-01-15', 1)).toBe('2025-12-15');
  });

  it('is never too old where nobody is reminded, but a changed number is always to be looked at', () => {
    expect(contactDue('1999-01-01', '2026-11-22', null)).toBeUndefined();
    expect(contactDue(null, '2026-11-22', null)).toBe('changed');
  });
});
