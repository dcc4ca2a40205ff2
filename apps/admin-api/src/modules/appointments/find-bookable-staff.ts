import { Injectable } from '@nestjs/common';
import { servicesForBooking } from '../catalog/index.js';
import { membersOfStore, type StaffMember } from '../staff/index.js';
import { slotStart } from '../scheduling/index.js';
import { Clock, localDate, toRfc3339 } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { bookableLeads } from './rules/visit-chain.js';
import { VisitPlanner } from './visit-planner.js';

const LOOK_AHEAD_DAYS = 7;

/** A person a client can ask for, with her next free start. */
export interface BookableStaff {
  readonly member: StaffMember;
  readonly nextFreeAt: string | null;
}

/** Whom a client can ask for in a store, and when each is next free for a service. */
@Injectable()
export class FindBookableStaff {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal SERVICE_NOT_FOUND, STORE_NOT_FOUND, NOT_BOOKABLE_ONLINE, STORE_CLOSED */
  async execute(storeId: string, serviceId: string | undefined): Promise<BookableStaff[]> {
    const members = await membersOfStore(this.database, storeId);
    if (serviceId === undefined) {
      const online = members.filter((member) => member.onlineBookable);
      return online.map((member) => ({ member, nextFreeAt: null }));
    }
    const [service] = await servicesForBooking(this.database, [serviceId], storeId);
    if (!service) return refuse('SERVICE_NOT_FOUND');
    const able = bookableLeads(members, service, 'client');
    return Promise.all(
      able.map(async (member) => ({
        member,
        nextFreeAt: await this.#nextFree(storeId, serviceId, member.id),
      })),
    );
  }

  async #nextFree(storeId: string, serviceId: string, staffId: string): Promise<string | null> {
    const wish = { storeId, services: [{ serviceId, staffId }], audience: 'client' as const };
    const context = await this.planner.context(wish);
    const zone = context.store.timeZone;
    const today = localDate(this.clock.now(), zone);
    const look = await this.planner.look(context, today, LOOK_AHEAD_DAYS);
    for (const day of look.days) {
      const [first] = this.planner.offers(look, day);
      if (first) return toRfc3339(new Date(slotStart(first.startSlot)), zone);
    }
    return null;
  }
}
