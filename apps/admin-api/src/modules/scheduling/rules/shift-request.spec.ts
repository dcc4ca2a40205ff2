import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  REQUEST_STATES,
  datesOf,
  leaveErrors,
  leaveStretch,
  nextRequestState,
  type RequestAct,
} from './shift-request.js';

const ZONE = 'Asia/Shanghai';
const TODAY = '2026-11-24';
const days = (from: string, to: string) => ({ from, to, startMinute: null, endMinute: null });
const fieldOf = (wish: Parameters<typeof leaveErrors>[0]) => leaveErrors(wish, TODAY)[0]?.field;

describe('a request', () => {
  it('is settled once, and only an agreed one can be called off', () => {
    const acts: RequestAct[] = ['approve', 'refuse', 'withdraw', 'call_off'];
    const open = REQUEST_STATES.flatMap((state) =>
      acts.flatMap((act) => {
        const next = nextRequestState(state, act);
        return next ? [`${state} ${act} ${next}`] : [];
      }),
    );
    expect(open).toEqual([
      'asked approve approved',
      'asked refuse refused',
      'asked withdraw withdrawn',
      'approved call_off called_off',
    ]);
  });
});

describe('a leave', () => {
  it('is asked for from today on, for two months at most', () => {
    expect(fieldOf(days('2026-11-23', '2026-11-25'))).toBe('from');
    expect(fieldOf(days('2028-11-23', '2028-11-25'))).toBe('from');
    expect(fieldOf(days(TODAY, '2026-11-23'))).toBe('to');
    expect(fieldOf(days(TODAY, '2027-01-23'))).toBe('to');
    expect(leaveErrors(days(TODAY, '2027-01-22'), TODAY)).toEqual([]);
  });

  it('of some hours lies in one day, on the grid of five minutes', () => {
    const hours = { from: TODAY, to: TODAY, startMinute: 600, endMinute: 720 };
    expect(leaveErrors(hours, TODAY)).toEqual([]);
    expect(fieldOf({ ...hours, endMinute: null })).toBe('startMinute');
    expect(fieldOf({ ...hours, to: '2026-11-25' })).toBe('to');
    expect(fieldOf({ ...hours, endMinute: 600 })).toBe('endMinute');
    expect(fieldOf({ ...hours, endMinute: 1_445 })).toBe('endMinute');
    expect(fieldOf({ ...hours, startMinute: 601 })).toBe('startMinute');
  });

  it('of whole days ends with the midnight after the last of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 59 }), (more) => {
        const [from = '', ...rest] = datesOf(TODAY, '2027-01-22').slice(0, more + 1);
        const to = rest.at(-1) ?? from;
        const { startsAt, endsAt } = leaveStretch(days(from, to), ZONE);
        expect(endsAt.getTime() - startsAt.getTime()).toBe((more + 1) * 86_400_000);
        expect(datesOf(from, to)).toHaveLength(more + 1);
      }),
    );
  });
});
