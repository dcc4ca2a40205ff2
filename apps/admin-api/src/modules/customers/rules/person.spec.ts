import { formatBirthday, readBirthday } from './birthday.js';
import { formatMemberNo, readMemberNo } from './member-no.js';
import { cleanName, maskName, maskPhone } from './person-name.js';

const TODAY = '2026-11-22';

describe('birthdays', () => {
  it.each(['1990-05-12', '--05-12', '--02-29', '2000-02-29'])('keeps %s as it was told', (text) => {
    expect(formatBirthday(readBirthday(text, TODAY))).toBe(text);
  });

  it.each(['1990-02-30', '2001-02-29', '--13-01', '1899-12-31', '2026-11-23', '05-12', ''])(
    'refuses %j and names the field',
    (text) => {
      expect(() => readBirthday(text, TODAY)).toThrow(
        expect.objectContaining({
          code: 'INVALID_INPUT',
          fields: [expect.objectContaining({ field: 'birthday' })],
        }),
      );
    },
  );
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
