import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../../platform/clock/index.js';
import { meanScore, progressOf, stagesOf, type StepOnPath } from './progress.js';
import { firstFreeDay, stepDays } from './step-days.js';

const DAY = '2026-11-23';
const rhythms = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 60 }))
  .map(([minDays, more]) => ({ minDays, maxDays: minDays + more }));

describe('the days of a plan', () => {
  it('begin on the wished day and go on in the middle of the rhythm', () => {
    const days = stepDays({ minDays: 14, maxDays: 21 }, 3, DAY, null);
    expect(days.map(({ plannedOn }) => plannedOn)).toEqual([DAY, '2026-12-10', '2026-12-27']);
    expect(days[1]).toMatchObject({ earliestOn: '2026-12-07', latestOn: '2026-12-14' });
  });

  it('of what follows a visit are never sooner than the rhythm allows, whatever it is', () => {
    fc.assert(
      fc.property(rhythms, fc.integer({ min: 1, max: 12 }), (one, count) => {
        let last = DAY;
        for (const { earliestOn, plannedOn, latestOn } of stepDays(one, count, '2027-01-01', DAY)) {
          expect(daysBetween(last, earliestOn)).toBe(one.minDays);
          expect(earliestOn <= plannedOn && plannedOn <= latestOn).toBe(true);
          last = plannedOn;
        }
      }),
      { seed: 36 },
    );
  });

  it('keep their distance to every visit that stands, and no free day between is passed over', () => {
    const standing = fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), standing, (minDays, offsets) => {
        const days = offsets.map((offset) => addDays(DAY, offset));
        const isFree = (day: string): boolean =>
          days.every((other) => Math.abs(daysBetween(other, day)) >= minDays);
        const free = firstFreeDay(minDays, days, DAY);
        expect(isFree(free)).toBe(true);
        for (let day = DAY; day < free; day = addDays(day, 1)) expect(isFree(day)).toBe(false);
      }),
      { seed: 37 },
    );
  });
});

describe('the path of a plan', () => {
  const step = (lineId: string, state: StepOnPath['state'], latestOn: string): StepOnPath => ({
    ...{ lineId, state, latestOn },
  });
  const steps = [
    step('a', 'done', '2026-11-01'),
    step('a', 'planned', '2026-11-22'),
    step('a', 'planned', '2026-12-20'),
    step('b', 'booked', '2026-11-30'),
    step('b', 'planned', '2026-12-30'),
  ];

  it('has one next visit of each service, which is overdue after its last day', () => {
    const stages = stagesOf('active', steps, DAY);
    expect(stages).toEqual(['done', 'overdue', 'later', 'booked', 'next']);
    expect(progressOf(stages)).toEqual({ done: 1, booked: 1, overdue: 1, total: 5 });
  });

  it('asks for nothing while the plan rests or is over', () => {
    for (const state of ['draft', 'paused', 'done', 'stopped'] as const)
      expect(stagesOf(state, steps, DAY)).toEqual(['done', 'later', 'later', 'booked', 'later']);
  });

  it('counts every visit once, whatever became of it', () => {
    const any = fc.record({
      lineId: fc.constantFrom('a', 'b', 'c'),
      state: fc.constantFrom('planned' as const, 'booked' as const, 'done' as const),
      latestOn: fc.constantFrom('2026-11-01', '2026-12-01'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (path) => {
        const stages = stagesOf('active', path, DAY);
        const { done, booked, overdue, total } = progressOf(stages);
        const open = stages.filter((one) => one === 'next' || one === 'later').length;
        expect(done + booked + overdue + open).toBe(total);
        expect(stages.filter((one) => one === 'next' || one === 'overdue').length).toBe(
          new Set(path.filter(({ state }) => state === 'planned').map(({ lineId }) => lineId)).size,
        );
      }),
      { seed: 38 },
    );
  });

  it('has a mean of what she gave, and none of nothing', () => {
    expect([meanScore([null]), meanScore([5, null, 4, 4])]).toEqual([null, 4.3]);
  });
});
