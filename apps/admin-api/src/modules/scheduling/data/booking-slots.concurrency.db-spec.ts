import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import type { ResourceInterval } from '../rules/index.js';
import { aBlockHolder, aSchedule, aVisitHolder, type TestSchedule } from '../testing/a-schedule.js';
import {
  SlotsTaken,
  claimFreeSlots,
  claimSlots,
  releaseSlots,
  type SlotHolder,
} from './booking-slots.js';

const CONNECTIONS = 32;

let schedule: TestSchedule;
beforeAll(async () => {
  schedule = await aSchedule(await workerDatabaseUrl(), CONNECTIONS);
});
afterAll(() => schedule.close());

interface Attempt {
  readonly holder: SlotHolder;
  readonly intervals: readonly ResourceInterval[];
}

/** Sends all attempts at once; those that got their slots. Every other one must have been told that they are taken. */
async function race(attempts: readonly Attempt[]): Promise<Attempt[]> {
  const outcomes = await Promise.allSettled(
    attempts.map(({ holder, intervals }) =>
      schedule.unitOfWork.run((tx) => claimSlots(tx, holder, intervals)),
    ),
  );
  return outcomes.flatMap((outcome, index) => {
    const attempt = attempts[index];
    if (outcome.status === 'fulfilled' && attempt) return [attempt];
    if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(SlotsTaken);
    return [];
  });
}

/** Exactly the winners' slots are held: nothing is missing, nothing is left of a loser. */
async function expectOnly(winners: readonly Attempt[], resourceIds: readonly string[]) {
  const expected = winners.flatMap(({ holder, intervals }) =>
    intervals.flatMap(({ resourceId, fromSlot, toSlot }) =>
      Array.from(
        { length: toSlot - fromSlot },
        (_, n) => `${resourceId} ${fromSlot + n} ${holder.id}`,
      ),
    ),
  );
  expect(await schedule.held(resourceIds)).toEqual(expected.sort());
}

describe('thirty-two connections that claim overlapping stretches at once', () => {
  it('of one person: one gets it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { resourceId } = await schedule.aPerson();
      const attempts = Array.from({ length: CONNECTIONS }, () => ({
        ...{ holder: aVisitHolder(), intervals: [{ resourceId, fromSlot: 100, toSlot: 112 }] },
      }));
      const winners = await race(attempts);
      expect(winners).toHaveLength(1);
      await expectOnly(winners, [resourceId]);
    }
  });

  it('of a person and two rooms in every order: winners never share anything', async () => {
    for (let round = 0; round < 10; round += 1) {
      const people = await Promise.all([1, 2, 3].map(() => schedule.aPerson()));
      const ids = people.map((person) => person.resourceId);
      const attempts = Array.from({ length: CONNECTIONS }, (_, n) => {
        const from = 100 + (n % 5) * 3;
        const order = n % 2 ? ids : [...ids].reverse();
        const wanted = order.slice(0, 2 + (n % 2));
        const intervals = wanted.map((resourceId) => ({
          ...{ resourceId, fromSlot: from, toSlot: from + 12 },
        }));
        return { holder: aVisitHolder(), intervals };
      });
      const winners = await race(attempts);
      expect(winners.length).toBeGreaterThan(0);
      await expectOnly(winners, ids);
    }
  });

  it('while others give the same slots back: whoever was told yes has all of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { resourceId } = await schedule.aPerson();
      const intervals = [{ resourceId, fromSlot: 100, toSlot: 112 }];
      const old = aVisitHolder();
      await schedule.unitOfWork.run((tx) => claimSlots(tx, old, intervals));
      const attempts = Array.from({ length: CONNECTIONS - 1 }, () => ({
        ...{ holder: aVisitHolder(), intervals },
      }));
      const [winners] = await Promise.all([
        race(attempts),
        schedule.unitOfWork.run((tx) => releaseSlots(tx, old)),
      ]);
      expect(winners.length).toBeLessThanOrEqual(1);
      await expectOnly(winners, [resourceId]);
    }
  });

  it('while a leave takes what is free: each slot has one holder, and the leave the rest', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { resourceId } = await schedule.aPerson();
      const leave = aBlockHolder();
      const attempts = Array.from({ length: CONNECTIONS - 1 }, (_, n) => ({
        holder: aVisitHolder(),
        intervals: [{ resourceId, fromSlot: 100 + n, toSlot: 106 + n }],
      }));
      const [winners] = await Promise.all([
        race(attempts),
        schedule.unitOfWork.run((tx) =>
          claimFreeSlots(tx, [{ resourceId, fromSlot: 90, toSlot: 150, holder: leave }]),
        ),
      ]);
      const held = await schedule.held([resourceId]);
      expect(held).toHaveLength(60);
      for (const { holder, intervals } of winners) {
        const [stretch] = intervals;
        expect(held.filter((line) => line.endsWith(holder.id))).toHaveLength(
          (stretch?.toSlot ?? 0) - (stretch?.fromSlot ?? 0),
        );
      }
      const winning = new Set([leave.id, ...winners.map(({ holder }) => holder.id)]);
      expect(held.every((line) => winning.has(line.split(' ')[2] ?? ''))).toBe(true);
    }
  });
});
