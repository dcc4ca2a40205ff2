import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { UNNAMED } from '../../../customers/index.js';
import { birthdaysAlike, namesAlike, reasonsOf, type Resembling } from './alike.js';

const NOTHING = { phone: false, tail: false };
const DAY = { calendar: 'solar', year: 1990, month: 3, day: 9, leapMonth: false } as const;
const file = (name: string, birthday: Resembling['birthday'] = DAY): Resembling => ({
  ...{ id: name, name, birthday },
});

describe('names', () => {
  it.each([
    ['张小美', '张小美'],
    ['张小美', '张 小美'],
    ['张晓美', '张小美'],
    ['章小美', '张小美'],
    ['林静', '林晶'],
    ['陈思', '陈诗'],
  ])('%s and %s may be one', (one, other) => expect(namesAlike(one, other)).toBe(true));

  it.each([
    ['张小美', '李小美'],
    ['张小美', '张美'],
    ['王芳', '王方圆'],
  ])('%s and %s are two', (one, other) => expect(namesAlike(one, other)).toBe(false));
});

describe('birthdays', () => {
  it('are alike when only the year of one is not known, and not across calendars', () => {
    expect(birthdaysAlike(DAY, { ...DAY, year: null })).toBe(true);
    expect(birthdaysAlike(DAY, { ...DAY, year: 1991 })).toBe(false);
    expect(birthdaysAlike(DAY, { ...DAY, calendar: 'lunar' })).toBe(false);
    expect(birthdaysAlike(null, null)).toBe(false);
  });
});

describe('two files may be one person’s', () => {
  it('with one phone and one name, but not a mother and her daughter with one phone', () => {
    const shared = { phone: true, tail: true };
    expect(reasonsOf(file('张小美', null), file('张小美', null), shared)?.samePhone).toBe(true);
    expect(reasonsOf(file('张小美', null), file('李秀兰', null), shared)).toBeUndefined();
    expect(reasonsOf(file('张小美', null), file(UNNAMED, null), shared)?.samePhone).toBe(true);
  });

  it('with names that sound alike and one birthday, but not without names', () => {
    expect(reasonsOf(file('张晓美'), file('张小美'), NOTHING)?.sameBirthday).toBe(true);
    expect(reasonsOf(file(UNNAMED), file(UNNAMED), NOTHING)).toBeUndefined();
    expect(reasonsOf(file('张小美', null), file('张小美', null), NOTHING)).toBeUndefined();
  });

  it('whichever of them is looked at first', () => {
    const names = fc.constantFrom('张小美', '张晓美', '章小美', '李小美', UNNAMED);
    const days = fc.constantFrom(DAY, { ...DAY, year: null }, { ...DAY, day: 10 }, null);
    fc.assert(
      fc.property(
        names,
        names,
        days,
        days,
        fc.boolean(),
        fc.boolean(),
        (a, b, c, d, phone, tail) => {
          const [one, other] = [file(a, c), file(b, d)];
          expect(reasonsOf(one, other, { phone, tail })).toEqual(
            reasonsOf(other, one, { phone, tail }),
          );
        },
      ),
    );
  });
});
