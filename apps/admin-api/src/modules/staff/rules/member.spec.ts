import { describe, expect, it } from '@jest/globals';
import { canDo } from './member.js';

const therapist = { position: 'therapist', skillIds: ['facial', 'body'] } as const;

describe('canDo', () => {
  it('asks for the position', () => {
    expect(canDo(therapist, { position: 'therapist', skillId: null })).toBe(true);
    expect(canDo(therapist, { position: 'stylist', skillId: null })).toBe(false);
  });

  it('asks for the skill as well where the step needs one', () => {
    expect(canDo(therapist, { position: 'therapist', skillId: 'body' })).toBe(true);
    expect(canDo(therapist, { position: 'therapist', skillId: 'lash' })).toBe(false);
  });

  it('does not take a skill for the position', () => {
    expect(canDo(therapist, { position: 'assistant', skillId: 'facial' })).toBe(false);
  });
});
