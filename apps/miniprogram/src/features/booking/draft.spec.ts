import { describe, expect, it } from '@jest/globals';
import type { AppointmentView, ServiceView } from '@/api/types';
import { phoneStorage } from '@/testing/phone-storage';
import { chosenServices, DraftStore, EMPTY_DRAFT, MAX_SERVICES } from './draft';

const START = '2026-11-22T10:00:00+08:00';

function aDraft() {
  const storage = phoneStorage();
  const draft = new DraftStore(storage);
  draft.chooseStore('store-1');
  draft.toggleService('facial');
  draft.chooseStaff('lin');
  draft.chooseStart('2026-11-22', START);
  return { draft, storage };
}

function aVisit(items: { serviceId: string; staffId: string; requested: boolean }[]) {
  return { storeId: 'store-2', items } as unknown as AppointmentView;
}

describe('what a client has chosen so far', () => {
  it('is found again after the app was closed', () => {
    const { draft, storage } = aDraft();
    draft.writeNote('喜欢安静');
    expect(new DraftStore(storage).get()).toEqual(draft.get());
  });

  it('keeps the visit of her plan that it is for, and lets go of it when she begins anew', () => {
    const storage = phoneStorage();
    const draft = new DraftStore(storage);
    draft.beginPlanned({ stepId: 'step-1', serviceId: 'facial' }, '2026-12-07');
    const kept = new DraftStore(storage).get();
    expect(kept).toMatchObject({ serviceIds: ['facial'], date: '2026-12-07' });
    expect(kept.planned).toEqual({ stepId: 'step-1', serviceId: 'facial' });
    draft.begin({ serviceIds: ['facial'] });
    expect(draft.get().planned).toBeUndefined();
  });

  it('starts anew when what was kept cannot be read', () => {
    const storage = phoneStorage();
    storage.write('yance.booking-draft', { serviceIds: 'facial', note: 3 });
    expect(new DraftStore(storage).get()).toEqual(EMPTY_DRAFT);
  });

  it('keeps services in the order they were tapped and takes a second tap back', () => {
    const { draft } = aDraft();
    draft.toggleService('eyes');
    draft.toggleService('facial');
    draft.toggleService('facial');
    expect(draft.get().serviceIds).toEqual(['eyes', 'facial']);
  });

  it('takes no more services than one visit may have', () => {
    const { draft } = aDraft();
    for (let i = 0; i < MAX_SERVICES + 2; i += 1) draft.toggleService(`more-${i}`);
    expect(draft.get().serviceIds).toHaveLength(MAX_SERVICES);
  });

  it('keeps the services but neither person nor time when the store changes', () => {
    const { draft } = aDraft();
    draft.chooseStore('store-2');
    expect(draft.get()).toMatchObject({
      serviceIds: ['facial'],
      staffId: undefined,
      start: undefined,
    });
  });

  it('keeps the time when the same day is tapped again', () => {
    const { draft } = aDraft();
    draft.chooseDate('2026-11-22');
    expect(draft.get().start).toBe(START);
    draft.chooseDate('2026-11-23');
    expect(draft.get().start).toBeUndefined();
  });

  it('repeats a visit with the person who was asked for', () => {
    const { draft } = aDraft();
    draft.repeat(
      aVisit([
        { serviceId: 'facial', staffId: 'lin', requested: true },
        { serviceId: 'eyes', staffId: 'lin', requested: true },
      ]),
    );
    expect(draft.get()).toMatchObject({
      storeId: 'store-2',
      serviceIds: ['facial', 'eyes'],
      staffId: 'lin',
      start: undefined,
    });
  });

  it('repeats a visit for anybody when the store chose who did it', () => {
    const { draft } = aDraft();
    draft.repeat(
      aVisit([
        { serviceId: 'facial', staffId: 'lin', requested: true },
        { serviceId: 'eyes', staffId: 'zhou', requested: false },
      ]),
    );
    expect(draft.get().staffId).toBeUndefined();
  });

  it('keeps only the store after booking', () => {
    const { draft } = aDraft();
    draft.finish();
    expect(draft.get()).toEqual({ ...EMPTY_DRAFT, storeId: 'store-1' });
  });

  it('leaves out services that are no longer offered online', () => {
    const offered = [
      { id: 'facial', onlineBookable: true },
      { id: 'eyes', onlineBookable: false },
    ] as ServiceView[];
    const chosen = chosenServices(['gone', 'eyes', 'facial'], offered);
    expect(chosen.map(({ id }) => id)).toEqual(['facial']);
  });
});
