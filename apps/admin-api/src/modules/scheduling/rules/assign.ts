import { hasSlot } from './bitmap.js';
import type {
  Assignment,
  RankStaff,
  ResourceId,
  SegmentAssignment,
  ServiceAssignment,
  StaffPreference,
} from './availability-types.js';
import type { Layout } from './layout.js';
import type { ChainPlan, Soloist } from './plan.js';
import type { PlannedNeed, PlannedService } from './planned-service.js';

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
  const layout = plan.layouts.shortest(startSlot - plan.window.originSlot);
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
      const rooms = service.rooms.map((need) => this.keep(this.pick(need, start, undefined)));
      const devices = this.layout.devices[index] ?? [];
      return serviceAssignment(service, start + origin, { staff, rooms, devices });
    });
    const startSlot = (this.layout.starts[0] ?? 0) + origin;
    return { startSlot, endSlot: this.layout.endSlot + origin, services };
  }

  /** The preferred one among those who can do every hands-on minute of the visit. */
  private personForAll(): ResourceId | undefined {
    const able = this.plan.soloists.filter(({ starts }) =>
      starts.every((bitmap, index) => !bitmap || hasSlot(bitmap, this.layout.starts[index] ?? 0)),
    );
    if (able.length < 2) return able[0]?.id;
    if (typeof this.preference !== 'function') return this.best(able);
    const index = this.plan.services.findIndex((service) => service.staff.length > 0);
    const need = this.plan.services[index]?.staff[0];
    return need && this.asked(this.preference, able, need, index)[0];
  }

  private pickStaff(need: PlannedNeed, serviceIndex: number, start: number): ResourceId {
    if (typeof this.preference !== 'function') {
      return this.keep(this.pick(need, start, this.ranks));
    }
    const free = need.able.filter(({ starts }) => hasSlot(starts, start));
    const ids = this.asked(this.preference, free, need, serviceIndex);
    return this.keep(ids.find((id) => this.inVisit.includes(id)) ?? ids[0]);
  }

  /** Of those who are free, one that the visit already has, or else the best ranked. */
  private pick(
    need: PlannedNeed,
    start: number,
    ranks: ReadonlyMap<ResourceId, number> | undefined,
  ): ResourceId | undefined {
    let chosen: ResourceId | undefined;
    let chosenRank = Infinity;
    for (const { id, starts } of need.able) {
      if (!hasSlot(starts, start)) continue;
      if (this.inVisit.includes(id)) return id;
      const rank = ranks?.get(id) ?? Infinity;
      if (chosen !== undefined && rank >= chosenRank) continue;
      chosen = id;
      chosenRank = rank;
    }
    return chosen;
  }

  private best(able: readonly Soloist[]): ResourceId | undefined {
    const rank = ({ id }: Soloist) => this.ranks?.get(id) ?? Infinity;
    return able.reduce((best, other) => (rank(other) < rank(best) ? other : best), able[0]!).id;
  }

  private asked(
    prefer: RankStaff,
    free: readonly { readonly id: ResourceId }[],
    need: PlannedNeed,
    serviceIndex: number,
  ): readonly ResourceId[] {
    const ids = free.map(({ id }) => id);
    const startSlot = (this.layout.starts[serviceIndex] ?? 0) + this.plan.window.originSlot;
    const ranked = prefer(ids, { serviceIndex, roleKey: need.roleKey, startSlot });
    // A ranking may only order: whom it adds cannot be taken, whom it forgets comes last.
    return [
      ...ranked.filter((id) => ids.includes(id)),
      ...ids.filter((id) => !ranked.includes(id)),
    ];
  }

  private keep(chosen: ResourceId | undefined): ResourceId {
    if (chosen === undefined) throw new Error('the layout promised a free resource');
    if (!this.inVisit.includes(chosen)) this.inVisit.push(chosen);
    return chosen;
  }
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
  const segments: SegmentAssignment[] = [];
  for (let index = 0; index + 1 < service.bounds.length; index += 1) {
    segments.push({
      startSlot: startSlot + (service.bounds[index] ?? 0),
      endSlot: startSlot + (service.bounds[index + 1] ?? 0),
      staffId: pickedFor(service.staff, picks.staff, index),
      deviceId: pickedFor(service.devices, picks.devices, index),
      roomId: pickedFor(service.rooms, picks.rooms, index),
    });
  }
  const main = service.rooms.findIndex((need) => need.segments.length === 0);
  const roomId = main < 0 ? undefined : picks.rooms[main];
  return { startSlot, endSlot: startSlot + service.slots, roomId, segments };
}

function pickedFor(
  needs: readonly PlannedNeed[],
  picks: readonly ResourceId[],
  segment: number,
): ResourceId | undefined {
  for (let index = 0; index < needs.length; index += 1) {
    if (needs[index]?.segments.includes(segment)) return picks[index];
  }
  return undefined;
}
