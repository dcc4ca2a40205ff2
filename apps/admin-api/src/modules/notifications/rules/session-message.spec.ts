import { sessionMessage } from './session-message.js';

const news = {
  ...{ kind: 'used' as const, title: '肩颈舒缓 10 次', left: 9, expiresOn: '2027-05-22' },
  ...{ at: new Date('2026-11-23T06:05:00Z'), timeZone: 'Asia/Shanghai' },
};

describe('the message about a session', () => {
  it('says what it was for, how many are left and when, by the store’s wall', () => {
    expect(sessionMessage(news)).toEqual({
      ...{ thing1: '肩颈舒缓 10 次', phrase2: '已核销', thing3: '还剩 9 次' },
      time4: '2026年11月23日 14:05',
    });
  });

  it('says of one that was given back that it is there again', () => {
    const back = sessionMessage({ ...news, kind: 'reversed', left: 10 });
    expect(back).toMatchObject({ phrase2: '已退回', thing3: '还剩 10 次' });
  });

  it.each([
    ['2027-05-22', '有效期至2027年5月22日'],
    [null, '有效期内不限次数'],
  ])('of a card by time until %s counts no sessions and names no money', (expiresOn, words) => {
    expect(sessionMessage({ ...news, left: null, expiresOn })['thing3']).toBe(words);
  });
});
