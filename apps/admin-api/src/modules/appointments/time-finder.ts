import { Injectable } from '@nestjs/common';
import {
  Clock,
  addDays,
  instantOf,
  localDate,
  spokenTime,
  toRfc3339,
} from '../../platform/clock/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import {
  dayReason,
  nearestAlternatives,
  slotAt,
  slotStart,
  startsOn,
  type Assignment,
  type DayReason,
} from '../scheduling/index.js';
import { reservedWords, type Reserved } from './rules/peak-times.js';
import type { DayLook } from './rules/store-days.js';
import { leadsOf, type OfferedLead } from './rules/visit-plan.js';
import {
  VisitPlanner,
  isBeyondHorizon,
  startQuery,
  type Look,
  type VisitContext,
} from './visit-planner.js';

const SLOT_MS = slotStart(1);
/** How many other times a refused booking is told of, and how many days are searched for them. */
const ALTERNATIVES = 4;
const ALTERNATIVE_DAYS = 3;

/** A time that can be booked, with the person each service would have. Instants in the store's offset. */
export interface OfferedTime {
  readonly start: string;
  readonly end: string;
  readonly staff: OfferedLead[];
}

/** A day as the phone shows it. */
export interface OfferedDay {
  readonly date: string;
  readonly reason?: DayReason;
  readonly times: OfferedTime[];
  /** Starts within opening hours that cannot be had, so that the grid can show them greyed. */
  readonly unavailable: string[];
  /** Starts that are kept for members of some tiers, and not for her; absent where there are none. */
  readonly reserved?: ReservedSpan[];
}

/** A stretch of starts that is kept. Instants in the store's offset. */
export interface ReservedSpan {
  readonly from: string;
  readonly to: string;
  /** From when on they are everybody's. */
  readonly opensAt: string;
  /** Why, in a sentence. */
  readonly words: string;
}

/** Free times of a wish, and what to offer instead of one that is gone. */
@Injectable()
export class TimeFinder {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly clock: Clock,
  ) {}

  /**
   * What can be booked on each of some days; staff see all times, clients those that leave no unsellable hole.
   * @param except a visit whose own slots count as free
   */
  async days(
    context: VisitContext,
    fromDate: string,
    count: number,
    except?: string,
  ): Promise<OfferedDay[]> {
    const look = await this.planner.look(context, fromDate, count, except);
    const write = writerOf(context);
    return look.days.map((day) => {
      const offers =
        context.audience === 'client'
          ? this.planner.tidyOffers(context, look, day)
          : this.planner.offers(look, day);
      return offeredDay(look, day, offers, write);
    });
  }

  /**
   * The people and places for exactly this start; undefined where it is taken.
   * @throws Refusal INVALID_INPUT for a start off the grid, TOO_SOON, BEYOND_HORIZON, PEAK_RESERVED
   *   with `alternatives`
   */
  async at(context: VisitContext, start: Date, except?: string): Promise<Assignment | undefined> {
    const slot = slotAt(start.getTime());
    const date = localDate(start, context.store.timeZone);
    const look = await this.#around(context, date, except);
    const day = look.days.find((each) => slot >= each.from && slot < each.to);
    const midnight = day?.midnight ?? slotAt(instantOf(date, 0, context.store.timeZone).getTime());
    this.#requireGrid(context, look, slot - midnight, start);
    if (slot < look.earliestSlot) return refuse('TOO_SOON');
    if (isBeyondHorizon(look, day ?? { from: slot })) return refuse('BEYOND_HORIZON');
    const kept = day && reservedAt(look, day, slot);
    if (kept) return this.#refuseReserved(context, look, kept, { start, except });
    return day && this.planner.assignmentAt(look, day, slot);
  }

  /**
   * Says that a start cannot be had and names the nearest other times.
   * @throws Refusal DAY_FULL where the day takes no more of a service, STAFF_DAY_FULL where it takes no more visits of
   *   those who were asked for or could do it, else SLOT_TAKEN; all with `alternatives`
   */
  async refuseTaken(context: VisitContext, start: Date, except?: string): Promise<never> {
    const alternatives = await this.alternatives(context, start, except);
    return refuse(await this.#whyTaken(context, start, except), { extras: { alternatives } });
  }

  async #whyTaken(context: VisitContext, start: Date, except?: string) {
    if (context.beyondCaps || context.setup.caps.length === 0) return 'SLOT_TAKEN';
    const slot = slotAt(start.getTime());
    const { plan } = await this.#around(context, localDate(start, context.store.timeZone), except);
    const isFull = plan.fullDays.some(({ fromSlot, toSlot }) => fromSlot <= slot && slot < toSlot);
    if (isFull) return 'DAY_FULL';
    const regardless = await this.at({ ...context, beyondCaps: true }, start, except);
    return regardless ? 'STAFF_DAY_FULL' : 'SLOT_TAKEN';
  }

  async #refuseReserved(
    context: VisitContext,
    look: Look,
    { opensAt }: Reserved,
    wanted: { readonly start: Date; readonly except: string | undefined },
  ): Promise<never> {
    const when = spokenTime(opensAt, context.store.timeZone);
    const alternatives = await this.alternatives(context, wanted.start, wanted.except);
    const detail = reservedWords(look.reserved.tierNames, when);
    return refuse('PEAK_RESERVED', { detail, extras: { alternatives } });
  }

  /** A start after midnight may belong to the night of the day before. */
  #around(context: VisitContext, date: string, except: string | undefined): Promise<Look> {
    return this.planner.look(context, addDays(date, -1), 2, except);
  }

  #requireGrid(context: VisitContext, look: Look, sinceMidnight: number, start: Date): void {
    const step = context.audience === 'client' ? look.stepSlots : 1;
    if (sinceMidnight % step !== 0 || start.getTime() % SLOT_MS !== 0) {
      refuseField('start', '请从可选的时间里选一个');
    }
  }

  /** The nearest other times, on the wanted day first. */
  async alternatives(context: VisitContext, wanted: Date, except?: string): Promise<OfferedTime[]> {
    const zone = context.store.timeZone;
    const today = localDate(this.clock.now(), zone);
    const asked = localDate(wanted, zone);
    const look = await this.planner.look(
      context,
      asked < today ? today : asked,
      ALTERNATIVE_DAYS,
      except,
    );
    const write = writerOf(context);
    for (const day of look.days) {
      if (isBeyondHorizon(look, day)) break;
      // A client is told only of times that her calendar shows too, or she could not choose them there.
      const starts =
        context.audience === 'client'
          ? this.planner.tidyOffers(context, look, day).map((offer) => offer.startSlot)
          : startsOn(look.plan, startQuery(look, day));
      const nearest = nearestAlternatives(starts, slotAt(wanted.getTime()), ALTERNATIVES);
      const offers = nearest.flatMap((slot) => this.planner.assignmentAt(look, day, slot) ?? []);
      if (offers.length > 0) return offers.map((offer) => write.offer(offer));
    }
    return [];
  }
}

