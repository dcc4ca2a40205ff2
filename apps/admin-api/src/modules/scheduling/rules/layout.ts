import { hasSlot } from './bitmap.js';
import type { ResourceId } from './availability-types.js';
import type { Gap } from './needs.js';
import type { PlannedNeed, PlannedService } from './planned-service.js';

/** When each service of a visit starts, in slots of the window, and the devices it takes. */
export interface Layout {
  readonly starts: readonly number[];
  readonly endSlot: number;
  /** Per service, per device need. */
  readonly devices: readonly (readonly ResourceId[])[];
}

/** One service inside a gap of its host, and the one before it there. */
interface Stay {
  readonly gap: Gap;
  /** What works on the client all through the gap, so that nothing inside can have it. */
  readonly deviceId: ResourceId | undefined;
  readonly startSlot: number;
  readonly endSlot: number;
  readonly before: Stay | undefined;
}

/** How a visit goes on after a host: the last service inside its gaps, and the service that follows it. */
interface Continuation {
  readonly endSlot: number;
  readonly stay: Stay | undefined;
  readonly nextIndex: number;
  readonly nextStart: number;
}

const UNKNOWN = 0;
const NEVER = -1;

/**
 * The shortest layouts of a chain. A visit is a row of host services with waits between them, and services inside the
 * gaps of the hosts. Devices can be wanted twice only by a host and what runs inside its gap, so how a visit ends
 * depends on nothing but the service and its start: each such pair is worked out once, however many starts share it.
 */
export class LayoutTable {
  /** Per service: the earliest end of the visit when it is a host from this slot on. */
  private readonly ends: Int32Array[];

  constructor(
    private readonly services: readonly PlannedService[],
    private readonly maxWaitSlots: number,
  ) {
    this.ends = services.map(({ alone }) => new Int32Array(alone.length << 5));
  }

  /** Whether a visit can start at a slot of the window. */
  works(startSlot: number): boolean {
    return this.earliestEnd(0, startSlot) !== NEVER;
  }

  /** The layout that lets the client go first; among equals the one that begins each service first. */
  shortest(startSlot: number): Layout | undefined {
    const endSlot = this.earliestEnd(0, startSlot);
    if (endSlot === NEVER) return undefined;
    const layout = new LayoutBuilder(this.services);
    for (let index = 0, start = startSlot; index < this.services.length;) {
      const next = this.continuation(index, start);
      if (next === undefined) return undefined;
      layout.add(index, start, next.nextIndex, next.stay);
      index = next.nextIndex;
      start = next.nextStart;
    }
    return { starts: layout.starts, endSlot, devices: layout.devices };
  }

  private earliestEnd(index: number, startSlot: number): number {
    const service = this.services[index];
    const ends = this.ends[index];
    if (!service || !ends || !hasSlot(service.withRest, startSlot)) return NEVER;
    const known = ends[startSlot] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const end = this.continuation(index, startSlot)?.endSlot ?? NEVER;
    ends[startSlot] = end;
    return end;
  }

  /** The best way on for a host that runs at this slot; undefined where the rest does not fit. */
  private continuation(index: number, startSlot: number): Continuation | undefined {
    const host = this.services[index];
    if (host === undefined) return undefined;
    let best = this.after(host, startSlot, index + 1, undefined);
    let stays: readonly Stay[] = [];
    for (let inside = index + 1; inside < this.services.length; inside += 1) {
      const service = this.services[inside];
      if (!service?.mayRunInsideGap) break;
      stays = staysOf(host, startSlot, service, inside === index + 1 ? undefined : stays);
      if (stays.length === 0) break;
      const found = this.after(host, startSlot, inside + 1, stays[0]);
      if (found && (!best || found.endSlot <= best.endSlot)) best = found;
    }
    return best;
  }

  /** The best wait between a host and the next one. */
  private after(
    host: PlannedService,
    startSlot: number,
    nextIndex: number,
    stay: Stay | undefined,
  ): Continuation | undefined {
    const hostEnd = startSlot + host.slots;
    if (nextIndex === this.services.length) {
      return { endSlot: hostEnd, stay, nextIndex, nextStart: hostEnd };
    }
    let best: Continuation | undefined;
    for (let wait = 0; wait <= this.maxWaitSlots; wait += 1) {
      const endSlot = this.earliestEnd(nextIndex, hostEnd + wait);
      if (endSlot === NEVER || (best && best.endSlot <= endSlot)) continue;
      best = { endSlot, stay, nextIndex, nextStart: hostEnd + wait };
    }
    return best;
  }
}

