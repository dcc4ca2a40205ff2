import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import type { ResourceInterval } from '../rules/index.js';
import { aBlockHolder, aSchedule, aVisitHolder, type TestSchedule } from '../testing/a-schedule.js';
import {
  SlotsTaken,
  claimFreeSlots,
  claimSlots,
  pruneSlots,
  releaseSlots,
  takenWords,
  type SlotHolder,
} from './booking-slots.js';

let schedule: TestSchedule;
beforeAll(async () => {
  schedule = await aSchedule(await workerDatabaseUrl());
});
afterAll(() => schedule.close());

const claim = (holder: SlotHolder, intervals: readonly ResourceInterval[]): Promise<void> =>
  schedule.unitOfWork.run((tx) => claimSlots(tx, holder, intervals));

const lines = (holder: SlotHolder, resourceId: string, from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, n) => `${resourceId} ${from + n} ${holder.id}`).sort();

describe('claiming slots', () => {
  it('takes every slot of every stretch, and not the one after the end', async () => {
    const [anna, bella] = [await schedule.aPerson(), await schedule.aPerson()];
    const holder = aVisitHolder();
    await claim(holder, [
      { resourceId: bella.resourceId, fromSlot: 120, toSlot: 123 },
      { resourceId: anna.resourceId, fromSlot: 100, toSlot: 102 },
    ]);
    expect(await schedule.held([anna.resourceId, bella.resourceId])).toEqual(
      [
        ...lines(holder, anna.resourceId, 100, 102),
        ...lines(holder, bella.resourceId, 120, 123),
      ].sort(),
    );
  });

  it.each([
    ['at its beginning', 95, 101],
    ['at its end', 111, 120],
    ['inside', 103, 104],
    ['around', 90, 130],
    ['exactly', 100, 112],
  ])('refuses a stretch that meets another holder’s %s, and takes nothing', async (_, from, to) => {
    const [anna, bella] = [await schedule.aPerson(), await schedule.aPerson()];
    const first = aVisitHolder();
    await claim(first, [{ resourceId: anna.resourceId, fromSlot: 100, toSlot: 112 }]);
    const second = claim(aVisitHolder(), [
      { resourceId: bella.resourceId, fromSlot: from, toSlot: to },
      { resourceId: anna.resourceId, fromSlot: from, toSlot: to },
    ]);
    await expect(second).rejects.toBeInstanceOf(SlotsTaken);
    expect(await schedule.held([anna.resourceId, bella.resourceId])).toEqual(
      lines(first, anna.resourceId, 100, 112),
    );
  });

  it('lets stretches touch', async () => {
    const { resourceId } = await schedule.aPerson();
    await claim(aVisitHolder(), [{ resourceId, fromSlot: 100, toSlot: 112 }]);
    await claim(aVisitHolder(), [{ resourceId, fromSlot: 112, toSlot: 124 }]);
    await claim(aVisitHolder(), [{ resourceId, fromSlot: 88, toSlot: 100 }]);
    expect(await schedule.held([resourceId])).toHaveLength(36);
  });

  it('refuses a holder of an unknown kind and a resource that does not exist', async () => {
    const { resourceId } = await schedule.aPerson();
    const odd = { kind: 'nobody', id: aVisitHolder().id } as unknown as SlotHolder;
    const stretch = { resourceId, fromSlot: 1, toSlot: 2 };
    await expect(claim(odd, [stretch])).rejects.not.toBeInstanceOf(SlotsTaken);
    const nowhere = { ...stretch, resourceId: aVisitHolder().id };
    await expect(claim(aVisitHolder(), [nowhere])).rejects.not.toBeInstanceOf(SlotsTaken);
  });
});

describe('blocking time', () => {
  it('takes what is free and leaves what visits hold', async () => {
    const { resourceId } = await schedule.aPerson();
    const [visit, leave] = [aVisitHolder(), aBlockHolder()];
    await claim(visit, [{ resourceId, fromSlot: 100, toSlot: 104 }]);
    await schedule.unitOfWork.run((tx) =>
      claimFreeSlots(tx, [{ resourceId, fromSlot: 96, toSlot: 108, holder: leave }]),
    );
    expect(await schedule.held([resourceId])).toEqual(
      [
        ...lines(leave, resourceId, 96, 100),
        ...lines(visit, resourceId, 100, 104),
        ...lines(leave, resourceId, 104, 108),
      ].sort(),
    );
  });

  it('keeps visits out of it from then on', async () => {
    const { resourceId } = await schedule.aPerson();
    const stretch = { resourceId, fromSlot: 96, toSlot: 108 };
    const holder = aBlockHolder();
    await schedule.unitOfWork.run((tx) => claimFreeSlots(tx, [{ ...stretch, holder }]));
    await expect(claim(aVisitHolder(), [stretch])).rejects.toBeInstanceOf(SlotsTaken);
  });

  it('takes more than one insert can carry', async () => {
    const { resourceId } = await schedule.aPerson();
    const holder = aBlockHolder();
    await schedule.unitOfWork.run((tx) =>
      claimFreeSlots(tx, [{ resourceId, fromSlot: 1_000, toSlot: 5_500, holder }]),
    );
    expect(await schedule.held([resourceId])).toHaveLength(4_500);
  });
});