/** Writes down times and offers of one wish. */
interface Writer {
  time(slot: number): string;
  /** As people say it. */
  spoken(instant: Date): string;
  offer(assignment: Assignment): OfferedTime;
}

function writerOf({ store, wanted, means }: VisitContext): Writer {
  const zone = store.timeZone;
  const staff = leadsOf(wanted, means);
  // The end of one offer is the start of another.
  const written = new Map<number, string>();
  const time = (slot: number): string => {
    const known = written.get(slot);
    if (known !== undefined) return known;
    const text = toRfc3339(new Date(slotStart(slot)), zone);
    written.set(slot, text);
    return text;
  };
  return {
    time,
    spoken: (instant) => spokenTime(instant, zone),
    offer: (each) => ({ start: time(each.startSlot), end: time(each.endSlot), staff: staff(each) }),
  };
}

/** What is kept of a start, if it is. */
function reservedAt(look: Look, { date }: DayLook, slot: number): Reserved | undefined {
  const kept = look.reserved.byDate.get(date) ?? [];
  return kept.find(({ fromSlot, toSlot }) => fromSlot <= slot && slot < toSlot);
}

/** What of a day is kept within opening hours, told to her. */
function reservedIn(look: Look, day: DayLook, write: Writer): ReservedSpan[] | undefined {
  const kept = look.reserved.byDate.get(day.date) ?? [];
  if (kept.length === 0 || isBeyondHorizon(look, day)) return undefined;
  const spans = kept.flatMap(({ fromSlot, toSlot, opensAt }) => {
    const [from, to] = [Math.max(fromSlot, day.from), Math.min(toSlot, day.to)];
    if (from >= to) return [];
    const words = reservedWords(look.reserved.tierNames, write.spoken(opensAt));
    const opens = write.time(slotAt(opensAt.getTime()));
    return [{ from: write.time(from), to: write.time(to), opensAt: opens, words }];
  });
  return spans.length > 0 ? spans : undefined;
}

function offeredDay(
  look: Look,
  day: DayLook,
  offers: readonly Assignment[],
  write: Writer,
): OfferedDay {
  const times = offers.map((offer) => write.offer(offer));
  const unavailable: string[] = [];
  const { midnight, from, to } = day;
  const first = midnight + Math.ceil((from - midnight) / look.stepSlots) * look.stepSlots;
  // Offers come in the order of their starts.
  let next = 0;
  for (let slot = first; slot < to; slot += look.stepSlots) {
    while ((offers[next]?.startSlot ?? Infinity) < slot) next += 1;
    if (offers[next]?.startSlot !== slot) unavailable.push(write.time(slot));
  }
  const why = { ...startQuery(look, day), horizonSlot: look.horizonSlot };
  const reserved = reservedIn(look, day, write);
  const reason = times.length === 0 ? { reason: dayReason(look.plan, why) } : {};
  return { date: day.date, ...reason, times, unavailable, ...(reserved && { reserved }) };
}
