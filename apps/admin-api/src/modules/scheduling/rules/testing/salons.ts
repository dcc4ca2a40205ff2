import fc from 'fast-check';
import type {
  Chain,
  ChainSegment,
  ChainService,
  ResourceFacts,
  ResourceId,
  SlotInterval,
} from '../availability-types.js';
import type { StartQuery } from '../starts.js';
import type { WindowFacts } from '../window.js';

/** A small random salon, a visit that somebody wants there and the starts that are asked for. */
export interface Salon {
  readonly facts: WindowFacts;
  readonly chain: Chain;
  readonly query: StartQuery;
}

/** Salons small enough for the oracle and odd enough to meet every rule: narrow shifts, few rooms, shared devices. */
export function salons(): fc.Arbitrary<Salon> {
  return fc
    .record({
      originSlot: fc.integer({ min: 5_900_000, max: 5_900_100 }),
      slotCount: fc.integer({ min: 30, max: 75 }),
      staff: fc.integer({ min: 1, max: 3 }),
      rooms: fc.integer({ min: 0, max: 3 }),
      devices: fc.integer({ min: 0, max: 2 }),
    })
    .chain(({ originSlot, slotCount, staff, rooms, devices }) => {
      const resources = [
        ...facts('staff', staff),
        ...facts('bed', rooms),
        ...facts('device', devices),
      ];
      const ids = resources.map(({ id }) => id);
      return fc.record({
        facts: windows(originSlot, slotCount, resources),
        chain: chains(ids),
        query: queries(originSlot, slotCount),
      });
    });
}

function facts(kind: 'staff' | 'bed' | 'device', count: number): ResourceFacts[] {
  return Array.from({ length: count }, (_, index) => ({ id: `${kind}-${index}`, kind }));
}

function windows(
  originSlot: number,
  slotCount: number,
  resources: readonly ResourceFacts[],
): fc.Arbitrary<WindowFacts> {
  const staff = resources.filter(({ kind }) => kind === 'staff').map(({ id }) => id);
  const interval = (longest: number): fc.Arbitrary<SlotInterval> =>
    fc
      .tuple(fc.integer({ min: -5, max: slotCount }), fc.integer({ min: 1, max: longest }))
      .map(([from, length]) => ({
        fromSlot: originSlot + from,
        toSlot: originSlot + from + length,
      }));
  const wholeWindow = fc.constant({
    fromSlot: originSlot - 10,
    toSlot: originSlot + slotCount + 10,
  });
  const shift = fc.oneof({ weight: 2, arbitrary: wholeWindow }, interval(slotCount));
  return fc.record({
    originSlot: fc.constant(originSlot),
    slotCount: fc.constant(slotCount),
    resources: fc.constant(resources),
    shifts: fc.array(
      fc
        .tuple(fc.constantFrom(...staff), shift)
        .map(([resourceId, slots]) => ({ resourceId, ...slots })),
      { minLength: 1, maxLength: 5 },
    ),
    storeHours: fc.option(fc.array(shift, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    taken: fc
      .array(fc.tuple(fc.constantFrom(...resources.map(({ id }) => id)), interval(10)), {
        maxLength: 7,
      })
      .map((stretches) => stretches.flatMap(([id, slots]) => rowsOf(id, slots))),
    fullDays: seldom(
      fc.array(
        fc
          .tuple(fc.constantFrom(...staff), interval(slotCount))
          .map(([resourceId, slots]) => ({ resourceId, ...slots })),
        { minLength: 1, maxLength: 2 },
      ),
    ),
    dayLimits: seldom(
      fc.array(
        fc
          .tuple(fc.constantFrom('facial', 'massage'), fc.nat(2), interval(slotCount))
          .map(([key, left, slots]) => ({ key, left, ...slots })),
        { minLength: 1, maxLength: 2 },
      ),
    ),
  });
}

/** Something that few salons have. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function rowsOf(resourceId: ResourceId, { fromSlot, toSlot }: SlotInterval) {
  return Array.from({ length: toSlot - fromSlot }, (_, index) => ({
    resourceId,
    slot: fromSlot + index,
  }));
}

function queries(originSlot: number, slotCount: number): fc.Arbitrary<StartQuery> {
  return fc.record({
    from: fc.integer({ min: originSlot - 4, max: originSlot + 20 }),
    to: fc.integer({ min: originSlot + slotCount - 10, max: originSlot + slotCount + 4 }),
    stepSlots: fc.integer({ min: 1, max: 3 }),
    earliestSlot: fc.option(fc.integer({ min: originSlot, max: originSlot + slotCount }), {
      nil: undefined,
      freq: 2,
    }),
    reserved: seldom(
      fc
        .tuple(fc.integer({ min: 0, max: slotCount }), fc.integer({ min: 1, max: 12 }))
        .map(([at, length]) => [{ fromSlot: originSlot + at, toSlot: originSlot + at + length }]),
    ),
  });
}

function chains(ids: readonly ResourceId[]): fc.Arbitrary<Chain> {
  return fc.record({
    services: fc.array(services(ids), { minLength: 1, maxLength: 3 }),
    maxWaitSlots: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  });
}

function services(ids: readonly ResourceId[]): fc.Arbitrary<ChainService> {
  const some = (kind: string, minLength: number) =>
    fc.subarray(
      ids.filter((id) => id.startsWith(kind)),
      { minLength },
    );
  const wanted = (kind: string, weight: number) =>
    ids.some((id) => id.startsWith(kind))
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constant(undefined) },
          { weight, arbitrary: some(kind, 1) },
        )
      : fc.constant(undefined);
  const shared = {
    deviceCandidates: wanted('device', 3),
    roomCandidates: wanted('bed', 1),
    keepsRoom: fc.option(fc.boolean(), { nil: undefined }),
  };
  const handsOn: fc.Arbitrary<ChainSegment> = fc.record({
    ...shared,
    kind: fc.constant('hands_on' as const),
    slots: fc.integer({ min: 1, max: 5 }),
    roleKey: fc.constantFrom('main', 'main', 'second'),
    staffCandidates: some('staff', 1),
  });
  const processing: fc.Arbitrary<ChainSegment> = fc.record({
    ...shared,
    kind: fc.constant('processing' as const),
    slots: fc.integer({ min: 1, max: 10 }),
  });
  return fc.record({
    key: fc.constantFrom(undefined, 'facial', 'massage'),
    bufferBeforeSlots: fc.integer({ min: 0, max: 3 }),
    bufferAfterSlots: fc.integer({ min: 0, max: 3 }),
    segments: fc.array(fc.oneof({ weight: 2, arbitrary: handsOn }, processing), {
      minLength: 1,
      maxLength: 3,
    }),
    roomCandidates: wanted('bed', 3),
    mayRunInsideGap: fc.option(fc.boolean(), { nil: undefined, freq: 1 }),
  });
}
