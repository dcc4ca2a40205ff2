import { expect, it } from '@jest/globals';
import { phoneStorage } from '@/testing/phone-storage';
import { clientOf, dropOld, dropReplies, isClient, isNobody } from './leftovers';

const HOUR = 3_600_000;

function aPhone() {
  const storage = phoneStorage();
  isClient(storage, 'ming');
  storage.write('yance.questionnaire.ming.q', { madeAt: 10 * HOUR });
  storage.write('yance.write.questionnaire.q', { madeAt: 10 * HOUR });
  storage.write('yance.write.book', { madeAt: 20 * HOUR });
  storage.write('yance.draft', 1);
  return storage;
}

it.each([
  ['somebody else signs in', (phone: ReturnType<typeof aPhone>) => isClient(phone, 'hua')],
  ['a sign-in is refused', isNobody],
  ['she takes her consent back', dropReplies],
])('keeps no answer of hers on the phone once %s', (_, happens) => {
  const phone = aPhone();
  happens(phone);
  expect(phone.keys().filter((key) => key !== 'yance.client')).toEqual([
    ...['yance.write.book', 'yance.draft'],
  ]);
});

it('keeps what she entered while she signs in again', () => {
  const phone = aPhone();
  const before = phone.keys();
  isClient(phone, 'ming');
  expect([phone.keys(), clientOf(phone)]).toEqual([before, 'ming']);
});

it('drops after a day what was begun, and what does not say when', () => {
  const phone = aPhone();
  phone.write('yance.questionnaire.q', { version: 1, typed: {} });
  dropOld(phone, 35 * HOUR);
  expect(phone.keys()).toEqual(['yance.client', 'yance.write.book', 'yance.draft']);
});
