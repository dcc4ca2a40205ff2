import { type Bitmap, andShifted, emptyBitmap, keepRunStarts, orShifted } from './bitmap.js';
import {
  type Chain,
  DEFAULT_MAX_WAIT_SLOTS,
  type ResourceId,
  type SlotInterval,
  type Window,
} from './availability-types.js';
import { closeDays, fullDays } from './daily-caps.js';
import { LayoutTable } from './layout.js';
import { type Need, needsOf } from './needs.js';
import type { AbleResource, PlannedNeed, PlannedService } from './planned-service.js';

/** Somebody who could do every hands-on minute of a visit. */
export interface Soloist {
  readonly id: ResourceId;
  /** Per service: when it can start with her alone; undefined where the service takes nobody. */
  readonly starts: readonly (Bitmap | undefined)[];
}

/** A chain worked out over a window, once for all the questions about it. */
export interface ChainPlan {
  readonly window: Window;
  readonly chain: Chain;
  readonly services: readonly PlannedService[];
  /** In the order of the candidates of the first role; empty where the visit has one role only. */
  readonly soloists: readonly Soloist[];
  readonly layouts: LayoutTable;
  /** Whether `withRest` of the first service is the whole truth; else the layouts have to be asked too. */
  readonly exact: boolean;
  /** Days on which no such visit may start, however free everybody is: a daily cap is reached. */
  readonly fullDays: readonly SlotInterval[];
}

/**
 * Works out when each service of a chain can start, for every slot of the window at once.
 *
 * People and rooms can be chosen one need at a time: buffers are turnover between clients, so those of one visit give
 * way to its own services, and a client is in one room. Only a device that works during the processing time can
 * be wanted twice by one visit.
 * @throws RangeError for a chain without services or with a service that takes no time
 */
export function planChain(window: Window, chain: Chain): ChainPlan {
  if (chain.services.length === 0) throw new RangeError('a chain needs at least one service');
  const maxWaitSlots = chain.maxWaitSlots ?? DEFAULT_MAX_WAIT_SLOTS;
  const scratch = emptyBitmap(window.slotCount);
  const planned = chain.services.map((service) => {
    const needs = needsOf(service);
    const plan = (need: Need): PlannedNeed => planNeed(window, need, scratch);
    const staff = needs.staff.map(plan);
    const rooms = needs.rooms.map(plan);
    const devices = needs.devices.map(plan);
    const alone = startsAlone(window, needs.slots, [...staff, ...rooms, ...devices], scratch);
    const mayRunInsideGap = service.mayRunInsideGap ?? true;
    return { ...needs, staff, rooms, devices, mayRunInsideGap, alone };
  });
  const rest = restOfChain(planned, maxWaitSlots);
  const full = fullDays(window, chain);
  // A visit belongs to the day on which its first service starts.
  if (rest[0]) closeDays(rest[0], window, full);
  const services = planned.map((service, index) => ({
    ...service,
    withRest: rest[index] ?? service.alone,
  }));
  return {
    window,
    chain,
    services,
    soloists: soloistsOf(planned),
    layouts: new LayoutTable(services, maxWaitSlots),
    exact: !mayShareDevice(planned),
    fullDays: full,
  };
}

function soloistsOf(services: readonly Unlinked[]): Soloist[] {
  const needs = services.flatMap((service) => service.staff);
  const [first, ...others] = needs;
  if (first === undefined || others.length === 0) return [];
  const inAll = first.able.filter(({ id }) =>
    others.every((need) => need.able.some((resource) => resource.id === id)),
  );
  return inAll.map(({ id }) => ({
    id,
    starts: services.map((service) => {
      const own = service.staff.flatMap((need) => need.able.filter((able) => able.id === id));
      const starts = own[0]?.starts.slice();
      for (const other of own.slice(1)) if (starts) andShifted(starts, other.starts, 0);
      return starts;
    }),
  }));
}

