import { courseOf, effectOf, placesOf, servedOf } from '@yance/shared-types';

const moisture = (...values: [string, number][]) => ({
  ...{ key: 'moisture', name: '水润' },
  points: values.map(([on, value]) => ({ on, value })),
});
const step = (stage: string, visitOn: string | null, score: number | null = null) => ({
  ...{ stage, visitOn, score, serviceName: '补水' },
});

describe('the effect of a plan', () => {
  it('is measured from the first reading of the day of the first treatment to the last reading', () => {
    const day = '2026-10-01';
    const line = moisture(['2026-09-01', 55], [day, 40], [day, 70], ['2026-10-28', 60]);
    expect(effectOf([line], day)[0]).toMatchObject({ from: { value: 40 }, change: 20 });
    const onThatDay = moisture([day, 40], [day, 70]);
    expect(effectOf([onThatDay], day)[0]).toMatchObject({ now: { value: 70 }, change: 30 });
  });

  it('is measured from the last reading before the first treatment to the latest', () => {
    const line = moisture(['2026-09-01', 60], ['2026-09-20', 38], ['2026-10-18', 52]);
    expect(effectOf([line], '2026-09-25')).toMatchObject([
      { from: { on: '2026-09-20', value: 38 }, now: { value: 52 }, change: 14 },
    ]);
  });

  it('is measured from the first reading where she was treated before anybody looked', () => {
    const line = moisture(['2026-10-01', 40], ['2026-11-01', 35]);
    expect(effectOf([line], '2026-09-20')[0]).toMatchObject({ from: { value: 40 }, change: -5 });
  });

  it('is not told by one reading, or none', () => {
    expect(effectOf([moisture(['2026-10-01', 40])], '2026-10-02')[0]?.change).toBeNull();
    expect(effectOf([moisture()], '2026-10-02')[0]).toMatchObject({ now: null, change: null });
  });

  it('shows which treatment lay between which readings; of one day one looks first', () => {
    const line = moisture(['2026-09-20', 38], ['2026-10-18', 52]);
    const served = servedOf([
      ...[step('done', '2026-10-18', 5), step('booked', '2026-12-01')],
      ...[step('done', '2026-10-01', 4), step('next', null)],
    ]);
    expect(courseOf([line], served).map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      ...['reading 2026-09-20', 'treatment 2026-10-01', 'reading 2026-10-18'],
      'treatment 2026-10-18',
    ]);
  });

  it('lies by days, not by turns', () => {
    expect([...placesOf(['2026-01-01', '2026-01-02', '2026-01-11']).values()]).toEqual([0, 0.1, 1]);
    expect(placesOf(['2026-01-01']).get('2026-01-01')).toBe(0.5);
  });
});
