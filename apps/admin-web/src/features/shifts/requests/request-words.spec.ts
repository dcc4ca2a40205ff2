import type { ShiftRequest } from '../../../shared/api/contract';
import { whatWords, whenWords } from './request-words';

const LEAVE: ShiftRequest = {
  ...{ id: '1', staffId: '2', staffName: '晓晓', storeId: '3', steps: [], isAhead: true },
  ...{ kind: 'leave', leaveKind: 'sick', templateName: null, state: 'asked', wholeDays: true },
  ...{ from: '2026-11-24', to: '2026-11-24' },
  ...{ start: '2026-11-24T00:00:00+08:00', end: '2026-11-25T00:00:00+08:00' },
};

describe('what somebody asks for', () => {
  it('is said as a salon says it', () => {
    const change = { ...LEAVE, kind: 'change', leaveKind: null } as const;
    expect(whatWords(LEAVE)).toBe('请假 · 病假');
    expect(whatWords({ ...change, templateName: '早班' })).toBe('改班 · 早班');
    expect(whatWords(change)).toBe('改班 · 休息');
  });

  it('is for a day, for days, or for hours of a day until midnight', () => {
    expect(whenWords(LEAVE)).toBe('11月24日 周二');
    expect(whenWords({ ...LEAVE, to: '2026-11-26' })).toBe('11月24日–11月26日');
    const hours = { ...LEAVE, wholeDays: false, start: '2026-11-24T14:00:00+08:00' };
    expect(whenWords(hours)).toBe('11月24日 周二 14:00–24:00');
    expect(whenWords({ ...hours, end: '2026-11-24T16:30:00+08:00' })).toBe(
      '11月24日 周二 14:00–16:30',
    );
  });
});
