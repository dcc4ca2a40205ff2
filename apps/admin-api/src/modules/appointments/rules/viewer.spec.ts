import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { APPOINTMENT_STATES, type StaffRole } from '@yance/shared-types';
import { permissionsOf, type Principal } from '../../../platform/auth/index.js';
import { allowedTransitions, isDue } from './transitions.js';
import { Viewer } from './viewer.js';

const client: Principal = { kind: 'client', customerId: 'c', openid: 'o', sessionId: 's' };

const staffWith = (role: StaffRole): Principal => ({
  ...{ kind: 'staff', staffId: 'p', name: '小林', roles: [role], storeIds: ['st'] },
  ...{ permissions: permissionsOf([role]), sessionId: 's' },
});

const NOW = new Date('2026-11-23T02:00:00Z');
const DAYS_MS = 3 * 86_400_000;

const nearNow = fc
  .integer({ min: -DAYS_MS, max: DAYS_MS })
  .map((offset) => new Date(NOW.getTime() + offset));

const visit = fc.record({
  state: fc.constantFrom(...APPOINTMENT_STATES),
  startsAt: nearNow,
  expiresAt: fc.option(nearNow),
  timeZone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'UTC'),
});

describe('somebody who looks at many visits', () => {
  it('is told of each what she would be told of it alone', () => {
    const people = [client, staffWith('desk'), staffWith('therapist'), staffWith('marketing')];
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.array(visit, { minLength: 1, maxLength: 12 }),
        (by, visits) => {
          const viewer = new Viewer(by, NOW);
          for (const each of visits) {
            const allowed = allowedTransitions(each.state, by);
            expect(viewer.allowed(each.state)).toEqual(allowed);
            expect(viewer.due(each)).toEqual(allowed.filter((step) => isDue(step, each, NOW)));
          }
        },
      ),
      { seed: 17, numRuns: 300 },
    );
  });
});
