import { toRfc3339 } from '../../../platform/clock/index.js';
import type { PlanDay, ShiftPlan } from '../read-shift-plan.js';
import type { PlanDayDto, ShiftPlanDto } from './dto/shift-plan.dto.js';

/** Why somebody is on leave is not said here: it may be her health. */
export function presentShiftPlan({ people, closures }: ShiftPlan, zone: string): ShiftPlanDto {
  return {
    people: people.map(({ member, days }) => ({
      staffId: member.id,
      name: member.displayName,
      title: member.title,
      position: member.position,
      days: days.map((day) => presentDay(day, zone)),
    })),
    closures: closures.map(({ date, reason }) => ({ date, reason })),
  };
}

function presentDay(day: PlanDay, zone: string): PlanDayDto {
  const { date, seen, shifts, away, elsewhere, visits } = day;
  return {
    ...{ date, seen, visits, elsewhere: [...elsewhere] },
    shifts: shifts.map(({ templateId, startMinute, endMinute, breaks }) => ({
      ...{ templateId, startMinute, endMinute, breaks: [...breaks] },
    })),
    away: away.map(({ startsAt, endsAt, kind }) => ({
      ...{ kind, start: toRfc3339(startsAt, zone), end: toRfc3339(endsAt, zone) },
    })),
  };
}