describe('giving slots back', () => {
  it('frees what the holder has and nothing of others', async () => {
    const { resourceId } = await schedule.aPerson();
    const [one, two] = [aVisitHolder(), aVisitHolder()];
    await claim(one, [{ resourceId, fromSlot: 100, toSlot: 104 }]);
    await claim(two, [{ resourceId, fromSlot: 104, toSlot: 108 }]);
    await schedule.unitOfWork.run((tx) => releaseSlots(tx, one));
    expect(await schedule.held([resourceId])).toEqual(lines(two, resourceId, 104, 108));
  });

  it('frees only what lies ahead when told from where on', async () => {
    const { resourceId } = await schedule.aPerson();
    const holder = aVisitHolder();
    await claim(holder, [{ resourceId, fromSlot: 100, toSlot: 110 }]);
    await schedule.unitOfWork.run((tx) => releaseSlots(tx, holder, 106));
    expect(await schedule.held([resourceId])).toEqual(lines(holder, resourceId, 100, 106));
  });

  it('does not take a visit for a block that has its id', async () => {
    const { resourceId } = await schedule.aPerson();
    const visit = aVisitHolder();
    await claim(visit, [{ resourceId, fromSlot: 100, toSlot: 102 }]);
    await schedule.unitOfWork.run((tx) => releaseSlots(tx, { kind: 'block', id: visit.id }));
    expect(await schedule.held([resourceId])).toHaveLength(2);
  });

  it('forgets slots that are over, so many at a time', async () => {
    const { resourceId } = await schedule.aPerson();
    await claim(aVisitHolder(), [{ resourceId, fromSlot: 0, toSlot: 6 }]);
    const prune = (): Promise<number> => schedule.unitOfWork.run((tx) => pruneSlots(tx, 4, 3));
    expect(await prune()).toBe(3);
    expect(await prune()).toBe(1);
    expect((await schedule.held([resourceId])).map((line) => line.split(' ')[1])).toEqual([
      '4',
      '5',
    ]);
  });
});

describe('reading what is taken', () => {
  const stretches = fc.array(
    fc.record({
      who: fc.nat({ max: 2 }),
      from: fc.integer({ min: 5_934_000, max: 5_934_400 }),
      length: fc.integer({ min: 1, max: 60 }),
      byVisit: fc.boolean(),
    }),
    { maxLength: 12 },
  );

  it('tells the same as a recount of every slot, with and without a visit that is to move', async () => {
    await fc.assert(
      fc.asyncProperty(
        stretches,
        fc.integer({ min: 5_933_950, max: 5_934_300 }),
        fc.integer({ min: 1, max: 400 }),
        async (wanted, fromSlot, count) => {
          const people = await Promise.all([1, 2, 3].map(() => schedule.aPerson()));
          const ids = people.map((person) => person.resourceId);
          const mover = aVisitHolder();
          const blocks = wanted.map(({ who, from, length, byVisit }) => ({
            ...{ resourceId: ids[who] ?? '', fromSlot: from, toSlot: from + length },
            holder: byVisit ? mover : aBlockHolder(),
          }));
          await schedule.unitOfWork.run((tx) => claimFreeSlots(tx, blocks));
          for (const except of [undefined, mover.id]) {
            expect(await asRead(ids, fromSlot, fromSlot + count, except)).toEqual(
              await recounted(ids, fromSlot, fromSlot + count, except),
            );
          }
        },
      ),
      { numRuns: 25, seed: 20_261_123 },
    );
  });

  async function asRead(ids: string[], from: number, to: number, except?: string) {
    const words = await takenWords(schedule.database, ids, from, to, except);
    return words
      .flatMap(({ resourceId, word, bits }) =>
        Array.from({ length: 32 }, (_, bit) => bit)
          .filter((bit) => (Number(bits) / 2 ** bit) % 2 >= 1)
          .map((bit) => `${resourceId} ${word * 32 + bit}`),
      )
      .sort();
  }

  async function recounted(ids: string[], from: number, to: number, except?: string) {
    const held = (await schedule.held(ids)).map((line) => line.split(' '));
    return held
      .filter(([, slot, holder]) => Number(slot) >= from && Number(slot) < to && holder !== except)
      .map(([resource, slot]) => `${resource} ${slot}`)
      .sort();
  }
});
