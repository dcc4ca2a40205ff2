import type {
  Assignment,
  Chain,
  ChainSegment,
  ChainService,
  ResourceId,
  ResourceInterval,
} from '../availability-types.js';
import type { StartQuery } from '../starts.js';
import type { WindowFacts } from '../window.js';

/**
 * The rules of a visit in the most naive way: slot by slot, choice by choice, no bitmaps, nothing shared with the
 * engine but its types. It is there to contradict the engine.
 */
export class Oracle {
  private readonly free = new Map<ResourceId, boolean[]>();
  private readonly present = new Map<ResourceId, boolean[]>();
  private readonly open: boolean[];

  constructor(private readonly facts: WindowFacts) {
    const slots = Array.from({ length: facts.slotCount }, (_, index) => facts.originSlot + index);
    const within = (slot: number, list: readonly { fromSlot: number; toSlot: number }[]) =>
      list.some(({ fromSlot, toSlot }) => fromSlot <= slot && slot < toSlot);
    this.open = slots.map((slot) => !facts.storeHours || within(slot, facts.storeHours));
    for (const { id, kind } of facts.resources) {
      const shifts = facts.shifts.filter((shift) => shift.resourceId === id);
      const taken = (facts.taken ?? []).filter((row) => row.resourceId === id);
      const full = (facts.fullDays ?? []).filter((day) => day.resourceId === id);
      const there = (slot: number) => kind !== 'staff' || within(slot, shifts);
      this.present.set(id, slots.map(there));
      this.free.set(
        id,
        slots.map(
          (slot) => there(slot) && !within(slot, full) && !taken.some((row) => row.slot === slot),
        ),
      );
    }
  }

  isFree(id: ResourceId, slot: number): boolean {
    return this.free.get(id)?.[slot - this.facts.originSlot] ?? false;
  }

  /** How many slots of the window somebody is there and not free. */
  busy(id: ResourceId): number {
    const free = this.free.get(id) ?? [];
    return (this.present.get(id) ?? []).filter((there, at) => there && !free[at]).length;
  }

  /** Every start of the query from which some visit works. */
  starts(chain: Chain, query: StartQuery): number[] {
    const found: number[] = [];
    for (let slot = query.from; slot < query.to; slot += 1) {
      if ((slot - this.facts.originSlot) % query.stepSlots !== 0) continue;
      if (slot < this.facts.originSlot || slot < (query.earliestSlot ?? slot)) continue;
      const isKept = query.reserved?.some(
        ({ fromSlot, toSlot }) => fromSlot <= slot && slot < toSlot,
      );
      if (!isKept && this.works(chain, slot)) found.push(slot);
    }
    return found;
  }

  /** Whether some visit works that starts here and is over by `latestEnd`. */
  works(chain: Chain, start: number, latestEnd = Infinity): boolean {
    return this.isTakenOn(chain, start) && this.continueVisit(chain, latestEnd, [], [], start);
  }

  /** Whether the day on which a visit starts takes all of its services. */
  private isTakenOn(chain: Chain, start: number): boolean {
    return (this.facts.dayLimits ?? []).every((limit) => {
      const wanted = chain.services.filter(({ key }) => key === limit.key).length;
      const isThatDay = limit.fromSlot <= start && start < limit.toSlot;
      return !isThatDay || wanted <= limit.left;
    });
  }

  private continueVisit(
    chain: Chain,
    latestEnd: number,
    times: readonly number[],
    held: readonly Hold[],
    onlyStart?: number,
  ): boolean {
    const service = chain.services[times.length];
    if (service === undefined) return true;
    const end = this.facts.originSlot + this.facts.slotCount;
    for (let start = this.facts.originSlot; start < end; start += 1) {
      if (onlyStart !== undefined && start !== onlyStart) continue;
      if (start + lengthOf(service) > latestEnd) continue;
      if (!mayPlace(chain, [...times, start]) || !this.isOpenDuring(service, start)) continue;
      const then = (all: readonly Hold[]) =>
        this.continueVisit(chain, latestEnd, [...times, start], all);
      if (this.choose(choicesOf(service, start), held, then)) return true;
    }
    return false;
  }

  private isOpenDuring(service: ChainService, start: number): boolean {
    for (let slot = start; slot < start + lengthOf(service); slot += 1) {
      if (!this.open[slot - this.facts.originSlot]) return false;
    }
    return true;
  }

