import fc from 'fast-check';
import { OWN_NO } from './client-details.js';
import { searchPlan } from './search-plan.js';

describe('what the one search box means', () => {
  it('takes eleven digits, however they are written, for a phone', () => {
    for (const text of ['+86 138-0013-8000', '１３８ ００１３ ８０００'])
      expect(searchPlan(text)).toEqual([
        { by: 'phone', phone: '13800138000' },
        { by: 'last4', last4: '8000', notMemberNo: '', notNumber: '', otherwise: true },
      ]);
  });

  it('takes four digits for a client number first, then for a card, then for the end of a phone', () => {
    expect(searchPlan('0123')).toEqual([
      { by: 'member-no', memberNo: 'YC000123' },
      { by: 'number', number: '0123', notMemberNo: 'YC000123' },
      { by: 'last4', last4: '0123', notMemberNo: 'YC000123', notNumber: '0123' },
    ]);
  });

  it('takes letters for initials, then for pinyin that was not found by initials', () => {
    expect(searchPlan('ZXM').slice(0, 3)).toEqual([
      { by: 'number', number: 'ZXM', notMemberNo: '' },
      { by: 'term', kind: 'initials', start: 'zxm', not: [] },
      { by: 'term', kind: 'pinyin', start: 'zxm', not: ['initials'] },
    ]);
  });

  it('takes letters with digits for the salon’s own number first', () => {
    for (const text of ['VIP-8', ' ＶＩＰ-8 '])
      expect(searchPlan(text)[0]).toEqual({ by: 'number', number: 'VIP-8', notMemberNo: '' });
    expect(searchPlan('10-24')[0]).toEqual({ by: 'number', number: '10-24', notMemberNo: '' });
  });

  it('takes a name with digits behind it for her whose phone ends so', () => {
    const end = { by: 'last4', last4: '0001', notMemberNo: '', notNumber: '', otherwise: true };
    for (const [text, named] of [
      ...[['单小美0001', '单小美'] as const, ['单 小美 70001', '单小美'] as const],
      ...[['sxm0001', 'sxm'] as const, ['SXM 77770001', 'sxm'] as const],
    ])
      expect(searchPlan(text).at(-1)).toEqual({ ...end, named });
    for (const text of ['单小美13677770001', '单小美 +86 136-7777-0001'])
      expect(searchPlan(text).slice(-2)).toEqual([
        { by: 'phone', phone: '13677770001', named: '单小美', otherwise: true },
        { ...end, named: '单小美' },
      ]);
    for (const text of ['70001', '77770001', '3677770001'])
      expect(searchPlan(text).at(-1)).toEqual(end);
  });

  it('looks for whatever may be the salon’s own number', () => {
    const some = fc.constantFrom('6222020012345678', '1234567890123', 'GOLDA', '8613800138000');
    const any = fc.stringMatching(/^[0-9A-Za-z][0-9A-Za-z_-]{0,23}$/);
    const digits = fc.stringMatching(/^\d{1,24}$/);
    const phones = fc.stringMatching(/^(?:86|0086|1-)?1[3-9]\d{9}$/);
    fc.assert(
      fc.property(fc.oneof(some, any, digits, phones), (number) => {
        fc.pre(OWN_NO.test(number));
        const steps = searchPlan(number).filter(({ otherwise }) => otherwise !== true);
        expect(steps).toContainEqual(expect.objectContaining({ by: 'number', number }));
      }),
      { numRuns: 500 },
    );
  });

  it('takes characters for a name', () => {
    expect(searchPlan('小 美')[0]).toEqual({ by: 'term', kind: 'name', start: '小美', not: [] });
  });

  it('takes characters for others of the same sound where nobody is written so', () => {
    const [, near] = searchPlan('小梅');
    expect(near).toMatchObject({ by: 'sounds', otherwise: true });
    expect(near?.by === 'sounds' && near.starts).toEqual(expect.arrayContaining(['xiaomei']));
  });

  it('takes characters and letters for one name', () => {
    expect(searchPlan('张xm')).toEqual([
      { by: 'mixed', initials: 'zxm', text: '张xm', otherwise: true },
    ]);
    expect(searchPlan('zhangxm')).toContainEqual({
      ...{ by: 'mixed', initials: 'zxm', text: 'zhangxm', otherwise: true },
    });
  });

  it('reads a client number with or without its zeros', () => {
    expect(searchPlan('yc123')).toEqual([{ by: 'member-no', memberNo: 'YC000123' }]);
  });

  it('reads a client number however it is spaced, marked and wide, and where marked the salon’s own too', () => {
    const gap = fc.constantFrom('', ' ', '  ', '-', '_', '.', '\u3000', '－');
    const wide = (text: string): string =>
      text.replace(/[!-~]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.nat(999_999), gap, gap, fc.boolean(), (number, a, b, isWide) => {
        const digits = String(number).padStart(6, '0');
        const typed = `yc${a}${digits.slice(0, 3)}${b}${digits.slice(3)}`;
        expect(searchPlan(isWide ? wide(typed) : typed)[0]).toEqual({
          by: 'member-no',
          memberNo: `YC${digits}`,
        });
      }),
    );
    expect(searchPlan('YC-8')).toEqual([
      { by: 'member-no', memberNo: 'YC000008' },
      { by: 'number', number: 'YC-8', notMemberNo: 'YC000008' },
    ]);
  });

  it.each(['', '  ', '·-', '%'.slice(1)])('looks for nothing in %j', (text) => {
    expect(searchPlan(text)).toEqual([]);
  });
});
