import { describe, expect, it } from '@jest/globals';
import { endWords, saidWords, seenWords, stepWords } from './progress-words';

const STEP = { start: '', end: '', state: 'now' } as const;
const STANDS = {
  ...{ state: 'in_service', begunAt: '2026-11-24T10:05:00+08:00', isOver: false },
  ...{ expectedEnd: '2026-11-24T11:35:00+08:00', steps: [], products: [], feedback: [] },
  canTell: true,
} as const;
const endOf = (change: object): string => endWords({ ...STANDS, ...change } as never);

describe('the words of a visit that is going on', () => {
  it('name the service and who works on it, and say when nobody has to', () => {
    const hands = { ...STEP, kind: 'hands_on', serviceName: '染发', staffName: '小林' } as const;
    expect(stepWords(hands)).toBe('染发 · 小林');
    expect(stepWords({ ...STEP, kind: 'rest', serviceName: '染发', staffName: null })).toBe(
      '染发 · 静候片刻',
    );
    expect(stepWords({ ...STEP, kind: 'wait', serviceName: null, staffName: null })).toBe(
      '稍作休息',
    );
  });

  it('tell when she can go, and never a time that is over', () => {
    expect(endOf({})).toBe('预计 11:35 结束');
    expect(endOf({ isOver: true })).toBe('比预计的久一点，就快好了。');
    expect(endOf({ begunAt: null })).toBe('马上为您安排，请稍坐。');
  });

  it('repeat what she tapped and wrote', () => {
    const said = { id: '', at: '', seenAt: null };
    expect(saidWords({ ...said, wish: 'lighter', words: '肩膀那里' })).toBe('轻一点：肩膀那里');
    expect(saidWords({ ...said, wish: 'come', words: null })).toBe('请来一下');
    expect(saidWords({ ...said, wish: 'words', words: '想喝水' })).toBe('想喝水');
  });

  it('tell whether her word was seen', () => {
    const said = { id: '', wish: 'come', words: null, at: '' } as const;
    expect(seenWords({ ...said, seenAt: null })).toBe('已送达，等待查看');
    expect(seenWords({ ...said, seenAt: '2026-11-24T10:20:00+08:00' })).toBe('10:20 已看到');
  });
});
