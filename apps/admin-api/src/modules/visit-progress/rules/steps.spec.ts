import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asBegun, statesOf, stepsOf, type HandsOn, type PlannedService } from './steps.js';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 2, minute));

const COLOUR: PlannedService = { serviceName: '染发', startsAt: at(0), endsAt: at(90) };
const CARE: PlannedService = { serviceName: '护理', startsAt: at(100), endsAt: at(130) };
const WORK: readonly HandsOn[] = [
  { itemSeq: 0, name: '小林', startsAt: at(0), endsAt: at(30) },
  { itemSeq: 0, name: '阿宁', startsAt: at(60), endsAt: at(90) },
  { itemSeq: 1, name: '小林', startsAt: at(100), endsAt: at(130) },
];

describe('the steps of a visit', () => {
  it('tell hands, a colour that takes, and the wait between two services', () => {
    const steps = stepsOf([COLOUR, CARE], WORK);
    expect(steps.map(({ kind, serviceName, staffName }) => [kind, serviceName, staffName])).toEqual(
      [
        ['hands_on', '染发', '小林'],
        ['rest', '染发', null],
        ['hands_on', '染发', '阿宁'],
        ['wait', null, null],
        ['hands_on', '护理', '小林'],
      ],
    );
  });

  it('follow one another without a gap or an overlap, whoever works when', () => {
    const minute = fc.integer({ min: 0, max: 90 });
    const hands = fc.array(fc.tuple(minute, minute), { maxLength: 6 });
    fc.assert(
      fc.property(hands, (pairs) => {
        const work = pairs
          .filter(([from, to]) => from < to)
          .map(([from, to]) => ({
            ...{ itemSeq: 0, name: '小林', startsAt: at(from), endsAt: at(to) },
          }));
        const steps = stepsOf([COLOUR, CARE], work);
        expect(steps[0]?.startsAt).toEqual(COLOUR.startsAt);
        expect(steps.at(-1)?.endsAt).toEqual(CARE.endsAt);
        steps.slice(1).forEach((step, index) => {
          expect(step.startsAt).toEqual(steps[index]?.endsAt);
          expect(step.endsAt > step.startsAt).toBe(true);
        });
      }),
    );
  });

  it('come later by as much as she was begun later', () => {
    const steps = asBegun(stepsOf([COLOUR, CARE], WORK), at(12));
    expect(steps[0]?.startsAt).toEqual(at(12));
    expect(steps.at(-1)?.endsAt).toEqual(at(142));
    expect(asBegun([], at(0))).toEqual([]);
  });

  it('are done, going on or to come; the last lasts until she is finished', () => {
    const steps = stepsOf([COLOUR, CARE], WORK);
    expect(statesOf(steps, at(40))).toEqual(['done', 'now', 'next', 'next', 'next']);
    expect(statesOf(steps, at(300))).toEqual(['done', 'done', 'done', 'done', 'now']);
    expect(statesOf(steps, at(-5))).toEqual(['next', 'next', 'next', 'next', 'next']);
  });
});
