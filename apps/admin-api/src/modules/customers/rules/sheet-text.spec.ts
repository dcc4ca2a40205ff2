import fc from 'fast-check';
import { sheetText } from './sheet-text.js';

const ERRORS = ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NULL!', '#NUM!', '#SPILL!'];
const wide = (text: string): string =>
  text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('a text of a spreadsheet', () => {
  it('is an error of it, small, wide or spaced', () => {
    const gap = fc.constantFrom('', ' ', '\u3000', '\t', '\u200b');
    const form = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toLowerCase(),
      wide,
    );
    fc.assert(
      fc.property(fc.constantFrom(...ERRORS, '#CALC!'), form, gap, gap, (text, write, a, b) => {
        expect(sheetText(a + write(text) + b)).toBe('error');
      }),
    );
  });

  it.each(['=HYPERLINK("http://x","点我")', ' =1+1', '＝SUM(A1)', '\u200b=A1', '='])(
    'is a formula: %j',
    (text) => expect(sheetText(text)).toBe('formula'),
  );

  it.each(['', '#3 号柜', '护理#N/A', '#N/A 的那位', '身高=165', '+1', '@小美', '-', 'NA', '#'])(
    'is not what people write: %j',
    (text) => expect(sheetText(text)).toBeUndefined(),
  );
});
