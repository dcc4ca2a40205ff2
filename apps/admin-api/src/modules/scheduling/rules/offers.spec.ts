import { assign, dayReason, gapRule, nearestAlternatives, planChain, startsOn } from './index.js';
import { MIDNIGHT, aDay, aService, at, handsOn, processing, timeOf } from './testing/days.js';

const WHOLE_DAY = { from: MIDNIGHT, to: MIDNIGHT + 288, stepSlots: 3 };
const HALF_AN_HOUR = 6;

type Day = Parameters<typeof aDay>[0];

function planFor(day: Day, minutes = 60, staff = ['lily']) {
  return planChain(aDay(day), { services: [aService([handsOn(minutes, staff)])] });
}

function tidyTimes(plan: ReturnType<typeof planChain>): string[] {
  const offers = startsOn(plan, WHOLE_DAY).flatMap((start) => assign(plan, start) ?? []);
  return gapRule(plan, offers, HALF_AN_HOUR).map(({ startSlot }) => timeOf(startSlot));
}

describe('gap rule', () => {
  it('offers no start that leaves less than the shortest service before or after', () => {
    const plan = planFor({ staff: { lily: ['10:00', '12:00'] } });
    expect(tidyTimes(plan)).toEqual(['10:00', '10:30', '11:00']);
  });

  it('sees the neighbours already booked', () => {
    const plan = planFor({
      staff: { lily: ['10:00', '13:00'] },
      taken: [['lily', '10:00', '10:45']],
    });
    expect(tidyTimes(plan)).toEqual(['10:45', '11:15', '11:30', '12:00']);
  });

  it('offers all when every start leaves a hole', () => {
    const plan = planFor({ staff: { lily: ['10:00', '11:15'] } });
    expect(tidyTimes(plan)).toEqual(['10:00', '10:15']);
  });

  it('takes a short processing time of the visit itself for no hole', () => {
    const window = aDay({ staff: { lily: ['10:00', '12:00'] } });
    const service = aService([handsOn(10, ['lily']), processing(10), handsOn(10, ['lily'])]);
    const plan = planChain(window, { services: [service] });
    expect(tidyTimes(plan)).toEqual(['10:00', '10:30', '10:45', '11:00', '11:30']);
  });
});

describe('reason for a day without times', () => {
  const open: [string, string][] = [['10:00', '22:00']];
  const reason = (day: Day, more: object = {}, staff = ['lily']) =>
    dayReason(planFor(day, 60, staff), { ...WHOLE_DAY, ...more });

  it('is the horizon before anything else', () => {
    expect(reason({ hours: [] }, { horizonSlot: MIDNIGHT })).toBe('beyond_horizon');
  });

  it('is that the store is closed', () => {
    expect(reason({ staff: { lily: ['10:00', '22:00'] }, hours: [] })).toBe('closed');
  });

  it('is that nobody who can do it is on duty', () => {
    expect(reason({ staff: { amy: ['10:00', '22:00'] }, hours: open })).toBe('no_skill');
    expect(reason({ staff: { lily: ['10:00', '22:00'] }, hours: open }, {}, [])).toBe('no_skill');
  });

  it('is that it would have to be booked sooner', () => {
    const day: Day = { staff: { lily: ['10:00', '12:00'] }, hours: open };
    expect(reason(day, { earliestSlot: at('11:15') })).toBe('too_soon');
    expect(reason(day, { earliestSlot: at('23:00') })).toBe('too_soon');
  });

  it('is that all is taken', () => {
    const day: Day = {
      staff: { lily: ['10:00', '12:00'] },
      hours: open,
      taken: [['lily', '10:30', '11:30']],
    };
    expect(reason(day, { earliestSlot: at('10:00') })).toBe('full');
  });
});

describe('nearest alternatives', () => {
  it('are those around the wanted start, in the order of the day', () => {
    const starts = ['10:00', '11:00', '12:00', '13:00', '16:00'].map(at);
    expect(nearestAlternatives(starts, at('12:00'), 3).map(timeOf)).toEqual([
      '10:00',
      '11:00',
      '13:00',
    ]);
  });

  it('prefer the later of two that are as near', () => {
    expect(nearestAlternatives([at('11:00'), at('13:00')], at('12:00'), 1)).toEqual([at('13:00')]);
  });
});
