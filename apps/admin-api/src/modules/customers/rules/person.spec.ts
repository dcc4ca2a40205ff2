import { formatBirthday, readBirthday } from './birthday.js';
import { formatMemberNo, readMemberNo } from './member-no.js';
import { cleanName, maskName, maskPhone } from './person-name.js';
import { OWN_NO } from './client-details.js';
import { readName } from './input.js';

const TODAY = '2026-11-22';

describe('birthdays', () => {
  it.each(['1990-05-12', '--05-12', '--02-29', '2000-02-29'])('keeps %s as it was told', (text) => {
    expect(formatBirthday(readBirthday({ birthday: text }, TODAY))).toBe(text);
  });

  it.each(['1990-02-30', '2001-02-29', '--13-01', '1899-12-31', '2026-11-23', '05-12', ''])(
    'refuses %j and names the field',
    (text) => {
      expect(() => readBirthday({ birthday: text }, TODAY)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          fields: [expect.objectContaining({ field: 'birthday' })],
        }),
      );
    },
  );
});

describe('lunar birthdays', () => {
  const lunar = (birthday: string, birthdayLeapMonth = false) =>
    readBirthday({ birthday, birthdayCalendar: 'lunar', birthdayLeapMonth }, TODAY);

  it('are kept by the lunar month and day, also in a leap month', () => {
    expect(lunar('--12-30')).toEqual({
      ...{ calendar: 'lunar', year: null, month: 12, day: 30, leapMonth: false },
    });
    expect(lunar('2025-06-08', true)).toMatchObject({ month: 6, day: 8, leapMonth: true });
    expect(lunar('1990-02-30')).toMatchObject({ year: 1990, month: 2, day: 30 });
  });

  it.each([
    ['--02-31', false, 'birthday'],
    ['2024-12-30', false, 'birthday'],
    ['2024-06-08', true, 'birthday'],
  ])('there is no %s (leap month: %s)', (text, leapMonth, field) => {
    expect(() => lunar(text, leapMonth)).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field })] }),
    );
  });

  it('no solar one is in a leap month', () => {
    expect(() => readBirthday({ birthday: '--06-08', birthdayLeapMonth: true }, TODAY)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ field: 'birthdayLeapMonth' })],
      }),
    );
  });
});

describe('client numbers', () => {
  it('grow past six digits', () => {
    expect(formatMemberNo(123)).toBe('YC000123');
    expect(formatMemberNo(1_234_567)).toBe('YC1234567');
  });

  it('are read however they are typed', () => {
    expect(readMemberNo('yc0000123')).toBe('YC000123');
    expect(readMemberNo('AB123')).toBeUndefined();
  });
});

describe('names and phones', () => {
  it('shows of a name what its family knows and a stranger cannot use', () => {
    expect(maskName('张小美')).toBe('张*美');
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳娜娜')).toBe('欧**娜');
  });

  it('shows of a phone only its last four digits', () => {
    expect(maskPhone('5678')).toBe('*******5678');
  });

  it('keeps one form of a name', () => {
    expect(cleanName('  Ｌily\u200b   王 \n')).toBe('Lily 王');
  });
});

describe('what lies in the clear', () => {
  it.each(['甲姐13800009999', '138 0000 9999', '１３８-００００-９９９９ 王'])(
    'is no name with a phone in it: %s',
    (text) =>
      expect(() => readName(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' })),
  );

  it.each(['=1+1', ' ＝A1', '+小美', '@小美', '\t小美', '#REF!', '＃ｎ／ａ'])(
    'is no name that a spreadsheet would run, or has left: %j',
    (text) =>
      expect(() => readName(text)).toThrow(
        expect.objectContaining({ fields: [expect.objectContaining({ field: 'name' })] }),
      ),
  );

  it.each(['13800009999', '138-0000-9999', 'YC000002', 'yc77', 'Yc1234567890123'])(
    'is no number of the salon that is a phone, or looks like the system’s: %s',
    (text) => expect(OWN_NO.test(text)).toBe(false),
  );

  it('is a name with some digits, and a long number of a card', () => {
    expect(readName('王 2 号 1024')).toBe('王 2 号 1024');
    for (const text of ['880013800009999', 'YC', 'YC-8', 'YC8A', 'GOLDA'])
      expect(OWN_NO.test(text)).toBe(true);
  });
});
