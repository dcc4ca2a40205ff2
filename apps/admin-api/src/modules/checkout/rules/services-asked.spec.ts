import { describe, expect, it } from '@jest/globals';
import { APPOINTMENT_STATES, type AppointmentState } from '@yance/shared-types';
import fc from 'fast-check';
import { servicesAsked } from './services-asked.js';

const aVisit = (state: AppointmentState, ...ids: string[]) => ({
  state,
  items: ids.map((serviceId) => ({ serviceId })),
});

describe('what the payment of a bill asks about', () => {
  it('is every service of a walk-in', () => {
    expect(servicesAsked(['peel', 'peel', 'dye'], undefined, false)).toEqual({
      ...{ starts: [], ahead: [], alone: ['peel', 'dye'] },
    });
  });

  it('is the whole visit that it completes, also what is not on the bill', () => {
    expect(servicesAsked(['peel'], aVisit('arrived', 'dye'), true)).toEqual({
      ...{ starts: ['dye'], ahead: [], alone: ['peel'] },
    });
  });

  it('leaves to its start what is billed ahead of it', () => {
    expect(servicesAsked(['dye', 'peel'], aVisit('confirmed', 'dye'), false)).toEqual({
      ...{ starts: [], ahead: ['dye'], alone: ['peel'] },
    });
  });

  it.each(['in_service', 'completed'] as const)(
    'is only what came to a visit that is %s',
    (state) => {
      expect(servicesAsked(['dye', 'peel'], aVisit(state, 'dye'), true)).toEqual({
        ...{ starts: [], ahead: [], alone: ['peel'] },
      });
    },
  );

  it('is all of it when the visit fell through', () => {
    expect(servicesAsked(['dye'], aVisit('cancelled', 'dye'), true)).toMatchObject({
      alone: ['dye'],
    });
  });

  it('forgets no service, unless its visit has begun, and asks once about each', () => {
    const services = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'));
    const state = fc.constantFrom(...APPOINTMENT_STATES);
    fc.assert(
      fc.property(services, services, state, fc.boolean(), (billed, booked, now, completes) => {
        const { starts, ahead, alone } = servicesAsked(billed, aVisit(now, ...booked), completes);
        const asked = [...starts, ...ahead, ...alone];
        expect(new Set(asked).size).toBe(asked.length);
        const begun = ['in_service', 'completed'].includes(now) ? booked : [];
        for (const id of billed) expect(asked.includes(id)).toBe(!begun.includes(id));
      }),
    );
  });
});