  private choose(
    choices: readonly Choice[],
    held: readonly Hold[],
    then: (held: readonly Hold[]) => boolean,
  ): boolean {
    const [choice, ...others] = choices;
    if (choice === undefined) return then(held);
    return choice.candidates.some((id) => {
      const wanted = choice.slots.map(({ slot, use }) => ({ id, slot, use }));
      if (!wanted.every(({ slot }) => this.isFree(id, slot))) return false;
      if (wanted.some((one) => held.some((other) => excludes(one, other)))) return false;
      return this.choose(others, [...held, ...wanted], then);
    });
  }
}

type Use = 'work' | 'buffer' | 'room' | 'device';

interface Hold {
  readonly id: ResourceId;
  readonly slot: number;
  readonly use: Use;
}

interface Choice {
  readonly candidates: readonly ResourceId[];
  readonly slots: readonly { readonly slot: number; readonly use: Use }[];
}

/** One visit cannot have a person work twice at once nor a device run twice at once; all else it shares with itself. */
function excludes(one: Hold, other: Hold): boolean {
  if (one.id !== other.id || one.slot !== other.slot) return false;
  return (one.use === 'work' && other.use === 'work') || one.use === 'device';
}

function lengthOf(service: ChainService): number {
  return service.segments.reduce((sum, segment) => sum + segment.slots, 0);
}

function segmentStart(service: ChainService, start: number, index: number): number {
  return service.segments.slice(0, index).reduce((slot, segment) => slot + segment.slots, start);
}

function range(from: number, to: number, use: Use): { slot: number; use: Use }[] {
  return Array.from({ length: to - from }, (_, index) => ({ slot: from + index, use }));
}

/** Everything that has to be chosen for one service that starts here. */
function choicesOf(service: ChainService, start: number): Choice[] {
  const end = start + lengthOf(service);
  const during = (segment: ChainSegment, use: Use) => {
    const from = segmentStart(service, start, service.segments.indexOf(segment));
    return range(from, from + segment.slots, use);
  };
  const before = (use: Use) => range(start - service.bufferBeforeSlots, start, use);
  const after = (use: Use) => range(end, end + service.bufferAfterSlots, use);
  const choices: Choice[] = [];
  const handsOn = service.segments.flatMap((one) => (one.kind === 'hands_on' ? [one] : []));
  for (const roleKey of new Set(handsOn.map((segment) => segment.roleKey))) {
    const own = handsOn.filter((segment) => segment.roleKey === roleKey);
    const slots = own.flatMap((segment) => during(segment, 'work'));
    if (handsOn[0]?.roleKey === roleKey) slots.push(...before('buffer'));
    if (handsOn[handsOn.length - 1]?.roleKey === roleKey) slots.push(...after('buffer'));
    const [first, ...others] = own.map((segment) => segment.staffCandidates);
    const all = (first ?? []).filter((id) => others.every((list) => list.includes(id)));
    choices.push({ candidates: all, slots });
  }
  if (service.roomCandidates) {
    const kept = service.segments.filter((segment) => segment.keepsRoom !== false);
    const slots = [...before('room'), ...after('room'), ...kept.flatMap((s) => during(s, 'room'))];
    choices.push({ candidates: service.roomCandidates, slots });
  }
  for (const segment of service.segments) {
    if (segment.roomCandidates) {
      choices.push({ candidates: segment.roomCandidates, slots: during(segment, 'room') });
    }
    if (segment.deviceCandidates) {
      choices.push({ candidates: segment.deviceCandidates, slots: during(segment, 'device') });
    }
  }
  return choices;
}

/** Whether the last of these starts fits the client: after what came before, or inside its processing time. */
function mayPlace(chain: Chain, times: readonly number[]): boolean {
  let host: { service: ChainService; start: number } | undefined;
  let clientFree = -Infinity;
  return times.every((start, index) => {
    const service = chain.services[index];
    if (service === undefined) return false;
    if (host !== undefined && start < host.start + lengthOf(host.service)) {
      const length = lengthOf(service);
      const inside = liesInGap(host.service, host.start, start, start + length);
      const allowed = service.mayRunInsideGap !== false && inside && start >= clientFree;
      clientFree = start + length;
      return allowed;
    }
    const wait = host === undefined ? 0 : start - (host.start + lengthOf(host.service));
    host = { service, start };
    clientFree = start;
    return wait <= (chain.maxWaitSlots ?? 3);
  });
}

