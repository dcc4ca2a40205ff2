import fc from 'fast-check';
import { APPOINTMENT_STATES } from '@yance/shared-types';
import {
  permissionsOf,
  type ClientPrincipal,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import {
  OPEN_STATES,
  STATE_TABLE,
  TRANSITIONS,
  allowedTransitions,
  checkStateTable,
  isDue,
  nextState,
} from './transitions.js';

const client: ClientPrincipal = { kind: 'client', customerId: 'c', openid: 'o', sessionId: 's' };

function staffWith(role: 'desk' | 'therapist' | 'marketing'): StaffPrincipal {
  return {
    kind: 'staff',
    staffId: 'p',
    name: '小林',
    roles: [role],
    storeIds: ['st'],
    permissions: permissionsOf([role]),
    sessionId: 's',
  };
}

describe('the state table of visits', () => {
  it('has no dead end and leaves no end state', () => {
    const ends = ['completed', 'cancelled', 'no_show', 'expired'] as const;
    expect(() => checkStateTable(STATE_TABLE, ['held', 'requested'], ends)).not.toThrow();
  });

  it('notices a state that nothing leads to', () => {
    const broken = { only: { from: ['arrived'], to: 'completed' } } as const;
    expect(() => checkStateTable(broken, ['requested'], ['completed'])).toThrow(/arrived/);
  });

  it('walks a good day from request to completion', () => {
    const desk = staffWith('desk');
    const day = (['confirm', 'arrive', 'start', 'complete'] as const).reduce(
      (state, step) => nextState(state, step, desk),
      'requested' as (typeof APPOINTMENT_STATES)[number],
    );
    expect(day).toBe('completed');
  });

  it('lets a client cancel before the visit begins and never after', () => {
    expect(nextState('confirmed', 'cancel', client)).toBe('cancelled');
    for (const state of ['arrived', 'in_service', 'completed', 'cancelled'] as const) {
      expect(() => nextState(state, 'cancel', client)).toThrow(
        expect.objectContaining({ code: 'TRANSITION_REFUSED' }),
      );
    }
  });

  it('lets a client confirm nothing, and a therapist serve but not decide', () => {
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
    expect(() => nextState('requested', 'confirm', client)).toThrow(forbidden);
    expect(() => nextState('requested', 'confirm', staffWith('therapist'))).toThrow(forbidden);
    expect(nextState('arrived', 'start', staffWith('therapist'))).toBe('in_service');
    expect(allowedTransitions('requested', staffWith('marketing'))).toEqual([]);
  });

  it('allows exactly what it lists, for every state and step', () => {
    const people = [client, staffWith('desk'), staffWith('therapist'), staffWith('marketing')];
    fc.assert(
      fc.property(
        fc.constantFrom(...APPOINTMENT_STATES),
        fc.constantFrom(...TRANSITIONS),
        fc.constantFrom(...people),
        (state, transition, person) => {
          const listed = allowedTransitions(state, person).includes(transition);
          if (listed) expect(nextState(state, transition, person)).toBeDefined();
          else expect(() => nextState(state, transition, person)).toThrow();
        },
      ),
      { seed: 7, numRuns: 400 },
    );
  });

  it('waits with arriving for the day of the visit in its own zone, and with "did not come" for its start', () => {
    const visit = {
      startsAt: new Date('2026-11-24T02:00:00Z'),
      expiresAt: new Date('2026-11-24T01:00:00Z'),
      timeZone: 'Asia/Shanghai',
    };
    const dueAt = (now: string): string[] =>
      TRANSITIONS.filter((step) => isDue(step, visit, new Date(now)));
    const always = ['confirm', 'cancel', 'move', 'offer', 'accept', 'decline', 'escalate'];
    expect(dueAt('2026-11-23T15:59:00Z')).toEqual(always);
    const thatDay = [...always, 'arrive', 'start', 'complete'];
    expect(dueAt('2026-11-23T16:00:00Z').sort()).toEqual([...thatDay].sort());
    expect(dueAt('2026-11-24T01:00:00Z').sort()).toEqual([...thatDay, 'expire'].sort());
    expect(dueAt('2026-11-24T02:00:00Z')).toEqual([...TRANSITIONS]);
  });

  it('lets a client choose among what is offered, the desk offer and decline, and only the house escalate', () => {
    const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });
    expect(nextState('requested', 'offer', staffWith('desk'))).toBe('held');
    expect(nextState('held', 'accept', client)).toBe('confirmed');
    expect(nextState('held', 'decline', staffWith('desk'))).toBe('cancelled');
    for (const step of ['offer', 'decline'] as const)
      expect(() => nextState('requested', step, client)).toThrow(forbidden);
    expect(() => nextState('requested', 'escalate', staffWith('desk'))).toThrow(forbidden);
  });

  it('gives slots back whenever a visit stops being open', () => {
    for (const rule of Object.values(STATE_TABLE)) {
      if (rule.to && !OPEN_STATES.includes(rule.to)) expect(rule.releases).not.toBe('nothing');
    }
  });
});
