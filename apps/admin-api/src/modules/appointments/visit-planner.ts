import { Injectable } from '@nestjs/common';
import type { ServiceDefinition } from '../catalog/index.js';
import {
  assign,
  fairOrder,
  gapRule,
  loadWindow,
  planChain,
  slotAt,
  slotNotBefore,
  slotsFor,
  startsOn,
  type Assignment,
  type Chain,
  type ChainPlan,
  type LastGiven,
  type StartQuery,
} from '../scheduling/index.js';
import { lastDayToTreat } from '../staff/index.js';
import type { Store } from '../stores/index.js';
import { TurnBook, byTurn } from '../turns/index.js';
import { Clock, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lastGiven } from './data/given-visits.js';
import { visitsAhead } from './data/turns-ahead.js';
import { daysOf, type DayLook } from './rules/store-days.js';
import {
  bookableLeads,
  visitChain,
  type Audience,
  type StoreMeans,
  type WantedService,
} from './rules/visit-chain.js';
import { MemberTimes, NOTHING_RESERVED, type ReservedTimes } from './member-times.js';
import { StoreSetups, type StoreSetup } from './store-setups.js';
import { VisitCaps } from './visit-caps.js';

/** Minutes into the past that the desk may still write down a walk-in. */
const DESK_LOOKS_BACK_MINUTES = 60;

/** What somebody wants: services in order, each with a person or with nobody in particular. */
export interface VisitWish {
  readonly storeId: string;
  readonly services: readonly {
    readonly serviceId: string;
    readonly staffId?: string;
    /** The session that covers it: id of a package's item, or `auto`. */
    readonly useSession?: string;
  }[];
  readonly audience: Audience;
  /** Whose visit it is to be: her tier may let her book further ahead. */
  readonly customerId?: string | undefined;
  /** Of staff only: goes beyond what a day takes. */
  readonly beyondCaps?: boolean | undefined;
}

/** A wish with everything of the store that it touches. */
export interface VisitContext {
  readonly setup: StoreSetup;
  readonly store: Store;
  readonly wanted: readonly WantedService[];
  readonly means: StoreMeans;
  readonly audience: Audience;
  readonly customerId: string | undefined;
  readonly chain: Chain;
  readonly beyondCaps: boolean;
}

/** Some days of a store seen with one wish in mind. */
export interface Look {
  readonly plan: ChainPlan;
  readonly days: readonly DayLook[];
  /** Nothing starts before this slot (lead time, or just the present for staff). */
  readonly earliestSlot: number;
  /** First slot that cannot be booked yet. */
  readonly horizonSlot: number | undefined;
  /** Starts that are kept for members of some tiers; nothing for staff. */
  readonly reserved: ReservedTimes;
  readonly stepSlots: number;
  /** When each resource was last given a client who asked for nobody. */
  readonly given: LastGiven;
  /** Resources in the order of today's queue, where the store keeps one and today is looked at. */
  readonly turns?: { readonly date: string; readonly order: readonly string[] } | undefined;
}

/** Finds times, people and places for a visit; decides nothing and holds nothing. */
@Injectable()
export class VisitPlanner {
  constructor(
    private readonly setups: StoreSetups,
    private readonly members: MemberTimes,
    private readonly turnBook: TurnBook,
    private readonly caps: VisitCaps,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Collects what a wish touches.
   * @throws Refusal STORE_NOT_FOUND, STORE_CLOSED, SERVICE_NOT_FOUND, NOT_BOOKABLE_ONLINE, STAFF_NOT_AVAILABLE
   */
  async context(wish: VisitWish): Promise<VisitContext> {
    const { storeId, audience, customerId } = wish;
    const setup = (await this.setups.of(storeId)) ?? refuse('STORE_NOT_FOUND');
    const { store, means, services } = setup;
    if (store.state !== 'open' && audience === 'client') return refuse('STORE_CLOSED');
    const wanted = wish.services.map(({ serviceId, staffId }) => {
      const definition = services.get(serviceId);
      if (!definition) return refuse('SERVICE_NOT_FOUND');
      if (audience === 'client' && !definition.onlineBookable) return refuse('NOT_BOOKABLE_ONLINE');
      const able = bookableLeads(means.members, definition, audience);
      if (staffId && !able.some((member) => member.id === staffId)) {
        return refuse('STAFF_NOT_AVAILABLE');
      }
      return { definition, staffId };
    });
    const chain = visitChain(wanted, means, audience, store.settings.maxWaitMinutes);
    const beyondCaps = audience === 'staff' && wish.beyondCaps === true;
    return { setup, store, wanted, means, audience, customerId, chain, beyondCaps };
  }

  /**
   * Loads some days of the store with two range reads, and two more where days take no more than so much, and works the
   * wish out over them.
   */
  async look(
    context: VisitContext,
    fromDate: string,
    dayCount: number,
    except?: string,
  ): Promise<Look> {
    const { store, means } = context;
    const { timeZone: zone, settings } = store;
    const days = daysOf(context.setup, fromDate, dayCount);
    const originSlot = slotAt(instantOf(fromDate, 0, zone).getTime());
    const endSlot = Math.max(
      slotAt(instantOf(addDays(fromDate, dayCount), 0, zone).getTime()),
      ...days.map((day) => day.to),
    );
    const serviceIds = context.wanted.map(({ definition }) => definition.id);
    const [given, capped] = await Promise.all([
      this.#given(context),
      context.beyondCaps ? undefined : this.caps.facts(context.setup, serviceIds, days, except),
    ]);
    const window = await loadWindow(this.database, {
      ...capped,
      storeId: store.id,
      resources: means.resources,
      originSlot,
      slotCount: endSlot - originSlot,
      storeHours: days
        .filter((d) => d.to > d.from)
        .map((d) => ({ fromSlot: d.from, toSlot: d.to })),
      ends: certificateEnds(context.setup),
      except,
    });
    const now = this.clock.now();
    const forClient = context.audience === 'client';
    const lead = forClient ? settings.leadMinutes : -DESK_LOOKS_BACK_MINUTES;
    const { setup, customerId } = context;
    const [horizonSlot, reserved] = forClient
      ? await Promise.all([
          this.members.horizonSlot(setup, customerId, days, now),
          this.members.reserved(setup, customerId, days, now),
        ])
      : [undefined, NOTHING_RESERVED];
    return {
      plan: planChain(window, context.chain),
      days,
      earliestSlot: slotNotBefore(now.getTime() + lead * 60_000),
      horizonSlot,
      reserved,
      stepSlots: slotsFor(settings.slotStepMinutes),
      given,
      turns: await this.#turns(context, days, now, except),
    };
  }

  /** Who was given such a client when; asked only where somebody may be chosen. */
  async #given({ store, means, wanted }: VisitContext): Promise<LastGiven> {
    if (wanted.every(({ staffId }) => staffId !== undefined)) return new Map();
    const byStaff = await lastGiven(this.database, store.id);
    const given = means.resources.flatMap(({ id, staffId }) => {
      const at = staffId === null ? undefined : byStaff.get(staffId);
      return at ? ([[id, at.getTime()]] as const) : [];
    });
    return new Map(given);
  }

