import { tellableFrom } from './quiet-hours.js';

const at = (time: string): Date => new Date(`2026-11-23T${time}+08:00`);
const NEXT_MORNING = new Date('2026-11-24T09:00:00+08:00');

describe('the time at which a gift is told', () => {
  it.each([
    ['in the day', '14:30:00', at('14:30:00')],
    ['at nine in the morning', '09:00:00', at('09:00:00')],
    ['just before nine at night', '20:59:59', at('20:59:59')],
    ['early in the morning', '06:10:00', at('09:00:00')],
    ['at nine at night', '21:00:00', NEXT_MORNING],
    ['before midnight', '23:59:59', NEXT_MORNING],
  ])('%s', (_when, time, expected) => {
    expect(tellableFrom(at(time), { from: 9, until: 21 }, 'Asia/Shanghai')).toEqual(expected);
  });

  it('is always where the salon tells around the clock', () => {
    const all = { from: 0, until: 24 };
    for (const time of ['00:00:00', '12:00:00', '23:59:59'])
      expect(tellableFrom(at(time), all, 'Asia/Shanghai')).toEqual(at(time));
  });
});
