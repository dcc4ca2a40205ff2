import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { Assignment } from '../scheduling/index.js';
import { visitById, type VisitDetail } from './data/visit-reads.js';
import { bookableLeads, type StoreMeans } from './rules/visit-chain.js';
import { StoreSetups, type StoreSetup } from './store-setups.js';
import { TimeFinder } from './time-finder.js';
import { VisitPlanner } from './visit-planner.js';

/** Somebody who could take a person's part of a visit at the same time, with what the move asks for. */
export interface StandIn {
  /** Who would come in. */
  readonly name: string;
  /** For the move: who leads it then, and whose place she takes. */
  readonly staffId: string;
  readonly fromStaffId: string;
}

/** Finds who is able and free to take over from somebody without moving the visit, by the engine that books. */
@Injectable()
export class FindStandIns {
  constructor(
    private readonly setups: StoreSetups,
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @param who  is to be stood in for; who leads the visit unless told
   * @throws Refusal APPOINTMENT_NOT_FOUND, and what planning refuses, such as a service that is no more
   */
  async execute(by: Principal, id: string, who?: string): Promise<StandIn[]> {
    const visit = (await visitById(this.database, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const staffId = who ?? visit.items[0]?.staffId ?? '';
    const setup = (await this.setups.of(visit.storeId)) ?? refuse('STORE_NOT_FOUND');
    const ahead = visit.startsAt > this.clock.now();
    if (!ahead || !visit.allocations.some((part) => part.staffId === staffId)) return [];
    const leads = visit.items.some((item) => item.staffId === staffId);
    const candidates = leads ? ableLeads(setup, visit, staffId) : [visit.items[0]?.staffId ?? ''];
    const found: StandIn[] = [];
    for (const candidate of candidates) {
      const fromStaffId = leads ? staffId : candidate;
      const assignment = await this.#with(visit, fromStaffId, candidate);
      const newcomer = assignment && newcomerOf(assignment, visit, setup.means);
      if (newcomer) found.push({ name: newcomer, staffId: candidate, fromStaffId });
    }
    return found;
  }

  /** The visit at its time with one lead in place of another; undefined where that does not fit. */
  async #with(visit: VisitDetail, from: string, to: string): Promise<Assignment | undefined> {
    const services = visit.items.map(({ serviceId, staffId }) => ({
      ...{ serviceId, staffId: staffId === from ? to : staffId },
    }));
    const { storeId, customerId } = visit;
    const wish = { storeId, services, audience: 'staff', customerId } as const;
    return this.times.at(await this.planner.context(wish), visit.startsAt, visit.id);
  }
}

/** Who can lead all that she leads in the visit. */
function ableLeads({ means, services }: StoreSetup, visit: VisitDetail, staffId: string): string[] {
  const hers = visit.items.filter((item) => item.staffId === staffId);
  const able = hers.map(({ serviceId }) => {
    const service = services.get(serviceId);
    return new Set(
      service ? bookableLeads(means.members, service, 'staff').map(({ id }) => id) : [],
    );
  });
  return means.members
    .map(({ id }) => id)
    .filter((id) => id !== staffId && able.every((ids) => ids.has(id)));
}

/** The name of somebody in the plan who is not in the visit now. */
function newcomerOf(assignment: Assignment, visit: VisitDetail, means: StoreMeans) {
  const now = new Set(visit.allocations.map((part) => part.resourceId));
  const planned = assignment.services.flatMap(({ segments }) =>
    segments.flatMap(({ staffId }) => staffId ?? []),
  );
  const id = planned.find((resourceId) => !now.has(resourceId));
  return means.resources.find((resource) => resource.id === id)?.name;
}