function planNeed(window: Window, need: Need, scratch: Bitmap): PlannedNeed {
  const able: AbleResource[] = [];
  for (const id of need.candidates) {
    const resource = window.resources.get(id);
    if (resource === undefined) continue;
    const starts = emptyBitmap(window.slotCount).fill(0xffffffff);
    for (const span of need.spans) {
      scratch.set(resource.free);
      keepRunStarts(scratch, span.to - span.from);
      andShifted(starts, scratch, span.from);
    }
    able.push({ id, starts });
  }
  return { ...need, able };
}

function startsAlone(
  window: Window,
  slots: number,
  needs: readonly PlannedNeed[],
  scratch: Bitmap,
): Bitmap {
  const alone = window.hours.slice();
  keepRunStarts(alone, slots);
  for (const need of needs) {
    scratch.fill(0);
    for (const resource of need.able) orShifted(scratch, resource.starts, 0);
    andShifted(alone, scratch, 0);
  }
  return alone;
}

type Unlinked = Omit<PlannedService, 'withRest'>;

/** For every service, from the last to the first: where it can start so that the services after it fit too. */
function restOfChain(services: readonly Unlinked[], maxWaitSlots: number): Bitmap[] {
  const rest: Bitmap[] = [];
  for (let host = services.length - 1; host >= 0; host -= 1) {
    const service = services[host];
    if (service === undefined) continue;
    const starts = service.alone.slice();
    if (host < services.length - 1) {
      andShifted(starts, new HostedStarts(services, rest, host, maxWaitSlots).from(host + 1, 0), 0);
    }
    rest[host] = starts;
  }
  return rest;
}

/** Bitmaps over the start of one host service: can the services from `next` on follow it or run inside its gaps? */
class HostedStarts {
  private readonly known = new Map<number, Bitmap>();
  private readonly host: Unlinked;

  constructor(
    private readonly services: readonly Unlinked[],
    private readonly rest: readonly Bitmap[],
    hostIndex: number,
    private readonly maxWaitSlots: number,
  ) {
    const host = services[hostIndex];
    if (host === undefined) throw new RangeError('no such service');
    this.host = host;
  }

  /** `cursor`: slots after the start of the host at which the client is free for a service inside a gap. */
  from(next: number, cursor: number): Bitmap {
    const key = next * (this.host.slots + 1) + cursor;
    let starts = this.known.get(key);
    if (starts === undefined) {
      starts = this.compute(next, cursor);
      this.known.set(key, starts);
    }
    return starts;
  }

  private compute(next: number, cursor: number): Bitmap {
    const starts = new Uint32Array(this.host.alone.length);
    const service = this.services[next];
    const behind = this.rest[next];
    if (service === undefined || behind === undefined) return starts.fill(0xffffffff);
    for (let wait = 0; wait <= this.maxWaitSlots; wait += 1) {
      orShifted(starts, behind, this.host.slots + wait);
    }
    if (!service.mayRunInsideGap) return starts;
    for (const gap of this.host.gaps) {
      const last = gap.to - service.slots;
      for (let at = Math.max(gap.from, cursor); at <= last; at += 1) {
        const inside = this.from(next + 1, at + service.slots).slice();
        andShifted(inside, service.alone, at);
        orShifted(starts, inside, 0);
      }
    }
    return starts;
  }
}

/** Whether a service that may run inside a gap could want a device that is at work there. */
function mayShareDevice(services: readonly Unlinked[]): boolean {
  return services.some((host, index) =>
    services
      .slice(index + 1)
      .some(
        (later) =>
          later.mayRunInsideGap &&
          host.gaps.some((gap) => later.slots <= gap.to - gap.from) &&
          host.devices.some((need) => shareCandidate(need, later.devices)),
      ),
  );
}

function shareCandidate(need: Need, others: readonly Need[]): boolean {
  return others.some((other) => other.candidates.some((id) => need.candidates.includes(id)));
}
