import { jest } from '@jest/globals';
import fc from 'fast-check';
import {
  type Assignment,
  assign,
  buildWindow,
  gapRule,
  nearestAlternatives,
  occupancy,
  occupiedSlots,
  planChain,
  startsOn,
} from './index.js';
import { Oracle, claimsOf, faultsOf, slotsOf } from './testing/oracle.js';
import { type Salon, salons } from './testing/salons.js';

/** `npm run soak -- engine` asks for more salons, or for others. */
const { YANCE_MODEL_SALONS, YANCE_MODEL_SEED } = process.env;
const RUNS = {
  numRuns: Number(YANCE_MODEL_SALONS ?? 500),
  seed: Number(YANCE_MODEL_SEED ?? 20_260_401),
};
jest.setTimeout(20_000 + RUNS.numRuns * 60);

function answer({ facts, chain, query }: Salon) {
  const plan = planChain(buildWindow(facts), chain);
  return { plan, starts: startsOn(plan, query) };
}

/** The visit at a start that was offered. */
function offered(plan: ReturnType<typeof planChain>, start: number): Assignment {
  const assignment = assign(plan, start);
  if (assignment === undefined) throw new Error(`nothing at the offered start ${start}`);
  return assignment;
}

function wordsOf(salon: Salon) {
  const words = new Map<string, { resourceId: string; word: number; bits: number }>();
  for (const { resourceId, slot } of salon.facts.taken ?? []) {
    const word = Math.floor(slot / 32);
    const key = `${resourceId}/${word}`;
    const row = words.get(key) ?? { resourceId, word, bits: 0 };
    words.set(key, { ...row, bits: (row.bits | (1 << (slot % 32))) >>> 0 });
  }
  return [...words.values()];
}

describe('availability of random salons', () => {
  it('offers exactly the starts that trying everything finds', () => {
    const seen = { withStarts: 0, inGap: 0, searched: 0 };
    fc.assert(
      fc.property(salons(), (salon) => {
        const { plan, starts } = answer(salon);
        if (starts.length > 0) seen.withStarts += 1;
        if (!plan.exact) seen.searched += 1;
        const [first] = starts;
        if (first !== undefined) {
          const ends = offered(plan, first).services.map(({ endSlot }) => endSlot);
          if (ends.some((end, index) => index > 0 && end < (ends[index - 1] ?? 0))) seen.inGap += 1;
        }
        expect(starts).toEqual(new Oracle(salon.facts).starts(salon.chain, salon.query));
      }),
      RUNS,
    );
    // Salons that never offer anything would prove nothing.
    expect(seen.withStarts).toBeGreaterThan(RUNS.numRuns / 4);
    expect(seen.inGap).toBeGreaterThan(RUNS.numRuns / 60);
    expect(seen.searched).toBeGreaterThan(RUNS.numRuns / 60);
  });

  it('assigns only what is free and what the chain asks for, and lets the client go as early as can be', () => {
    fc.assert(
      fc.property(salons(), (salon) => {
        const { plan, starts } = answer(salon);
        const oracle = new Oracle(salon.facts);
        for (const start of starts.filter((_, index) => index % 6 === 0)) {
          const assignment = offered(plan, start);
          const occupied = occupancy(salon.chain, assignment);
          expect(assignment.startSlot).toBe(start);
          expect(faultsOf(salon.chain, assignment)).toEqual([]);
          expect([...slotsOf(occupied)].sort()).toEqual(claimsOf(salon.chain, assignment));
          for (const { resourceId, slot } of occupiedSlots(occupied)) {
            expect(oracle.isFree(resourceId, slot)).toBe(true);
          }
          expect(oracle.works(salon.chain, start, assignment.endSlot - 1)).toBe(false);
        }
      }),
      RUNS,
    );
  });

  it('never offers a new start because something was booked', () => {
    fc.assert(
      fc.property(salons(), fc.nat(), (salon, choice) => {
        const { plan, starts } = answer(salon);
        if (starts.length === 0) return;
        const start = starts[choice % starts.length] ?? 0;
        const booked = occupiedSlots(occupancy(salon.chain, offered(plan, start)));
        const taken = [...(salon.facts.taken ?? []), ...booked];
        const after = answer({ ...salon, facts: { ...salon.facts, taken } }).starts;
        expect(starts).toEqual(expect.arrayContaining(after));
      }),
      RUNS,
    );
  });

  it('takes the slots one by one or 32 in a word', () => {
    fc.assert(
      fc.property(salons(), (salon) => {
        const facts = { ...salon.facts, taken: undefined, takenWords: wordsOf(salon) };
        expect(buildWindow(facts)).toEqual(buildWindow(salon.facts));
      }),
      RUNS,
    );
  });

  it('assigns nothing at a start that it does not offer', () => {
    fc.assert(
      fc.property(salons(), (salon) => {
        const { plan } = answer(salon);
        const { originSlot, slotCount } = salon.facts;
        const all = { from: originSlot, to: originSlot + slotCount, stepSlots: 1 };
        const assigned = Array.from({ length: slotCount }, (_, index) => originSlot + index).filter(
          (slot) => assign(plan, slot) !== undefined,
        );
        expect(assigned).toEqual(startsOn(plan, all));
      }),
      RUNS,
    );
  });

  it('keeps at least one offer under the gap rule and invents none', () => {
    fc.assert(
      fc.property(salons(), fc.integer({ min: 1, max: 8 }), (salon, shortest) => {
        const { plan, starts } = answer(salon);
        const offers = starts.map((start) => offered(plan, start));
        const kept = gapRule(plan, offers, shortest);
        expect(offers).toEqual(expect.arrayContaining(kept));
        expect(kept.length > 0).toBe(offers.length > 0);
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  it('names as alternatives the nearest starts and never the wanted one', () => {
    const slots = fc.uniqueArray(fc.nat(200), { maxLength: 30 });
    fc.assert(
      fc.property(slots, fc.nat(200), fc.nat(6), (starts, wanted, count) => {
        const others = starts.filter((start) => start !== wanted);
        const named = nearestAlternatives(starts, wanted, count);
        expect(named).toHaveLength(Math.min(count, others.length));
        const farthest = Math.max(0, ...named.map((start) => Math.abs(start - wanted)));
        for (const start of others.filter((one) => !named.includes(one))) {
          expect(Math.abs(start - wanted)).toBeGreaterThanOrEqual(farthest);
        }
      }),
      RUNS,
    );
  });
});
