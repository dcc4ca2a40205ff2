import { describe, expect, it } from '@jest/globals';
import type { AppointmentView } from '@/api/types';
import { cancelQuestion, serviceWords, staffWords } from './visit-words';

const item = (serviceName: string, staffName: string, requested: boolean) =>
  ({ serviceName, staffName, requested }) as AppointmentView['items'][number];

describe('a visit in words', () => {
  it('names each service and each person once', () => {
    const items = [
      item('染发', '苏曼', true),
      item('剪发', '陈可', false),
      item('染发', '苏曼', false),
    ];
    expect(serviceWords({ items })).toBe('染发、剪发');
    expect(staffWords({ items })).toBe('苏曼（指定）、陈可');
  });

  it('warns only once the free time to cancel is over', () => {
    const visit = { freeCancelUntil: '2026-11-21T10:00:00+08:00', heldFor: null };
    const at = (time: string) => cancelQuestion(visit, new Date(time), '2026-11-21');
    expect(at('2026-11-21T10:00:00+08:00')).toMatchObject({ late: false });
    expect(at('2026-11-21T10:00:01+08:00')).toMatchObject({ late: true });
    expect(at('2026-11-21T08:00:00+08:00').words).toContain('今天 10:00');
    const offered = { ...visit, heldFor: 'choice' as const };
    const late = new Date('2026-11-21T12:00:00+08:00');
    expect(cancelQuestion(offered, late, '2026-11-21')).toMatchObject({ late: false });
  });
});
