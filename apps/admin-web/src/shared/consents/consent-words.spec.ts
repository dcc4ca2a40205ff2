import { actWords, standTag } from './consent-words';

describe('the words of consents', () => {
  it('never say that she agreed when she did not', () => {
    const health = { text: { kind: 'health' as const } };
    expect(standTag({ ...health, stands: false, outdated: false }).word).toBe('未同意');
    expect(standTag({ ...health, stands: true, outdated: true }).tone).toBe('amber');
  });

  it('say that a notice still waits, also where an older version was signed', () => {
    const notice = { text: { kind: 'notice' as const } };
    expect(standTag({ ...notice, stands: false, outdated: true }).word).toBe('内容有更新，待签');
  });

  it('tell who took it back', () => {
    expect(actWords({ act: 'withdrawn', way: 'screen' })).toBe('门店代为撤回');
    expect(actWords({ act: 'given', way: 'paper' })).toBe('纸质签署');
    expect(actWords({ act: 'withdrawn', way: 'merge' })).toContain('重新征得同意');
  });
});
