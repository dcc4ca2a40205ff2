import { describe, expect, it } from '@jest/globals';
import { coveredBy, makesCircle, meets } from './ingredient-cover.js';

const MEMBERS = new Map([
  ['preservatives', ['parabens', 'phenoxyethanol']],
  ['parabens', ['methylparaben']],
]);

describe('a group', () => {
  it('covers members of its groups at any depth', () => {
    expect([...coveredBy('preservatives', MEMBERS)].sort()).toEqual([
      ...['methylparaben', 'parabens', 'phenoxyethanol', 'preservatives'],
    ]);
  });

  it('that holds itself ends', () => {
    expect(
      coveredBy(
        'a',
        new Map([
          ['a', ['b']],
          ['b', ['a']],
        ]),
      ),
    ).toEqual(new Set(['a', 'b']));
  });

  it('would make a circle with a group that holds it, or with itself', () => {
    expect(makesCircle('parabens', ['preservatives'], MEMBERS)).toBe(true);
    expect(makesCircle('parabens', ['parabens'], MEMBERS)).toBe(true);
    expect(makesCircle('preservatives', ['methylparaben'], MEMBERS)).toBe(false);
  });

  it('on a label may hold a member, but a member on a label is not the whole group', () => {
    expect(meets('methylparaben', ['preservatives'], MEMBERS).how).toBe('may_hold');
    expect(meets('preservatives', ['methylparaben'], MEMBERS).how).toBe('holds');
    expect(meets('phenoxyethanol', ['methylparaben'], MEMBERS).how).toBe('none');
  });
});
