import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { roomColumns, sameColumn, staffColumns, unassignedVisits } from './columns';
import { dropAt, judgeDrop, startAfter, verdictWords, visitAfter } from './drop';
import { columnAt, heightOf, minuteAt, topOf, windowOf } from './geometry';

const DATE = '2026-11-21';
const at = (clock: string) => `${DATE}T${clock}:00+08:00`;
const item = (staffId: string, start: string, end: string, serviceName = '补水护理') =>
  ({
    serviceName,
    staffId,
    start: at(start),
    end: at(end),
    requested: false,
  }) as StaffAppointment['items'][number];
const staffTime = ({ staffId, start, end }: StaffAppointment['items'][number]) =>
  ({
    resourceId: `r-${staffId}`,
    staffId,
    kind: 'staff',
    start,
    end,
  }) as StaffAppointment['allocations'][number];
const visit = (
  id: string,
  items: StaffAppointment['items'],
  more: Partial<StaffAppointment> = {},
) =>
  ({
    id,
    state: 'confirmed',
    start: items[0]?.start,
    end: items.at(-1)?.end,
    items,
    allocations: items.map(staffTime),
    rooms: [],
    customer: { id: `c-${id}`, name: `顾客${id}` },
    ...more,
  }) as unknown as StaffAppointment;
const day = (appointments: StaffAppointment[]): Calendar => ({
  date: DATE,
  storeId: 's',
  opensAt: at('10:00'),
  closesAt: at('21:00'),
  now: at('12:00'),
  staff: [
    {
      id: 'lin',
      name: '林',
      title: '资深美容师',
      position: 'therapist',
      grade: 'expert',
      shifts: [{ start: at('10:00'), end: at('19:00') }],
      blocks: [{ start: at('13:00'), end: at('14:00'), kind: 'break', reason: null }],
    },
    {
      id: 'chen',
      name: '陈',
      title: '',
      position: 'therapist',
      grade: 'senior',
      shifts: [],
      blocks: [],
    },
  ],
  rooms: [{ id: 'r1', name: '一号房', kind: 'bed' }],
  appointments,
});

describe('the window of the day', () => {
  it('covers opening hours in full hours', () => {
    expect(windowOf(day([]))).toEqual({ from: 600, to: 1260 });
  });

  it('grows to hold a visit outside of them, also past midnight', () => {
    const late = visit('1', [
      { ...item('lin', '20:30', '21:00'), end: '2026-11-22T00:30:00+08:00' },
    ]);
    expect(windowOf(day([late]))).toEqual({ from: 600, to: 1500 });
  });

  it('places a minute and finds it again', () => {
    const window = { from: 600, to: 1260 };
    expect(topOf(window, 660)).toBe(heightOf(60));
    expect(minuteAt(window, topOf(window, 675), 60)).toBe(675);
  });

  it('snaps to the quarter and keeps the visit inside the day', () => {
    const window = { from: 600, to: 1260 };
    expect(minuteAt(window, topOf(window, 681), 60)).toBe(675);
    expect(minuteAt(window, 99_999, 90)).toBe(1170);
    expect(minuteAt(window, -500, 90)).toBe(600);
  });

  it('finds the column under the pointer and stops at the outer ones', () => {
    expect([-5, 0, 149, 150, 999].map((px) => columnAt(px, 300, 2))).toEqual([0, 0, 0, 1, 1]);
  });
});

