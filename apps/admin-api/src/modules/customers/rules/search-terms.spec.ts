import fc from 'fast-check';
import { searchTermsOf, searchText } from './search-terms.js';

const termsOf = (name: string): string[] =>
  searchTermsOf(name).map(({ kind, term }) => `${kind}:${term}`);

describe('what a file is found by', () => {
  it.each([
    'name:张小美',
    'name:小美',
    'pinyin:zhangxiaomei',
    'pinyin:xiaomei',
    'initials:zxm',
    'initials:xm',
  ])('finds 张小美 by %s', (term) => expect(termsOf('张小美')).toContain(term));

  it('reads a surname as a surname and by its other readings too', () => {
    expect(termsOf('单雄信')).toEqual(
      expect.arrayContaining(['pinyin:shanxiongxin', 'pinyin:danxiongxin']),
    );
    expect(termsOf('曾莉')).toEqual(expect.arrayContaining(['initials:zl', 'initials:cl']));
  });

  it('spells ü as the v that people type', () => {
    expect(termsOf('吕静')).toContain('pinyin:lvjing');
  });

  it('finds a foreign name by its beginning, without initials of its letters', () => {
    expect(termsOf('Lily')).toContain('pinyin:lily');
    expect(termsOf('Lily').some((term) => term.startsWith('initials:'))).toBe(false);
  });

  it('keeps a rare character without a reading findable as it is written', () => {
    expect(termsOf('𠮷田')).toEqual(expect.arrayContaining(['name:𠮷田', 'pinyin:tian']));
  });

  it('never gives a file the same term twice, nor an endless list of readings', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'曾单解行重长朝盖A1 ·王'), { maxLength: 30 }),
        (characters) => {
          const terms = termsOf(characters.join(''));
          expect(new Set(terms).size).toBe(terms.length);
          expect(terms.length).toBeLessThan(30 * (1 + 2 * 8));
          expect(terms.every((term) => !term.endsWith(':'))).toBe(true);
        },
      ),
      { seed: 20, numRuns: 200 },
    );
  });

  it('compares without case, width, spaces and dots', () => {
    expect(searchText(' Ｚhang Xiao·Mei ')).toBe('zhangxiaomei');
  });
});
