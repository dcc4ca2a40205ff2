import { expect, it } from '@jest/globals';
import { leftWords } from './left-words';

const AT = '2026-11-23T12:00:00+08:00';
const before = (minutes: number) => Date.parse(AT) - minutes * 60_000;

it('counts whole minutes up, so that nothing is over before it is', () => {
  expect(leftWords(AT, before(80))).toBe('还剩1小时20分');
  expect(leftWords(AT, before(0.2))).toBe('还剩1分钟');
});

it('says that the time is over from the deadline on', () => {
  expect(leftWords(AT, before(0))).toBe('已到时限');
  expect(leftWords(AT, before(-5))).toBe('已到时限');
});
