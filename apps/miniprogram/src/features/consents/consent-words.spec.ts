import { describe, expect, it } from '@jest/globals';
import type { ConsentAct, ConsentStanding } from '@/api/types';
import { actWords, standWord } from './consent-words';

const standing = (kind: 'health' | 'notice', stands: boolean, outdated: boolean) =>
  ({ text: { kind }, stands, outdated }) as ConsentStanding;

describe('the word for where a client stands', () => {
  it('never says that she agreed when she did not', () => {
    expect(standWord(standing('health', false, false))).toBe('未同意');
    expect(standWord(standing('notice', false, true))).toBe('内容有更新，待签');
  });

  it('tells of new words while the old consent still holds', () => {
    expect(standWord(standing('health', true, true))).toBe('已同意，内容有更新');
  });
});

describe('what became of a consent', () => {
  const said = (act: ConsentAct['act'], way: ConsentAct['way']) =>
    actWords({ act, way } as ConsentAct);

  it('is told by who did it, and by joining two files as what it was', () => {
    expect(said('given', 'paper')).toBe('纸质签署');
    expect(said('withdrawn', 'screen')).toBe('门店代为撤回');
    expect(said('withdrawn', 'merge')).toContain('保持撤回');
  });
});
