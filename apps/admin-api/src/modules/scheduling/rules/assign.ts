import { hasSlot } from './bitmap.js';
import type {
  Assignment,
  ResourceId,
  SegmentAssignment,
  ServiceAssignment,
  StaffPreference,
} from './availability-types.js';
import { type Layout, shortestLayout } from './layout.js';
import type { ChainPlan, PlannedNeed, PlannedService } from './plan.js';

/**
 * Settles who, where and when for a visit that starts at a slot (since the epoch); undefined where none fits.
 *
 * In this order: the client is done as early as possible; one person does the whole visit where one can; who is
 * already in the visit goes on; then the preference, or without one the order of the candidates. Rooms and devices of
 * the visit are used again before others are taken.
 */
export function assign(
  plan: ChainPlan,
  startSlot: number,
  preference?: StaffPreference,
): Assignment | undefined {
  const layout = shortestLayout(plan, startSlot - plan.window.originSlot);
  if (layout === undefined) return undefined;
  return new Assigner(plan, layout, preference).assignment();
}

/** What one service gets: a person per staff need, a room per room need, a device per device need. */
interface Picks {
  readonly staff: readonly ResourceId[];
  readonly rooms: readonly ResourceId[];
  readonly devices: readonly ResourceId[];
}

class Assigner {
  private readonly inVisit: ResourceId[] = [];
  private readonly ranks: ReadonlyMap<ResourceId, number> | undefined;

  constructor(
    private readonly plan: ChainPlan,
    private readonly layout: Layout,
    private readonly preference: StaffPreference | undefined,
  ) {
    this.ranks = Array.isArray(preference) ? ranksOf(preference) : undefined;
  }

  assignment(): Assignment {
    const origin = this.plan.window.originSlot;
    const forAll = this.personForAll();
    if (forAll !== undefined) this.inVisit.push(forAll);
    const services = this.plan.services.map((service, index) => {
      const start = this.layout.starts[index] ?? 0;
      const staff = service.staff.map((need) => this.pickStaff(need, index, start));
      const rooms = service.rooms.map((need) => this.pick(need.able.filter(freeAt(start))));
      const devices = this.layout.devices[index] ?? [];
      return serviceAssignment(service, start + origin, { staff, rooms, devices });
    });
    const startSlot = (this.layout.starts[0] ?? 0) + origin;
    return { startSlot, endSlot: this.layout.endSlot + origin, services };
  }

  /** The preferred one among those who can do every hands-on minute of the visit. */
  private personForAll(): ResourceId | undefined {
    const needs = this.plan.services.flatMap((service, index) =>
      service.staff.map((need) => ({ need, index, start: this.layout.starts[index] ?? 0 })),
    );
    const first = needs[0];
    if (first === undefined || needs.length === 1) return undefined;
    const able = first.need.able.filter(({ id }) =>
      needs.every(({ need, start }) =>
        need.able.some((other) => other.id === id && hasSlot(other.starts, start)),
      ),
    );
    return this.ordered(able, first.need, first.index, first.start)[0];
  }

  private pickStaff(need: PlannedNeed, serviceIndex: number, start: number): ResourceId {
    const free = need.able.filter(freeAt(start));
    return this.pick(this.ordered(free, need, serviceIndex, start).map((id) => ({ id })));
  }

  /** The first that the visit already has, or else the first. */
  private pick(free: readonly { readonly id: ResourceId }[]): ResourceId {
    const chosen = free.find(({ id }) => this.inVisit.includes(id)) ?? free[0];
    if (chosen === undefined) throw new Error('the layout promised a free resource');
    if (!this.inVisit.includes(chosen.id)) this.inVisit.push(chosen.id);
    return chosen.id;
  }

  private ordered(
    free: readonly { readonly id: ResourceId }[],
    need: PlannedNeed,
    serviceIndex: number,
    start: number,
  ): readonly ResourceId[] {
    const ids = free.map(({ id }) => id);
    if (ids.length < 2 || this.preference === undefined) return ids;
    if (typeof this.preference === 'function') {
      const startSlot = start + this.plan.window.originSlot;
      const ranked = this.preference(ids, { serviceIndex, roleKey: need.roleKey, startSlot });
      return ranked.filter((id) => ids.includes(id));
    }
    const rank = (id: ResourceId) => this.ranks?.get(id) ?? Infinity;
    return ids.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  }
}

function freeAt(start: number) {
  return (resource: PlannedNeed['able'][number]) => hasSlot(resource.starts, start);
}

const RANKS = new WeakMap<readonly ResourceId[], ReadonlyMap<ResourceId, number>>();

/** A ranking serves all starts of a request, so its map is made once. */
function ranksOf(list: readonly ResourceId[]): ReadonlyMap<ResourceId, number> {
  let ranks = RANKS.get(list);
  if (ranks === undefined) {
    ranks = new Map(list.map((id, rank) => [id, rank]));
    RANKS.set(list, ranks);
  }
  return ranks;
}

function serviceAssignment(
  service: PlannedService,
  startSlot: number,
  picks: Picks,
): ServiceAssignment {
  const segments: SegmentAssignment[] = service.bounds.slice(0, -1).map((from, index) => {
    const staffId = pickedFor(service.staff, picks.staff, index);
    const deviceId = pickedFor(service.devices, picks.devices, index);
    const roomId = pickedFor(service.rooms, picks.rooms, index);
    return {
      startSlot: startSlot + from,
      endSlot: startSlot + (service.bounds[index + 1] ?? from),
      ...(staffId !== undefined && { staffId }),
      ...(deviceId !== undefined && { deviceId }),
      ...(roomId !== undefined && { roomId }),
    };
  });
  const main = service.rooms.findIndex((need) => need.segments.length === 0);
  const roomId = main < 0 ? undefined : picks.rooms[main];
  const endSlot = startSlot + service.slots;
  return { startSlot, endSlot, ...(roomId !== undefined && { roomId }), segments };
}

function pickedFor(
  needs: readonly PlannedNeed[],
  picks: readonly ResourceId[],
  segment: number,
): ResourceId | undefined {
  const index = needs.findIndex((need) => need.segments.includes(segment));
  return index < 0 ? undefined : picks[index];
}
