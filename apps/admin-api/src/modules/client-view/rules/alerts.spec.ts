import { alertsOf } from './alerts.js';
import { birthdaySoon } from './birthday-soon.js';

const QUIET = { isMerged: false };

describe('what is said first of a client', () => {
  it('is nothing where there is nothing to say', () => {
    const facts = { ...QUIET, owedFen: 0, disputes: 0, noShows: 1, unsignedContracts: 0 };
    expect(alertsOf(facts)).toEqual([]);
  });

  it('begins with debt and dispute, and ends with the birthday', () => {
    const alerts = alertsOf({
      ...{ ...QUIET, owedFen: 12_050, disputes: 2, isFrozen: true, noShows: 2 },
      birthday: { on: '2026-11-30', inDays: 8 },
    });
    expect(alerts.map(({ kind, tone }) => `${kind} ${tone}`)).toEqual([
      'debt alarm',
      'dispute alarm',
      'frozen amber',
      'no_show amber',
      'birthday quiet',
    ]);
    expect(alerts[0]?.words).toContain('¥120.50');
  });

  it('puts what her health warns of before everything else that is as loud', () => {
    const alerts = alertsOf({
      ...{ ...QUIET, owedFen: 100, papers: ['光子嫩肤风险告知书'] },
      cautions: [
        { severity: 'hard', words: '对「水杨酸」过敏（严重）' },
        { severity: 'soft', words: '怀孕' },
      ],
    });
    expect(alerts.map(({ kind, tone }) => `${kind} ${tone}`)).toEqual([
      ...['caution alarm', 'debt alarm', 'caution amber', 'paper amber'],
    ]);
  });

  it('says what could not be read, because silence about it would be taken for good news', () => {
    const alerts = alertsOf({ ...QUIET, unread: ['健康提醒', '账户和欠款'] });
    expect(alerts).toMatchObject([{ kind: 'unread', tone: 'alarm' }]);
    expect(alerts[0]?.words).toContain('健康提醒、账户和欠款暂时打不开');
    expect(alertsOf({ ...QUIET, unread: [] })).toEqual([]);
  });

  it('says nothing of money to whoever was not told of it', () => {
    expect(alertsOf(QUIET)).toEqual([]);
  });
});

const born = { calendar: 'solar', year: null, month: 11, day: 30, leapMonth: false } as const;

describe('a birthday soon', () => {
  it.each([
    ['2026-11-16', 14],
    ['2026-11-29', 1],
    ['2026-11-30', 0],
  ])('is known on %s', (today, inDays) => {
    expect(birthdaySoon(born, today)).toEqual({ on: '2026-11-30', inDays });
  });

  it.each(['2026-11-15', '2026-12-01'])('is not yet, or no longer, on %s', (today) => {
    expect(birthdaySoon(born, today)).toBeUndefined();
  });

  it('is counted by the lunar calendar for those who keep it', () => {
    // The first day of the first lunar month of 2027 is 6 February.
    const newYear = { ...born, calendar: 'lunar', month: 1, day: 1 } as const;
    expect(birthdaySoon(newYear, '2027-02-01')).toEqual({ on: '2027-02-06', inDays: 5 });
  });
});