  /** Who is next today; only a store that keeps turns is asked. */
  async #turns(
    { setup, store, means }: VisitContext,
    days: readonly DayLook[],
    now: Date,
    except: string | undefined,
  ): Promise<Look['turns']> {
    const today = localDate(now, store.timeZone);
    const day = days.find(({ date }) => date === today);
    if (!setup.keepsTurns || !day) return undefined;
    const [queue, ahead] = await Promise.all([
      this.turnBook.today(this.database, store),
      visitsAhead(this.database, store.id, day, except),
    ]);
    const resourceOf = new Map(means.resources.map(({ staffId, id }) => [staffId, id]));
    const order = byTurn(queue, ahead).flatMap((staffId) => resourceOf.get(staffId) ?? []);
    return { date: today, order };
  }

  /** The same stretch of time with another wish in mind; nothing is read again. */
  withChain(look: Look, chain: Chain): Look {
    return { ...look, plan: planChain(look.plan.window, chain) };
  }

  /** All starts of a day within lead time and horizon, each with the people it would have. */
  offers(look: Look, day: DayLook): Assignment[] {
    if (isBeyondHorizon(look, day)) return [];
    const starts = startsOn(look.plan, startQuery(look, day));
    const order = orderOf(look, day);
    return starts.flatMap((start) => assign(look.plan, start, order) ?? []);
  }

  /** Offers without those that leave a hole nobody can sell, unless nothing else is left. Clients see these. */
  tidyOffers(context: VisitContext, look: Look, day: DayLook): Assignment[] {
    const shortest = slotsFor(context.setup.shortestMinutes);
    return gapRule(look.plan, this.offers(look, day), shortest);
  }

  /** Who does the visit at exactly this start; undefined where it does not fit (any more). */
  assignmentAt(look: Look, day: DayLook, startSlot: number): Assignment | undefined {
    return assign(look.plan, startSlot, orderOf(look, day));
  }
}

/** From which slot on those who treat are not booked any more, where the store asks for certificates. */
function certificateEnds({ store, means, needsCertificate }: StoreSetup): Map<string, number> {
  const ends = new Map<string, number>();
  const resources = new Map(means.resources.map(({ staffId, id }) => [staffId, id]));
  for (const member of means.members) {
    const last = lastDayToTreat(member, needsCertificate);
    const resourceId = resources.get(member.id);
    if (last === null || resourceId === undefined) continue;
    const end = instantOf(addDays(last, 1), 0, store.timeZone);
    ends.set(resourceId, slotAt(end.getTime()));
  }
  return ends;
}

/** Who comes first when nobody is asked for: by turn, where that is kept, else as `fairOrder`. */
function orderOf({ plan, turns, given }: Look, { date, from, to }: DayLook): string[] {
  const fair = fairOrder(plan.window, date, from, to, given);
  if (turns?.date !== date) return fair;
  const inQueue = new Set(turns.order);
  return [...turns.order, ...fair.filter((id) => !inQueue.has(id))];
}

/** Which starts of a day a look asks for. */
export function startQuery(look: Look, { date, midnight, from, to }: DayLook): StartQuery {
  const { stepSlots, earliestSlot } = look;
  const reserved = look.reserved.byDate.get(date) ?? [];
  return { from, to, stepSlots, gridSlot: midnight, earliestSlot, reserved };
}

/** True for a day that cannot be booked yet. A night belongs to the day on which the store opened. */
export function isBeyondHorizon(look: Look, day: Pick<DayLook, 'from'>): boolean {
  return look.horizonSlot !== undefined && day.from >= look.horizonSlot;
}

/** The definitions of a wish, in its order. */
export function definitionsOf(context: VisitContext): ServiceDefinition[] {
  return context.wanted.map((wanted) => wanted.definition);
}
