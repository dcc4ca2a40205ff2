import { exportsStateOf } from './exports-state-of';

describe('a list of clients that is to be exported', () => {
  it('says its days without a visit as a day, and tags one by one', () => {
    const filter = { awayDays: '60', tagIds: 'A,B', birthMonth: '5', order: 'spend' } as const;
    expect(exportsStateOf(filter, '2026-03-02').filter).toMatchObject({
      ...{ lastVisitUntil: '2026-01-01', tagIds: ['A', 'B'], birthMonth: 5 },
    });
  });

  it('asks for a need as for a tag, once, and for what files say', () => {
    const filter = { needId: 'A', tagIds: 'A,B', belowPercent: '60', missing: 'birthday' } as const;
    expect(exportsStateOf(filter, '2026-03-02').filter).toEqual({
      ...{ tagIds: ['A', 'B'], belowPercent: 60, missing: 'birthday' },
    });
  });

  it('keeps the earlier of the two days, as the list does, and leaves out what narrows nothing', () => {
    const filter = { awayDays: '60', lastVisitUntil: '2025-11-30' };
    expect(exportsStateOf(filter, '2026-03-02').filter).toEqual({ lastVisitUntil: '2025-11-30' });
    expect(exportsStateOf({}, '2026-03-02').filter).toEqual({});
  });
});