/**
 * Where a service fits into the gaps of its host behind the services that are there already: per gap and device at
 * work in it the earliest place, since a later one never leaves more room.
 */
function staysOf(
  host: PlannedService,
  hostStart: number,
  service: PlannedService,
  earlier: readonly Stay[] | undefined,
): Stay[] {
  const stays: Stay[] = [];
  for (const gap of host.gaps) {
    for (const deviceId of devicesAt(host, hostStart, gap)) {
      const same = earlier?.find((stay) => stay.gap === gap && stay.deviceId === deviceId);
      const before = earlier?.find((stay) => stay.gap.from < gap.from) ?? same;
      if (earlier !== undefined && before === undefined) continue;
      const from = before !== undefined && before === same ? same.endSlot : hostStart + gap.from;
      const last = hostStart + gap.to - service.slots;
      for (let startSlot = from; startSlot <= last; startSlot += 1) {
        if (!hasSlot(service.alone, startSlot) || !worksWithout(service, startSlot, deviceId)) {
          continue;
        }
        stays.push({ gap, deviceId, startSlot, endSlot: startSlot + service.slots, before });
        break;
      }
    }
  }
  return stays;
}

/** The devices that could work through a gap of the host; one `undefined` where it wants none. */
function devicesAt(
  host: PlannedService,
  hostStart: number,
  gap: Gap,
): readonly (ResourceId | undefined)[] {
  const need = host.devices.find(({ segments }) => segments[0] === gap.segment);
  if (need === undefined) return [undefined];
  return need.able.filter(({ starts }) => hasSlot(starts, hostStart)).map(({ id }) => id);
}

function worksWithout(
  service: PlannedService,
  startSlot: number,
  deviceId: ResourceId | undefined,
): boolean {
  if (deviceId === undefined) return true;
  return service.devices.every(({ able }) =>
    able.some(({ id, starts }) => id !== deviceId && hasSlot(starts, startSlot)),
  );
}

/** Collects a layout host by host and settles the devices, those of the visit again before others. */
class LayoutBuilder {
  readonly starts: number[] = [];
  readonly devices: ResourceId[][] = [];
  private readonly inVisit: ResourceId[] = [];

  constructor(private readonly services: readonly PlannedService[]) {}

  add(index: number, startSlot: number, nextIndex: number, last: Stay | undefined): void {
    this.starts[index] = startSlot;
    const atWork = new Map<number, ResourceId>();
    for (let stay = last, inside = nextIndex - 1; stay; stay = stay.before, inside -= 1) {
      this.starts[inside] = stay.startSlot;
      if (stay.deviceId !== undefined) atWork.set(stay.gap.segment, stay.deviceId);
    }
    const host = this.services[index];
    this.devices[index] = (host?.devices ?? []).map(
      (need) => this.keep(atWork.get(need.segments[0] ?? -1)) ?? this.pick(need, startSlot),
    );
    for (let stay = last, inside = nextIndex - 1; stay; stay = stay.before, inside -= 1) {
      const { startSlot: start, deviceId } = stay;
      const needs = this.services[inside]?.devices ?? [];
      this.devices[inside] = needs.map((need) => this.pick(need, start, deviceId));
    }
  }

  private pick(need: PlannedNeed, startSlot: number, except?: ResourceId): ResourceId {
    const free = need.able.filter(({ id, starts }) => id !== except && hasSlot(starts, startSlot));
    const chosen = free.find(({ id }) => this.inVisit.includes(id)) ?? free[0];
    if (chosen === undefined) throw new Error('the table promised a free device');
    this.keep(chosen.id);
    return chosen.id;
  }

  private keep(id: ResourceId | undefined): ResourceId | undefined {
    if (id !== undefined && !this.inVisit.includes(id)) this.inVisit.push(id);
    return id;
  }
}
