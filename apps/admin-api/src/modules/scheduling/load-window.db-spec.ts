import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aPlace,
  aShift,
  aStore,
  aTherapist,
  minutesOf,
  type GivenStore,
  type GivenTherapist,
} from '../../../test/support/given/index.js';
import { instantOf } from '../../platform/clock/index.js';
import { BlockResource } from './block-resource.js';
import { claimSlots } from './data/booking-slots.js';
import { resourcesOfStore } from './data/resources.js';
import { loadWindow } from './load-window.js';
import { PrunePastSlots } from './prune-past-slots.js';
import { hasSlot, slotAt, type Window } from './rules/index.js';
import { aVisitHolder } from './testing/a-schedule.js';

let api: TestApi;
let store: GivenStore;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  store = await aStore(api);
});
afterAll(() => api.close());

const slotOf = (time: string, date = TODAY): number =>
  slotAt(instantOf(date, minutesOf(time), store.zone).getTime());

async function windowOf(days = 1, except?: string): Promise<Window> {
  const originSlot = slotOf('00:00');
  return loadWindow(api.database, {
    ...{ storeId: store.id, resources: await resourcesOfStore(api.database, store.id) },
    ...{ originSlot, slotCount: days * 288, storeHours: [], except },
  });
}

/** The stretches in which a resource is free, as wall-clock times of the window's first day. */
function freeTimes(window: Window, resourceId: string): string[] {
  const free = window.resources.get(resourceId)?.free;
  const stretches: string[] = [];
  const clock = (slot: number): string =>
    `${String(Math.floor(slot / 12)).padStart(2, '0')}:${String((slot % 12) * 5).padStart(2, '0')}`;
  let from: number | undefined;
  for (let slot = 0; slot <= window.slotCount; slot += 1) {
    const isFree = free !== undefined && slot < window.slotCount && hasSlot(free, slot);
    if (isFree) from ??= slot;
    else if (from !== undefined) {
      stretches.push(`${clock(from)}-${clock(slot)}`);
      from = undefined;
    }
  }
  return stretches;
}

const working = (from: string, to: string, breaks: [string, string][] = []) =>
  aTherapist(api, store, { shifts: [{ date: TODAY, from, to, breaks }] });

const freeOf = async ({ resourceId }: GivenTherapist, except?: string): Promise<string[]> =>
  freeTimes(await windowOf(1, except), resourceId);

const block = (resourceId: string, from: string, to: string): Promise<string> =>
  api.unitOfWork.run((tx) =>
    api.app.get(BlockResource, { strict: false }).execute(tx, {
      ...{ resourceId, kind: 'leave', reason: '请假' },
      startsAt: instantOf(TODAY, minutesOf(from), store.zone),
      endsAt: instantOf(TODAY, minutesOf(to), store.zone),
    }),
  );

