import { describe, expect, it } from '@jest/globals';
import { countsOf, leftOfDays } from './day-caps.js';

const DAY = { date: '2026-11-24', midnight: 0, from: 120, to: 264 };
const CLOSED = { date: '2026-11-25', midnight: 288, from: 288, to: 288 };
const FACIAL = { kind: 'service' as const, subjectId: 'facial', most: 3 };

const at = (slot: number, times = 1, own = 0, subjectId = 'facial') => ({
  ...{ slot, times, own, subjectId, startsAt: new Date(0) },
});
const left = (...booked: ReturnType<typeof at>[]): number[] =>
  leftOfDays([FACIAL], [DAY, CLOSED], booked).map((each) => each.left);

describe('what a day still takes', () => {
  it('is the cap less what starts on that day, never below nothing, and open days only', () => {
    expect(left()).toEqual([3]);
    expect(left(at(120), at(200), at(264), at(100))).toEqual([1]);
    expect(left(at(120, 2), at(200, 2))).toEqual([0]);
    expect(left(at(130, 3, 0, 'massage'))).toEqual([3]);
  });

  it('leaves a visit its own place, also where a day holds more than its cap by now', () => {
    expect(left(at(120, 2), at(200, 1, 1))).toEqual([1]);
    expect(left(at(120, 4), at(200, 1, 1))).toEqual([1]);
  });
});

describe('what a visit counts for', () => {
  it('is each service as often as it holds it, and each person once however much she does', () => {
    const [startsAt, endsAt] = [new Date(0), new Date(1)];
    const item = (serviceId: string) => ({
      ...{ serviceId, serviceName: '', staffId: 'lily', requested: false, priceFen: 0 },
      ...{ startsAt, endsAt },
    });
    const part = (resourceId: string, kind: 'staff' | 'room') => ({
      ...{ itemSeq: 0, resourceId, kind, startsAt, endsAt },
    });
    const plan = {
      items: [item('facial'), item('facial'), item('massage')],
      allocations: [part('r1', 'staff'), part('r1', 'staff'), part('bed', 'room')],
    };
    expect([...countsOf(plan, new Map([['r1', 'lily']]))]).toEqual([
      ['service:facial', 2],
      ['service:massage', 1],
      ['staff:lily', 1],
    ]);
  });
});
