import { describe, expect, it } from '@jest/globals';
import { rankTemplates } from './rank-templates.js';
import { DEFAULT_REMINDERS } from './reminders.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const inHours = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000);
const ranked = (state: 'requested' | 'confirmed', hours: number, rules = DEFAULT_REMINDERS) =>
  rankTemplates({ state, startsAt: inHours(hours) }, rules, NOW);

describe('what the phone asks for first', () => {
  it('is the yes, while a visit waits for it', () => {
    expect(ranked('requested', 72).slice(0, 3)).toEqual(['confirmed', 'reminder', 'changed']);
  });

  it('is what keeps her from missing a visit that stands', () => {
    expect(ranked('confirmed', 72).slice(0, 3)).toEqual(['reminder', 'changed', 'cancelled']);
  });

  it('is no reminder whose hour is over, or that the store does not send', () => {
    expect(ranked('confirmed', 3)).toEqual(['changed', 'cancelled', 'soon', 'confirmed']);
    expect(ranked('confirmed', 0.5)).not.toContain('soon');
    expect(ranked('confirmed', 72, { ...DEFAULT_REMINDERS, dayBefore: false })).not.toContain(
      'reminder',
    );
  });
});
