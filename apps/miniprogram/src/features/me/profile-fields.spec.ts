import { describe, expect, it } from '@jest/globals';
import type { OwnProfile } from '@/api/types';
import { faultOf, fieldsOf, patchOf } from './profile-fields';

const PROFILE: OwnProfile = {
  ...{ name: '张小美', named: true, gender: 'female', version: 3 },
  ...{ birthday: '--08-15', birthdayCalendar: 'lunar', birthdayLeapMonth: false },
  occasions: [
    {
      ...{ label: '结婚纪念日', date: '2015-05-20', calendar: 'solar', leapMonth: false },
      ...{ yearly: true, nextOn: '2027-05-20' },
    },
  ],
  ...{ pressure: 'light', talk: null, scents: '茉莉', brands: '' },
};

describe('what a client tells of herself', () => {
  it('is sent as it was read where nothing was changed', () => {
    const { named: _, occasions, ...same } = PROFILE;
    expect(patchOf(fieldsOf(PROFILE), 3)).toEqual({
      ...same,
      occasions: occasions.map(({ nextOn: __, ...one }) => one),
    });
  });

  it('is not sent with a date that is none, a day without a word, or no name', () => {
    const fields = fieldsOf(PROFILE);
    const day = { key: 9, label: '生日', day: '13-40', yearly: true };
    expect(faultOf(fields)).toBeUndefined();
    expect(faultOf({ ...fields, name: ' ' })).toContain('称呼');
    expect(faultOf({ ...fields, birthday: '五月' })).toContain('生日');
    expect(faultOf({ ...fields, occasions: [day] })).toContain('生日');
    expect(faultOf({ ...fields, occasions: [{ ...day, label: '' }] })).toContain('什么日子');
    expect(patchOf({ ...fields, birthday: '' }, 3).birthday).toBeNull();
  });
});
