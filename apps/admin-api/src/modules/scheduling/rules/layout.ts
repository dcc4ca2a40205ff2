import { hasSlot } from './bitmap.js';
import type { ResourceId } from './availability-types.js';
import type { ChainPlan, PlannedNeed, PlannedService } from './plan.js';

/** When each service of a visit starts, in slots of the window, and the devices it takes. */
export interface Layout {
  readonly starts: readonly number[];
  readonly endSlot: number;
  /** Per service, per device need. */
  readonly devices: readonly (readonly ResourceId[])[];
}

/** The service of the visit in whose processing time the client may be served meanwhile. */
interface Host {
  readonly service: PlannedService;
  readonly startSlot: number;
}

interface DevicePick {
  readonly id: ResourceId;
  readonly fromSlot: number;
  readonly toSlot: number;
}

/** Whether a visit can start at a slot of the window. */
export function canStart(plan: ChainPlan, startSlot: number): boolean {
  const first = plan.services[0];
  if (first === undefined || !hasSlot(first.withRest, startSlot)) return false;
  return plan.exact || new LayoutSearch(plan, startSlot, Infinity).run() !== undefined;
}

/** The layout that lets the client go first; among equals the one that begins each service first. */
export function shortestLayout(plan: ChainPlan, startSlot: number): Layout | undefined {
  let best = new LayoutSearch(plan, startSlot, Infinity).run();
  if (plan.services.length === 1) return best;
  for (let shorter = best; shorter !== undefined;) {
    best = shorter;
    // A wait can pay: the service after it may then hold another one in its gap.
    shorter = new LayoutSearch(plan, startSlot, best.endSlot - 1).run();
  }
  return best;
}

/**
 * Tries the places of the services one after another, depth first. The bitmaps of the plan cut off what cannot work,
 * so without shared devices the first way down is nearly always the answer.
 */
class LayoutSearch {
  private readonly starts: number[] = [];
  private devices: ResourceId[][] = [];

  constructor(
    private readonly plan: ChainPlan,
    private readonly startSlot: number,
    private readonly latestEnd: number,
  ) {}

  run(): Layout | undefined {
    const first = this.plan.services[0];
    if (first === undefined || !hasSlot(first.withRest, this.startSlot)) return undefined;
    if (this.startSlot + first.slots > this.latestEnd) return undefined;
    this.starts[0] = this.startSlot;
    const endSlot = this.place(1, { service: first, startSlot: this.startSlot }, this.startSlot);
    return endSlot < 0 ? undefined : { starts: this.starts, endSlot, devices: this.devices };
  }

  /** Places the services from `index` on; the end of the visit, or -1. The client is free from `cursor` on. */
  private place(index: number, host: Host, cursor: number): number {
    const service = this.plan.services[index];
    const hostEnd = host.startSlot + host.service.slots;
    if (service === undefined) return this.takeDevices() ? hostEnd : -1;
    const inside = this.placeInside(index, service, host, cursor);
    if (inside >= 0) return inside;
    for (let wait = 0; wait <= this.plan.maxWaitSlots; wait += 1) {
      const start = hostEnd + wait;
      if (start + service.slots > this.latestEnd) break;
      if (!hasSlot(service.withRest, start)) continue;
      this.starts[index] = start;
      const end = this.place(index + 1, { service, startSlot: start }, start);
      if (end >= 0) return end;
    }
    return -1;
  }

  private placeInside(index: number, service: PlannedService, host: Host, cursor: number): number {
    if (!service.mayRunInsideGap) return -1;
    for (const gap of host.service.gaps) {
      const last = host.startSlot + gap.to - service.slots;
      for (let at = Math.max(host.startSlot + gap.from, cursor); at <= last; at += 1) {
        if (!hasSlot(service.alone, at)) continue;
        this.starts[index] = at;
        const end = this.place(index + 1, host, at + service.slots);
        if (end >= 0) return end;
      }
    }
    return -1;
  }

  /** Finds a device for every need so that none is wanted twice at once. */
  private takeDevices(): boolean {
    if (!this.plan.services.some((service) => service.devices.length > 0)) return true;
    const needs = this.plan.services.flatMap((service, index) =>
      service.devices.map((need) => ({ need, index, start: this.starts[index] ?? 0 })),
    );
    const picks: DevicePick[] = [];
    const pick = (order: number): boolean => {
      const wanted = needs[order];
      if (wanted === undefined) return true;
      for (const found of devicesFor(wanted.need, wanted.start, picks)) {
        picks[order] = found;
        if (pick(order + 1)) return true;
        picks.length = order;
      }
      return false;
    };
    if (!pick(0)) return false;
    this.devices = this.plan.services.map(() => []);
    needs.forEach(({ index }, order) => {
      const found = picks[order];
      if (found !== undefined) this.devices[index]?.push(found.id);
    });
    return true;
  }
}

/** The devices that are free and not taken by the visit itself; those it already uses first. */
function devicesFor(need: PlannedNeed, start: number, picks: readonly DevicePick[]): DevicePick[] {
  const free: DevicePick[] = [];
  const span = need.spans[0];
  if (span === undefined) return free;
  const fromSlot = start + span.from;
  const toSlot = start + span.to;
  for (const { id, starts } of need.able) {
    if (!hasSlot(starts, start)) continue;
    const own = picks.filter((pick) => pick.id === id);
    if (own.some((pick) => pick.fromSlot < toSlot && fromSlot < pick.toSlot)) continue;
    if (own.length > 0) free.unshift({ id, fromSlot, toSlot });
    else free.push({ id, fromSlot, toSlot });
  }
  return free;
}