function liesInGap(host: ChainService, hostStart: number, from: number, to: number): boolean {
  return host.segments.some((segment, index) => {
    const start = segmentStart(host, hostStart, index);
    return segment.kind === 'processing' && start <= from && to <= start + segment.slots;
  });
}

/** Every way in which an assignment breaks the wishes of its chain, in words; empty when it keeps them all. */
export function faultsOf(chain: Chain, assignment: Assignment): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  expect(
    mayPlace(
      chain,
      assignment.services.map(({ startSlot }) => startSlot),
    ),
    'the client is in two places or waits too long',
  );
  expect(assignment.services.length === chain.services.length, 'a service is missing');
  const runs = assignment.services.flatMap(({ segments }) =>
    segments.flatMap(({ deviceId, startSlot, endSlot }) =>
      deviceId === undefined
        ? []
        : slotsOf([{ resourceId: deviceId, fromSlot: startSlot, toSlot: endSlot }]),
    ),
  );
  expect(new Set(runs).size === runs.length, 'a device runs twice at once');
  expect(assignment.startSlot === assignment.services[0]?.startSlot, 'starts at another time');
  const ends = assignment.services.map(({ endSlot }) => endSlot);
  expect(assignment.endSlot === Math.max(...ends), 'ends at another time');
  chain.services.forEach((service, index) => {
    const given = assignment.services[index];
    if (given === undefined) return;
    expect(given.endSlot - given.startSlot === lengthOf(service), 'wrong length');
    expect(isChosen(service.roomCandidates, given.roomId), 'wrong room');
    const people = new Map<string, ResourceId>();
    service.segments.forEach((segment, order) => {
      const part = given.segments[order];
      expect(part?.startSlot === segmentStart(service, given.startSlot, order), 'wrong start');
      expect(isChosen(segment.deviceCandidates, part?.deviceId), 'wrong device');
      expect(isChosen(segment.roomCandidates, part?.roomId), 'wrong room of a segment');
      const wanted = segment.kind === 'hands_on' ? segment.staffCandidates : undefined;
      expect(isChosen(wanted, part?.staffId), 'wrong person');
      if (segment.kind !== 'hands_on' || part?.staffId === undefined) return;
      const same = people.get(segment.roleKey) ?? part.staffId;
      expect(same === part.staffId, 'a role changes hands');
      people.set(segment.roleKey, same);
    });
  });
  return faults;
}

function isChosen(candidates: readonly ResourceId[] | undefined, id: ResourceId | undefined) {
  return candidates === undefined ? id === undefined : id !== undefined && candidates.includes(id);
}

/** What an assignment takes, slot by slot as `resource@slot`, sorted and each once. */
export function claimsOf(chain: Chain, assignment: Assignment): string[] {
  const claims = new Set<string>();
  chain.services.forEach((service, index) => {
    const given = assignment.services[index];
    if (given === undefined) return;
    const claim = (id: ResourceId | undefined, from: number, to: number) => {
      for (let slot = from; slot < to; slot += 1) claims.add(`${id}@${slot}`);
    };
    const working = given.segments.filter((_, i) => service.segments[i]?.kind === 'hands_on');
    const { startSlot, endSlot } = given;
    const turnover: [number, number][] = [
      [startSlot - service.bufferBeforeSlots, startSlot],
      [endSlot, endSlot + service.bufferAfterSlots],
    ];
    if (working.length > 0) {
      claim(working[0]?.staffId, ...turnover[0]!);
      claim(working[working.length - 1]?.staffId, ...turnover[1]!);
    }
    if (given.roomId !== undefined) turnover.forEach((span) => claim(given.roomId, ...span));
    given.segments.forEach((part, order) => {
      const keeps = service.segments[order]?.keepsRoom !== false;
      for (const id of [part.staffId, part.deviceId, part.roomId, keeps ? given.roomId : undefined])
        if (id !== undefined) claim(id, part.startSlot, part.endSlot);
    });
  });
  return [...claims].sort();
}

/** The same of an occupancy, in its own order and with repetitions if it had any. */
export function slotsOf(occupied: readonly ResourceInterval[]): string[] {
  return occupied.flatMap(({ resourceId, fromSlot, toSlot }) =>
    Array.from({ length: toSlot - fromSlot }, (_, index) => `${resourceId}@${fromSlot + index}`),
  );
}
