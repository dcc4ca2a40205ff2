import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coveredNo, type Said } from './closed-by-joining.js';

/** What both files said, each act with its file; their times are all different. */
const acts = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 1, max: 1_000 }),
    act: fc.constantFrom('given' as const, 'withdrawn' as const),
    file: fc.constantFrom('one' as const, 'other' as const),
  }),
  { selector: ({ at }) => at, maxLength: 8 },
);
const said = (at: number, act: Said['act']): Said => ({ act, at: new Date(at), id: String(at) });

describe('a consent of two files that become one', () => {
  it('stands only where each that ever answered says yes', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const sorted = [...all].sort((a, b) => a.at - b.at);
        const lastOf = (file: string) => sorted.filter((act) => act.file === file).at(-1);
        const [one, other] = [lastOf('one'), lastOf('other')];
        const no = coveredNo(one && said(one.at, one.act), other && said(other.at, other.act));
        const joined = no ? 'withdrawn' : sorted.at(-1)?.act;
        const lasts = [one, other].flatMap((last) => last?.act ?? []);
        const isAgreed = lasts.length > 0 && lasts.every((act) => act === 'given');
        expect(joined === 'given').toBe(isAgreed);
        // Nothing is added where the last word says no anyway.
        if (sorted.at(-1)?.act !== 'given') expect(no).toBeUndefined();
      }),
    );
  });

  it('takes of two words of one moment the one that was written later', () => {
    const [first, second] = [said(1, 'given'), { ...said(1, 'withdrawn'), id: '2' }];
    expect(coveredNo(first, second)).toBeUndefined();
    expect(coveredNo({ ...first, id: '3' }, second)).toBe(second);
  });
});
