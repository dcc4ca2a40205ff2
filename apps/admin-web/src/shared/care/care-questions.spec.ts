import { describe, expect, it } from '@jest/globals';
import {
  questionOfBill,
  questionOfCard,
  questionOfCareVisit,
  questionOfPlan,
  questionOfUse,
  questionOfVisit,
  softOf,
} from './care-questions';

const [facial, peel, serum] = ['facial', 'peel', 'serum'];
const line = (kind: 'service' | 'product' | 'package', itemId: string) => ({ kind, itemId });

describe('what is asked before something is done to a client', () => {
  const visit = { id: 'v1', storeId: 's1', start: '2026-11-23T14:00:00+08:00' };
  const asked = {
    ...{ clientId: 'c1', storeId: 's1', plannedFor: 'start', start: visit.start },
    ...{ serviceIds: [facial, peel], subjectId: 'v1' },
  };
  const items = [facial, peel, facial].map((serviceId) => ({ serviceId }));

  it('is all that a visit begins with, each once, on the board and in a therapist’s day', () => {
    expect(questionOfVisit({ ...visit, customer: { id: 'c1' }, items })).toEqual(asked);
    const ofDay = { id: 'v1', customerId: 'c1', start: visit.start, services: items };
    expect(questionOfCareVisit(ofDay, 's1')).toEqual(asked);
  });

  it('is everything on a bill that is done to her, goes home with her or is kept for her, as of a walk-in', () => {
    const lines = [line('service', facial), line('product', serum), line('package', 'card')];
    const bill = { clientId: 'c1', storeId: 's1', appointmentId: null, lines };
    expect(questionOfBill(bill)).toEqual({
      ...{ clientId: 'c1', storeId: 's1', plannedFor: 'walk_in', subjectId: null },
      ...{ serviceIds: [facial], productIds: [serum], packagePlanIds: ['card'] },
    });
  });

  it('is of a card what her plan would be asked', () => {
    expect(questionOfCard('c1', 's1', 'card')).toMatchObject({
      ...{ plannedFor: 'plan', serviceIds: [], packagePlanIds: ['card'] },
    });
  });

  it('leaves what only a start asks about to the visit of a bill', () => {
    const bill = { clientId: 'c1', storeId: 's1', appointmentId: 'v1', lines: [] };
    expect(questionOfBill(bill)).toMatchObject({ plannedFor: 'bill', subjectId: 'v1' });
  });

  it('is nothing of whoever has no file', () => {
    const bill = { clientId: null, storeId: 's1', appointmentId: null, lines: [] };
    expect(questionOfBill(bill)).toBeNull();
  });

  it('is what a plan names so far', () => {
    const lines = [
      { serviceId: facial, productIds: [serum] },
      { serviceId: undefined, productIds: [serum] },
      {},
    ];
    expect(questionOfPlan('c1', 's1', lines)).toMatchObject({
      ...{ plannedFor: 'plan', serviceIds: [facial], productIds: [serum] },
    });
  });

  it('is of a session that is used what a walk-in is asked', () => {
    expect(questionOfUse('c1', 's1', peel)).toMatchObject({
      ...{ plannedFor: 'walk_in', serviceIds: [peel] },
    });
  });
});

it('what stops a deed is left to its refusal', () => {
  const finding = (severity: 'hard' | 'soft') => ({
    ...{ severity, kind: 'caution' as const, serviceId: null, productId: null },
    ...{ words: '需要美容师先确认', earliestOn: null },
  });
  expect(softOf([finding('hard'), finding('soft')])).toEqual([finding('soft')]);
});
