import { describe, expect, it } from '@jest/globals';
import { codeState, heldCode } from './code-clock';

const view = {
  code: '000123456789',
  shown: '0001 2345 6789',
  now: '2026-11-21T12:00:18+08:00',
  shownUntil: '2026-11-21T12:01:00+08:00',
};

describe('a member code', () => {
  it('counts down by the server’s clock, however wrong the phone’s is', () => {
    const phoneNow = 5_000;
    const held = heldCode(view, phoneNow);
    expect(codeState(held, phoneNow)).toEqual({ kind: 'fresh', secondsLeft: 42 });
    expect(codeState(held, phoneNow + 41_500)).toEqual({ kind: 'fresh', secondsLeft: 1 });
  });

  it('still works for a minute after its own, and says so', () => {
    const held = heldCode(view, 0);
    expect(codeState(held, 42_000)).toEqual({ kind: 'late', secondsLeft: 60 });
    expect(codeState(held, 101_500)).toEqual({ kind: 'late', secondsLeft: 1 });
  });

  it('is over after that', () => {
    expect(codeState(heldCode(view, 0), 102_000)).toEqual({ kind: 'over' });
  });
});
