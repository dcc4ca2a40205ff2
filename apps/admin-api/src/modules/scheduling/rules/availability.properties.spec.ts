import { jest } from '@jest/globals';
import fc from 'fast-check';
import {
  type Assignment,
  assign,
  buildWindow,
  fairOrder,
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

type Chain = Salon['chain'];

/** The candidates of a chain whose hands-on steps are all of one role and can all be done by the same; else none. */
function staffOf({ services }: Chain): (readonly string[])[] {
  const steps = services.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'hands_on' ? [segment] : [])),
  );
  const [first, ...others] = steps;
  if (first === undefined || others.some(({ roleKey }) => roleKey !== first.roleKey)) return [];
  return [
    first.staffCandidates.filter((id) =>
      others.every(({ staffCandidates }) => staffCandidates.includes(id)),
    ),
  ];
}

/** The same visit with one person asked for. */
function doneBy(chain: Chain, id: string): Chain {
  const services = chain.services.map((service) => ({
    ...service,
    segments: service.segments.map((segment) =>
      segment.kind === 'hands_on' ? { ...segment, staffCandidates: [id] } : segment,
    ),
  }));
  return { ...chain, services };
}

function staffIn(assignment: Assignment | undefined): string {
  const steps = assignment?.services.flatMap(({ segments }) => segments) ?? [];
  return steps.flatMap(({ staffId }) => staffId ?? [])[0] ?? 'nobody';
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
    const seen = { withStarts: 0, inGap: 0, searched: 0, capped: 0 };
    fc.assert(
      fc.property(salons(), (salon) => {
        const { plan, starts } = answer(salon);
        if (starts.length > 0) seen.withStarts += 1;
        if (!plan.exact) seen.searched += 1;
        if (plan.fullDays.length > 0) seen.capped += 1;
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
    expect(seen.capped).toBeGreaterThan(RUNS.numRuns / 60);
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

  it('gives a client who asks for nobody to whoever waits longest, then to whoever has least to do', () => {
    const seen = { choices: 0 };
    const given = fc.dictionary(fc.constantFrom('staff-0', 'staff-1', 'staff-2'), fc.nat(2));
    fc.assert(
      fc.property(salons(), given, (salon, lastGiven) => {
        const chain = { ...salon.chain, services: salon.chain.services.slice(0, 1) };
        const [people] = staffOf(chain);
        if (people === undefined) return;
        const { plan, starts } = answer({ ...salon, chain });
        const oracle = new Oracle(salon.facts);
        const { originSlot: from, slotCount } = salon.facts;
        const last = new Map(Object.entries(lastGiven));
        const order = fairOrder(plan.window, '2026-11-24', from, from + slotCount, last);
        for (const start of starts.filter((_, index) => index % 6 === 0)) {
          const able = people.filter((id) => oracle.works(doneBy(chain, id), start));
          const best = able
            .map((id) => [last.get(id) ?? 0, oracle.busy(id)] as const)
            .sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
          const chosen = staffIn(assign(plan, start, order));
          expect([last.get(chosen) ?? 0, oracle.busy(chosen)]).toEqual(best);
          if (able.length > 1) seen.choices += 1;
        }
      }),
      RUNS,
    );
    expect(seen.choices).toBeGreaterThan(RUNS.numRuns / 10);
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
