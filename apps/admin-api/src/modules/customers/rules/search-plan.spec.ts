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
      { by: 'number', digits: '0123', notMemberNo: 'YC000123' },
      { by: 'last4', last4: '0123', notMemberNo: 'YC000123', notNumber: '0123' },
    ]);
  });

  it('takes letters for initials, then for pinyin that was not found by initials', () => {
    expect(searchPlan('ZXM').slice(0, 2)).toEqual([
      { by: 'term', kind: 'initials', start: 'zxm', not: [] },
      { by: 'term', kind: 'pinyin', start: 'zxm', not: ['initials'] },
    ]);
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

  it.each(['', '  ', '·-', '%'.slice(1)])('looks for nothing in %j', (text) => {
    expect(searchPlan(text)).toEqual([]);
  });
});
