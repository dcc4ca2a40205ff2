import { Injectable } from '@nestjs/common';
import { groupBy } from '../../platform/collections/index.js';
import {
  Clock,
  addDays,
  instantOf,
  localDate,
  type LocalDate,
} from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { resourcesOfStore } from './data/resources.js';
import { lockRosters, shiftsOfStaff, type Shift } from './data/shifts.js';
import { templatesOfStore } from './data/shift-templates.js';
import { clashingCells, hoursErrors, markOf, type DutyHours } from './rules/index.js';
import { exchangeShifts, spanOf } from './write-shifts.js';

/** A shift as a plan asks for it; `templateId` is the name that it carries. */
export interface WantedShift extends DutyHours {
  readonly templateId: string | null;
}

/** What a person's day in a store is to be; no shifts: a day off. */
export interface WantedDay {
  readonly staffId: string;
  readonly date: LocalDate;
  /** The mark of the day as it was on the screen; see `markOf`. */
  readonly seen: string;
  readonly shifts: readonly WantedShift[];
}

/**
 * Why a day of a plan stays as it is. `changed`: somebody else changed it since it was shown; `overlaps`: she would be
 * in two places at once; `past`: it is over; `not_here`: she does not work in this store.
 */
export type DayRefusal = 'changed' | 'overlaps' | 'past' | 'not_here';

export interface RefusedDay {
  readonly staffId: string;
  readonly date: LocalDate;
  readonly why: DayRefusal;
}

interface PlannedStore {
  readonly id: string;
  readonly timeZone: string;
}

interface PlannedDay extends WantedDay {
  readonly gone: readonly Shift[];
  readonly come: readonly Shift[];
}

/**
 * Changes days of a store's plan at once. Each day is changed as a whole or stays as it is, and then it is named with
 * the reason; the others are changed all the same.
 */
@Injectable()
export class ChangePlan {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal INVALID_INPUT naming the field, SHIFT_TEMPLATE_NOT_FOUND */
  async execute(tx: Tx, store: PlannedStore, wanted: readonly WantedDay[]): Promise<RefusedDay[]> {
    requireSound(wanted);
    await this.#requireTemplates(tx, store, wanted);
    const here = new Set((await resourcesOfStore(tx, store.id)).map(({ staffId }) => staffId));
    const people = [...new Set(wanted.map(({ staffId }) => staffId))].filter((id) => here.has(id));
    // From here on nobody else changes a shift of these people, in whatever store.
    await lockRosters(tx, people);
    const shifts = await shiftsOfStaff(tx, people, ...rangeOf(wanted, store.timeZone));
    const refused = new Map<PlannedDay, DayRefusal>();
    const days = wanted.map((day) => plannedDay(day, store, shifts));
    const today = localDate(this.clock.now(), store.timeZone);
    for (const day of days) {
      if (!here.has(day.staffId)) refused.set(day, 'not_here');
      else if (day.date < today) refused.set(day, 'past');
      else if (day.seen !== markOf(day.gone)) refused.set(day, 'changed');
    }
    const open = days.filter((day) => !refused.has(day) && markOf(day.come) !== markOf(day.gone));
    for (const day of clashing(open, shifts)) refused.set(day, 'overlaps');
    const done = open.filter((day) => !refused.has(day));
    await exchangeShifts(tx, {
      gone: done.flatMap(({ gone }) => gone),
      come: done.flatMap(({ come }) => come),
      now: this.clock.now(),
    });
    return [...refused].map(([{ staffId, date }, why]) => ({ staffId, date, why }));
  }

  async #requireTemplates(tx: Tx, store: PlannedStore, wanted: readonly WantedDay[]) {
    const named = wanted.flatMap(({ shifts }) => shifts.flatMap((each) => each.templateId ?? []));
    if (named.length === 0) return;
    const known = new Set((await templatesOfStore(tx, store.id)).map(({ id }) => id));
    if (named.some((id) => !known.has(id))) refuse('SHIFT_TEMPLATE_NOT_FOUND');
  }
}

function requireSound(wanted: readonly WantedDay[]): void {
  const fields = wanted.flatMap(({ shifts }, day) =>
    shifts.flatMap((shift, at) => hoursErrors(shift, `days.${day}.shifts.${at}`)),
  );
  const names = wanted.map(({ staffId, date }) => `${staffId} ${date}`);
  if (new Set(names).size < names.length)
    fields.push({ field: 'days', message: '同一个人的同一天只能改一次' });
  if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
}

/** All time that a change of these days can touch: a shift may run a day into the next. */
function rangeOf(wanted: readonly WantedDay[], zone: string): [from: Date, to: Date] {
  const dates = wanted.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a plan without days');
  return [instantOf(addDays(first, -1), 0, zone), instantOf(addDays(last, 3), 0, zone)];
}

function plannedDay(day: WantedDay, store: PlannedStore, shifts: readonly Shift[]): PlannedDay {
  const { staffId, date } = day;
  const at = (minute: number): Date => instantOf(date, minute, store.timeZone);
  const stretch = (each: { startMinute: number; endMinute: number }) => ({
    startsAt: at(each.startMinute),
    endsAt: at(each.endMinute),
  });
  return {
    ...day,
    gone: shifts.filter(
      (shift) =>
        shift.staffId === staffId && shift.storeId === store.id && shift.localDate === date,
    ),
    come: day.shifts.map((each) => ({
      ...{ id: newId(), staffId, storeId: store.id, localDate: date },
      ...{ templateId: each.templateId, ...stretch(each), breaks: each.breaks.map(stretch) },
    })),
  };
}

function clashing(days: readonly PlannedDay[], shifts: readonly Shift[]): PlannedDay[] {
  const changed = new Set(days.flatMap(({ gone }) => gone));
  const stays = groupBy(
    shifts.filter((shift) => !changed.has(shift)),
    ({ staffId }) => staffId,
  );
  const cells = days.map((day) => ({
    ...{ staffId: day.staffId, before: day.gone.map(spanOf), after: day.come.map(spanOf), day },
  }));
  const elsewhere = new Map([...stays].map(([id, hers]) => [id, hers.map(spanOf)]));
  const refused = clashingCells(cells, elsewhere);
  return cells.filter((cell) => refused.has(cell)).map(({ day }) => day);
}