describe('a window', () => {
  it('shows a person free in her shift, but not in her breaks, her leave or her visits', async () => {
    const anna = await working('09:00', '18:00', [['12:00', '13:00']]);
    await block(anna.resourceId, '16:30', '20:00');
    await api.unitOfWork.run((tx) =>
      claimSlots(tx, aVisitHolder(), [
        { resourceId: anna.resourceId, fromSlot: slotOf('10:05'), toSlot: slotOf('10:50') },
      ]),
    );
    expect(await freeOf(anna)).toEqual(['09:00-10:05', '10:50-12:00', '13:00-16:30']);
  });

  it('takes a leave that begins or ends within five minutes as the whole five', async () => {
    const anna = await working('09:00', '18:00');
    await api.unitOfWork.run((tx) =>
      api.app.get(BlockResource, { strict: false }).execute(tx, {
        ...{ resourceId: anna.resourceId, kind: 'block', reason: null },
        startsAt: new Date('2026-11-23T04:02:00Z'),
        endsAt: new Date('2026-11-23T04:31:00Z'),
      }),
    );
    expect(await freeOf(anna)).toEqual(['09:00-12:00', '12:35-18:00']);
  });

  it('shows the time of a visit that is to move as free, and of no other', async () => {
    const anna = await working('09:00', '12:00');
    const [moving, other] = [aVisitHolder(), aVisitHolder()];
    const take = (from: string, to: string) => [
      { resourceId: anna.resourceId, fromSlot: slotOf(from), toSlot: slotOf(to) },
    ];
    await api.unitOfWork.run((tx) => claimSlots(tx, moving, take('09:00', '10:00')));
    await api.unitOfWork.run((tx) => claimSlots(tx, other, take('11:00', '12:00')));
    expect(await freeOf(anna)).toEqual(['10:00-11:00']);
    expect(await freeOf(anna, moving.id)).toEqual(['09:00-11:00']);
  });

  it('shows a person nowhere while she works in another store, and a room always', async () => {
    const elsewhere = await aStore(api);
    const anna = await aTherapist(api, store, {
      ...{ storeIds: [store.id, elsewhere.id], shifts: [] },
    });
    await aShift(api, elsewhere, anna.staffId, [{ date: TODAY, from: '09:00', to: '18:00' }]);
    const room = await aPlace(api, store);
    const window = await windowOf();
    expect(freeTimes(window, anna.resourceId)).toEqual([]);
    expect(freeTimes(window, room)).toEqual(['00:00-24:00']);
  });

  it('shows the end of a night shift on the morning of the next day', async () => {
    const anna = await aTherapist(api, store, {
      shifts: [{ date: '2026-11-22', from: '20:00', to: '28:00' }],
    });
    expect(await freeOf(anna)).toEqual(['00:00-04:00']);
  });

  it('takes shifts of several days in one look', async () => {
    const anna = await aTherapist(api, store, {
      shifts: [TODAY, TOMORROW].map((date) => ({ date, from: '09:00', to: '10:00' })),
    });
    expect(freeTimes(await windowOf(2), anna.resourceId)).toEqual(['09:00-10:00', '33:00-34:00']);
  });
});

describe('shifts', () => {
  it('of one person that overlap are refused, in another store too', async () => {
    const elsewhere = await aStore(api);
    const storeIds = [store.id, elsewhere.id];
    const shifts = [{ date: TODAY, from: '09:00', to: '18:00' }];
    const { staffId } = await aTherapist(api, store, { storeIds, shifts });
    for (const there of [store, elsewhere]) {
      const again = aShift(api, there, staffId, [{ date: TODAY, from: '17:55', to: '20:00' }]);
      await expect(again).rejects.toThrow('two places');
    }
    await aShift(api, elsewhere, staffId, [{ date: TODAY, from: '18:00', to: '20:00' }]);
  });

  it('leave a visit its time when a break is laid over it', async () => {
    const anna = await aTherapist(api, store, { shifts: [] });
    const visit = aVisitHolder();
    const stretch = {
      resourceId: anna.resourceId,
      fromSlot: slotOf('12:30'),
      toSlot: slotOf('13:30'),
    };
    await api.unitOfWork.run((tx) => claimSlots(tx, visit, [stretch]));
    await aShift(api, store, anna.staffId, [
      { date: TODAY, from: '09:00', to: '18:00', breaks: [['12:00', '13:00']] },
    ]);
    expect(await freeOf(anna)).toEqual(['09:00-12:00', '13:30-18:00']);
    expect(await freeOf(anna, visit.id)).toEqual(['09:00-12:00', '12:30-18:00']);
  });
});

describe('slots of the past', () => {
  it('are forgotten after two days, and not before', async () => {
    const anna = await working('09:00', '18:00');
    const held = async (): Promise<number> => {
      const sql = 'SELECT COUNT(*) AS n FROM booking_slot WHERE resource_id = ?';
      return Number((await api.database.row<{ n: number }>(sql, [anna.resourceId]))?.n);
    };
    await block(anna.resourceId, '09:00', '10:00');
    const prune = api.app.get(PrunePastSlots, { strict: false });
    api.clock.set(new Date('2026-11-25T01:00:00Z'));
    await prune.run();
    expect(await held()).toBe(12);
    api.clock.set(new Date('2026-11-25T01:30:00Z'));
    await prune.run();
    expect(await held()).toBe(6);
    api.clock.set(MONDAY_TEN);
  });
});
