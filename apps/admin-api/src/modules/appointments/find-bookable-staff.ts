import { Injectable } from '@nestjs/common';
import { membersOfStore, type StaffMember } from '../staff/index.js';
import { slotStart, startsOn } from '../scheduling/index.js';
import { storeById } from '../stores/index.js';
import { Clock, localDate, toRfc3339 } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { bookableLeads, visitChain } from './rules/visit-chain.js';
import {
  VisitPlanner,
  isBeyondHorizon,
  startQuery,
  type Look,
  type VisitContext,
} from './visit-planner.js';

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
    if (serviceId === undefined) {
      const [store, members] = await Promise.all([
        storeById(this.database, storeId),
        membersOfStore(this.database, storeId),
      ]);
      if (!store) return refuse('STORE_NOT_FOUND');
      const online = members.filter((member) => member.onlineBookable);
      return online.map((member) => ({ member, nextFreeAt: null }));
    }
    const wish = { storeId, services: [{ serviceId }], audience: 'client' as const };
    const context = await this.planner.context(wish);
    const today = localDate(this.clock.now(), context.store.timeZone);
    const look = await this.planner.look(context, today, LOOK_AHEAD_DAYS);
    const able = context.wanted.flatMap(({ definition }) =>
      bookableLeads(context.means.members, definition, 'client'),
    );
    return able.map((member) => ({ member, nextFreeAt: this.#nextFree(context, look, member.id) }));
  }

  #nextFree(context: VisitContext, look: Look, staffId: string): string | null {
    const wanted = context.wanted.map(({ definition }) => ({ definition, staffId }));
    const wait = context.store.settings.maxWaitMinutes;
    const chain = visitChain(wanted, context.means, 'client', wait);
    const hers = this.planner.withChain(look, chain);
    for (const day of hers.days) {
      if (isBeyondHorizon(hers, day)) return null;
      const [first] = startsOn(hers.plan, startQuery(hers, day));
      if (first !== undefined) {
        return toRfc3339(new Date(slotStart(first)), context.store.timeZone);
      }
    }
    return null;
  }
}
