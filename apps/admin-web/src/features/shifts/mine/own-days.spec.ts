import type { OwnShifts } from '../../../shared/api/contract';
import { ownDays } from './own-days';

const at = (date: string, clock: string): string => `${date}T${clock}:00+08:00`;
const [MON, TUE, WED] = ['2026-11-23', '2026-11-24', '2026-11-25'];

describe("one's own days", () => {
  it('show the shift with its name, the breaks and the store, and a day off as empty', () => {
    const shifts: OwnShifts['shifts'] = [
      {
        ...{ localDate: MON, storeName: '滨江', templateName: '早班' },
        ...{ start: at(MON, '10:00'), end: at(MON, '19:00') },
        breaks: [{ start: at(MON, '13:00'), end: at(MON, '13:45') }],
      },
    ];
    const [monday, tuesday] = ownDays({ shifts, away: [] }, MON, 2);
    expect(monday?.shifts).toEqual([
      { name: '早班', time: '10:00–19:00', breaks: '13:00–13:45', store: '滨江' },
    ]);
    expect(tuesday).toEqual({ date: TUE, shifts: [], away: [] });
  });

  it('show a leave on each of its days, whole or in part', () => {
    const away: OwnShifts['away'] = [
      { kind: 'leave', start: at(MON, '14:00'), end: at(WED, '00:00') },
      { kind: 'block', start: at(WED, '09:00'), end: at(WED, '10:30') },
    ];
    expect(ownDays({ shifts: [], away }, MON, 3).map((day) => day.away)).toEqual([
      ['14:00–24:00'],
      ['全天'],
      ['09:00–10:30'],
    ]);
  });
});
