import { charactersIn, meansName, mixedStarts } from './mixed-name.js';
import { soundsLike } from './sounds.js';

describe('a name that is typed as it is heard', () => {
  it.each([
    ['zangxiaomei', 'zhangxiaomei'],
    ['zhangxiaomei', 'zangxiaomei'],
    ['niuli', 'liuli'],
    ['chenjing', 'chenjin'],
    ['chenjin', 'chenjing'],
    ['wanfan', 'wangfan'],
    ['lujing', 'lvjing'],
  ])('%s is near %s', (typed, meant) => expect(soundsLike(typed)).toContain(meant));

  it('is one sound off at the most, and never itself', () => {
    expect(soundsLike('zangxiaoming')).not.toContain('zhangxiaomin');
    expect(soundsLike('limei')).not.toContain('limei');
  });
});

describe('a name that is typed in characters, pinyin and initials', () => {
  it.each(['张xm', '张xiaomei', 'zhang小美', 'zhxm', 'zhangxm', 'zxmei', '小mei', 'xiaom'])(
    '张小美 is meant by %s',
    (text) => expect(meansName('张小美', text)).toBe(true),
  );

  it.each(['李xm', '张xl', 'zxmm', '张小美x'])('张小美 is not meant by %s', (text) =>
    expect(meansName('张小美', text)).toBe(false),
  );

  it('is looked for by the initials of it', () => {
    expect(mixedStarts('zhangxm')).toContain('zxm');
    expect(mixedStarts('张xiaomei')).toContain('zxm');
    expect(mixedStarts('张1')).toEqual([]);
  });

  it('is asked of the rows by its characters', () => {
    expect(charactersIn('张x美m')).toBe('张美');
    expect(charactersIn('zhangxm')).toBe('');
  });
});
