import { Injectable } from '@nestjs/common';
import { slotAt, slotStart, type DayLimit, type ResourceInterval } from '../scheduling/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { bookedOf, lockDay, writeDay, type CapKind, type DailyCap } from './data/daily-caps.js';
import type { BeyondCaps, VisitPlan } from './data/visit.js';
import { capKey, countsOf, leftOfDays, type DayLeft } from './rules/day-caps.js';
import { dayAt, type DayLook } from './rules/store-days.js';
import type { StoreSetup } from './store-setups.js';

/** A day takes no more of this; the booking looks again, which then offers another person or another day. */
export class DayIsFull extends Error {
  constructor(readonly cap: DailyCap) {
    super(`the day takes no more of ${cap.kind} ${cap.subjectId}`);
  }
}

/** What the engine has to know of daily caps. */
export interface CapFacts {
  readonly fullDays: readonly ResourceInterval[];
  readonly dayLimits: readonly DayLimit[];
}

const NO_CAPS: CapFacts = { fullDays: [], dayLimits: [] };

/** A visit where it is, or shall be. */
type Placed = Pick<VisitPlan, 'startsAt' | 'items' | 'allocations'>;

/** Keeps days from taking more of a service or of a person's visits than the store decided. */
@Injectable()
export class VisitCaps {
  constructor(private readonly database: Database) {}

  /**
   * What some days still take; a store without caps is asked nothing.
   * @param serviceIds of the visit that is wanted
   * @param except a visit that is about to move
   */
  async facts(
    setup: StoreSetup,
    serviceIds: readonly string[],
    days: readonly DayLook[],
    except?: string,
  ): Promise<CapFacts> {
    const wanted = setup.caps.filter(
      ({ kind, subjectId }) => kind === 'staff' || serviceIds.includes(subjectId),
    );
    const open = days.filter(({ from, to }) => to > from);
    if (wanted.length === 0 || open.length === 0) return NO_CAPS;
    const [services, people] = await Promise.all([
      this.#left(setup, 'service', wanted, open, except),
      this.#left(setup, 'staff', wanted, open, except),
    ]);
    const resourceOf = new Map(setup.means.resources.map(({ staffId, id }) => [staffId, id]));
    return {
      dayLimits: services.map(({ cap, day, left }) => ({
        ...{ key: cap.subjectId, fromSlot: day.from, toSlot: day.to, left },
      })),
      fullDays: people.flatMap(({ cap, day, left }) => {
        const resourceId = resourceOf.get(cap.subjectId);
        if (resourceId === undefined || left > 0) return [];
        return [{ resourceId, fromSlot: day.from, toSlot: day.to }];
      }),
    };
  }

  async #left(
    { store }: StoreSetup,
    kind: CapKind,
    caps: readonly DailyCap[],
    days: readonly DayLook[],
    except: string | undefined,
  ): Promise<DayLeft[]> {
    const own = caps.filter((cap) => cap.kind === kind);
    const ids = own.map(({ subjectId }) => subjectId);
    const starts = startsIn(days);
    const booked = await bookedOf(this.database, store.id, kind, ids, starts, except);
    const placed = booked.map((each) => ({ ...each, slot: slotAt(each.startsAt.getTime()) }));
    return leftOfDays(own, days, placed);
  }

  /**
   * Counts a visit that was just written into its day. The rows of the day are held until the commit, so of two that
   * want the last place the second counts the first.
   * @param before where it was, when it moves: a place that it had already is not refused to it
   * @param beyond the desk said yes to more than the cap
   * @returns the caps that are exceeded by it; only with `beyond`
   * @throws DayIsFull
   */
  async count(
    tx: Tx,
    setup: StoreSetup,
    visit: Placed,
    { before, beyond = false }: { readonly before?: Placed; readonly beyond?: boolean } = {},
  ): Promise<DailyCap[]> {
    const day = dayAt(setup, visit.startsAt);
    if (setup.caps.length === 0 || !day) return [];
    const staffOf = new Map(setup.means.resources.map(({ id, staffId }) => [id, staffId]));
    const wanted = countsOf(visit, staffOf);
    const isSameDay = before && dayAt(setup, before.startsAt)?.date === day.date;
    const had = isSameDay ? countsOf(before, staffOf) : new Map<string, number>();
    const exceeded: DailyCap[] = [];
    // The caps come sorted, so two bookings hold the rows of a day in the same order.
    for (const cap of setup.caps) {
      const key = capKey(cap.kind, cap.subjectId);
      const times = wanted.get(key) ?? 0;
      if (times === 0) continue;
      const used = await this.#used(tx, setup, cap, day);
      const isOver = used > cap.most && times > (had.get(key) ?? 0);
      if (isOver && !beyond) throw new DayIsFull(cap);
      if (isOver) exceeded.push(cap);
      const most = Math.max(cap.most, used);
      await writeDay(tx, dayOf(setup, cap, day), { used, most });
    }
    return exceeded;
  }

  async #used(tx: Tx, setup: StoreSetup, cap: DailyCap, day: DayLook): Promise<number> {
    await lockDay(tx, dayOf(setup, cap, day));
    const ids = [cap.subjectId];
    const booked = await bookedOf(tx, setup.store.id, cap.kind, ids, startsIn([day]));
    return booked.reduce((sum, { times }) => sum + times, 0);
  }
}

/** How the history of a visit names what the desk went beyond; nothing where it did not. */
export function beyondCaps(
  { services, means }: StoreSetup,
  exceeded: readonly DailyCap[],
): BeyondCaps | undefined {
  if (exceeded.length === 0) return undefined;
  const nameOf = ({ kind, subjectId }: DailyCap): string =>
    (kind === 'service'
      ? services.get(subjectId)?.name
      : means.members.find(({ id }) => id === subjectId)?.displayName) ?? '';
  return { beyond: exceeded.map((cap) => `${nameOf(cap)}（每天 ${cap.most}）`) };
}

const dayOf = ({ store }: StoreSetup, { kind, subjectId }: DailyCap, { date }: DayLook) => ({
  ...{ storeId: store.id, kind, subjectId, date },
});

/** The instants between the first opening and the last closing of some days. */
function startsIn(days: readonly DayLook[]) {
  const from = Math.min(...days.map((day) => day.from));
  const to = Math.max(...days.map((day) => day.to));
  return { from: new Date(slotStart(from)), to: new Date(slotStart(to)) };
}
