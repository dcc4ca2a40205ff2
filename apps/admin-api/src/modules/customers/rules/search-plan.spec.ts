import { searchPlan } from './search-plan.js';

describe('what the one search box means', () => {
  it('takes eleven digits, however they are written, for a phone', () => {
    expect(searchPlan('+86 138-0013-8000')).toEqual([{ by: 'phone', phone: '13800138000' }]);
  });

  it('takes four digits for a client number first, then for the end of a phone', () => {
    expect(searchPlan('0123')).toEqual([
      { by: 'member-no', memberNo: 'YC000123' },
      { by: 'last4', last4: '0123', notMemberNo: 'YC000123' },
    ]);
  });

  it('takes letters for initials, then for pinyin that was not found by initials', () => {
    expect(searchPlan('ZXM')).toEqual([
      { by: 'term', kind: 'initials', start: 'zxm', not: [] },
      { by: 'term', kind: 'pinyin', start: 'zxm', not: ['initials'] },
    ]);
  });

  it('takes characters for a name', () => {
    expect(searchPlan('小 美')).toEqual([{ by: 'term', kind: 'name', start: '小美', not: [] }]);
  });

  it('reads a client number with or without its zeros', () => {
    expect(searchPlan('yc123')).toEqual([{ by: 'member-no', memberNo: 'YC000123' }]);
  });

  it.each(['', '  ', '·-', '%'.slice(1)])('looks for nothing in %j', (text) => {
    expect(searchPlan(text)).toEqual([]);
  });
});