describe('columns', () => {
  it('shows who is on duty, and who is not but has a visit', () => {
    expect(staffColumns(day([])).map(({ id }) => id)).toEqual(['lin']);
    const both = staffColumns(day([visit('1', [item('chen', '10:00', '11:00')])]));
    expect(both.map(({ id }) => id)).toEqual(['lin', 'chen']);
  });

  it('joins services that follow each other with the same therapist into one card', () => {
    const two = visit('1', [
      item('lin', '10:00', '11:00', '清洁'),
      item('lin', '11:00', '11:30', '补水'),
    ]);
    const [lin] = staffColumns(day([two]));
    expect(lin?.cards).toMatchObject([{ from: 600, to: 690, title: '清洁、补水' }]);
  });

  it('splits a visit with two therapists between their columns', () => {
    const two = visit('1', [item('lin', '10:00', '11:00'), item('chen', '11:00', '11:30')]);
    expect(staffColumns(day([two])).map(({ cards }) => cards.length)).toEqual([1, 1]);
  });

  it('leaves out what was cancelled', () => {
    const gone = visit('1', [item('lin', '10:00', '11:00')], { state: 'cancelled' });
    expect(staffColumns(day([gone]))[0]?.cards).toEqual([]);
  });

  it('leaves the time open in which the client waits and the therapist is free', () => {
    const dye = visit('1', [item('lin', '10:00', '12:00', '染发')]);
    const [first] = dye.allocations;
    if (!first) throw new Error('the visit has no staff time');
    dye.allocations = [
      { ...first, end: at('10:30') },
      { ...first, start: at('11:30') },
    ];
    expect(staffColumns(day([dye]))[0]?.cards).toMatchObject([
      { from: 600, to: 630, title: '染发', lanes: 1 },
      { from: 690, to: 720, title: '染发', lanes: 1 },
    ]);
  });

  it('shows visits by the rooms that they use', () => {
    const inRoom = visit('1', [item('lin', '10:00', '11:00')]);
    inRoom.allocations.push({
      resourceId: 'r1',
      staffId: null,
      kind: 'room',
      name: '一号房',
      start: at('10:00'),
      end: at('11:00'),
    });
    expect(roomColumns(day([inRoom]))[0]?.cards).toMatchObject([{ from: 600, to: 660 }]);
  });

  it('lists visits that nobody on the board does', () => {
    const lost = visit('1', [item('gone', '10:00', '11:00')]);
    expect(unassignedVisits(day([lost])).map(({ id }) => id)).toEqual(['1']);
  });

  it('knows a column that did not change while another did', () => {
    const kept = visit('1', [item('lin', '10:00', '11:00')]);
    const [before] = staffColumns(day([kept]));
    const [after] = staffColumns(day([kept, visit('2', [item('chen', '10:00', '11:00')])]));
    expect(before && after && sameColumn(before, after)).toBe(true);
    const [moved] = staffColumns(day([{ ...kept }]));
    expect(before && moved && sameColumn(before, moved)).toBe(false);
  });
});

describe('a drop', () => {
  const booked = visit('1', [item('lin', '10:00', '11:00')]);
  const [lin] = staffColumns(day([booked]));
  if (!lin) throw new Error('the day has no column');

  it('is free on shift where nothing is', () => {
    expect(judgeDrop(lin, { from: 660, to: 720 }, '2')).toEqual({ kind: 'free' });
  });

  it('names the client it would clash with', () => {
    const verdict = judgeDrop(lin, { from: 630, to: 690 }, '2');
    expect(verdict).toEqual({ kind: 'clash', name: '顾客1' });
    expect(verdictWords(verdict)).toContain('顾客1');
  });

  it('does not clash with itself', () => {
    expect(judgeDrop(lin, { from: 630, to: 690 }, '1')).toEqual({ kind: 'free' });
  });

  it('sees a break and the end of the shift', () => {
    expect(judgeDrop(lin, { from: 770, to: 800 }, '2').kind).toBe('blocked');
    expect(judgeDrop(lin, { from: 1110, to: 1170 }, '2')).toEqual({ kind: 'off_shift' });
  });

  it('shifts every service of the visit and hands over only the dragged therapist', () => {
    const two = visit('3', [item('lin', '10:00', '11:00'), item('chen', '11:00', '11:30')]);
    const drop = { visit: two, shift: 45, fromStaffId: 'lin', toStaffId: 'mei' };
    expect(startAfter(drop)).toBe(at('10:45'));
    expect(visitAfter(drop, '梅').items).toMatchObject([
      { staffId: 'mei', staffName: '梅', start: at('10:45'), end: at('11:45') },
      { staffId: 'chen', start: at('11:45'), end: at('12:15') },
    ]);
  });

  it('takes an offered time, also of another day, with the same change of people', () => {
    const one = visit('4', [item('lin', '10:00', '11:00')]);
    const drop = { visit: one, shift: 45, fromStaffId: 'lin', toStaffId: 'mei' };
    for (const start of [at('16:30'), '2026-11-22T09:15:00+08:00']) {
      const taken = dropAt(drop, start);
      expect(startAfter(taken)).toBe(start);
      expect(taken).toMatchObject({ fromStaffId: 'lin', toStaffId: 'mei' });
    }
  });
});
