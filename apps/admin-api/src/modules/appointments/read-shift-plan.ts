import { Injectable } from '@nestjs/common';
import { groupBy } from '../../platform/collections/index.js';
import {
  addDays,
  daysBetween,
  instantOf,
  localDate,
  toRfc3339,
  type LocalDate,
} from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import {
  blocksBetween,
  markOf,
  resourcesOfStore,
  shiftsOfStaff,
  type Block,
  type DutyHours,
  type Shift,
  type Stretch,
} from '../scheduling/index.js';
import { membersOfStore, type StaffMember } from '../staff/index.js';
import { openingTimesOf, storesByIds, type Closure, type Store } from '../stores/index.js';
import { visitsOfPeople } from './data/overtime.js';

/** A person's day on which there is something. */
export interface PlanDay {
  readonly date: LocalDate;
  readonly seen: string;
  readonly shifts: readonly (DutyHours & { readonly templateId: string | null })[];
  readonly away: readonly Block[];
  readonly elsewhere: readonly string[];
  readonly visits: number;
}

export interface PlanPerson {
  readonly member: StaffMember;
  readonly days: readonly PlanDay[];
}

export interface ShiftPlan {
  readonly people: readonly PlanPerson[];
  readonly closures: readonly Closure[];
}

/** All that a plan is made of, by person. */
interface Facts {
  readonly store: Store;
  readonly shifts: ReadonlyMap<string, readonly Shift[]>;
  readonly away: ReadonlyMap<string | null, readonly Block[]>;
  readonly visits: ReadonlyMap<string, readonly { readonly startsAt: Date }[]>;
  readonly storeNames: ReadonlyMap<string, string>;
}

/** Reads who works when in a store over some days, with leave, closed days and how many visits each has. */
@Injectable()
export class ReadShiftPlan {
  constructor(private readonly database: Database) {}

  async execute(store: Store, from: LocalDate, count: number): Promise<ShiftPlan> {
    const { id, timeZone: zone } = store;
    const range = [instantOf(from, 0, zone), instantOf(addDays(from, count), 0, zone)] as const;
    const [members, resources] = await Promise.all([
      membersOfStore(this.database, id),
      resourcesOfStore(this.database, id),
    ]);
    const bookable = new Set(resources.map(({ staffId }) => staffId));
    const people = members.filter((member) => bookable.has(member.id));
    const ids = people.map((member) => member.id);
    const [shifts, blocks, visits, opening] = await Promise.all([
      shiftsOfStaff(this.database, ids, ...range),
      blocksBetween(this.database, id, ...range),
      visitsOfPeople(this.database, id, ...range),
      openingTimesOf(this.database, [id], from, addDays(from, count - 1)),
    ]);
    const stores = await storesByIds(this.database, [...new Set(shifts.map((s) => s.storeId))]);
    const facts: Facts = {
      store,
      shifts: groupBy(shifts, (shift) => shift.staffId),
      away: groupBy(blocks, (block) => block.staffId),
      visits: groupBy(visits, (visit) => visit.staffId),
      storeNames: new Map(stores.map(({ id: storeId, shortName }) => [storeId, shortName])),
    };
    const dates = Array.from({ length: count }, (_, day) => addDays(from, day));
    return {
      people: people.map((member) => ({
        member,
        days: dates.flatMap((date) => dayOf(facts, member.id, date) ?? []),
      })),
      closures: opening.get(id)?.closures ?? [],
    };
  }
}

/** One person's day; undefined where there is nothing on it. */
function dayOf(facts: Facts, staffId: string, date: LocalDate): PlanDay | undefined {
  const { id, timeZone: zone } = facts.store;
  const begins = (facts.shifts.get(staffId) ?? []).filter((shift) => shift.localDate === date);
  const here = begins.filter((shift) => shift.storeId === id);
  const [from, to] = [instantOf(date, 0, zone), instantOf(addDays(date, 1), 0, zone)];
  const away = (facts.away.get(staffId) ?? []).filter(
    (block) => block.startsAt < to && block.endsAt > from,
  );
  const visits = (facts.visits.get(staffId) ?? []).filter(
    ({ startsAt }) => startsAt >= from && startsAt < to,
  ).length;
  if (begins.length === 0 && away.length === 0 && visits === 0) return undefined;
  const elsewhere = begins.flatMap((shift) =>
    shift.storeId === id ? [] : (facts.storeNames.get(shift.storeId) ?? []),
  );
  const shifts = here.map((shift) => ({
    ...{ templateId: shift.templateId, ...minutesOf(shift, date, zone) },
    breaks: shift.breaks.map((rest) => minutesOf(rest, date, zone)),
  }));
  return { date, seen: markOf(here), shifts, away, elsewhere: [...new Set(elsewhere)], visits };
}

/** A stretch as the wall clock of a day has it: minutes since its midnight. */
function minutesOf({ startsAt, endsAt }: Stretch, date: LocalDate, zone: string) {
  const minute = (instant: Date): number => {
    const [hours, minutes] = toRfc3339(instant, zone).slice(11, 16).split(':').map(Number);
    const days = daysBetween(date, localDate(instant, zone));
    return days * 1_440 + (hours ?? 0) * 60 + (minutes ?? 0);
  };
  return { startMinute: minute(startsAt), endMinute: minute(endsAt) };
}
