import type { AppointmentState } from '@yance/shared-types';
import { CANCEL_REASONS } from '../content/clients.js';
import type { PlannedVisit } from './visit-plan.js';

/** Something that happens to a booked visit, and when. */
export type Deed =
  | { readonly at: Date; readonly step: 'confirm' | 'arrive' | 'start' | 'complete' | 'no_show' }
  | {
      readonly at: Date;
      readonly step: 'cancel';
      readonly reason: string;
      readonly byClient: boolean;
    };

/** A visit as it was really booked. */
export interface BookedVisit {
  readonly state: AppointmentState;
  readonly bookedAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;
/** Nobody books in the middle of the night: before this minute of the day it was the evening before. */
const EARLIEST_MINUTE = 480;
const EVENING_BEFORE = 150;

const minutesAfter = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + Math.round(minutes) * MINUTE_MS);

/** How long before its start a visit was booked, moved out of the night. Minutes. */
export function minutesAhead(visit: PlannedVisit): number {
  if (visit.channel === 'walk_in') return visit.bookedMinutesAhead;
  const minute = visit.startMinute - visit.bookedMinutesAhead;
  const ofDay = ((minute % 1440) + 1440) % 1440;
  const moved = ofDay < EARLIEST_MINUTE ? ofDay + EVENING_BEFORE : 0;
  return visit.bookedMinutesAhead + moved;
}

/** A request that the desk finds waiting came within these minutes: its time to be answered is not over. */
const ASKED_WITHIN = 600;
/** Clients do not ask for what is as near as this. */
const LEAD_MINUTES = 180;

/** A request that still waits is of today or of last night, however long before its start she likes to book. */
function askedLately(visit: PlannedVisit, at: Date, startsAt: Date, now: Date): Date {
  const lately = minutesAfter(now, -3 - visit.looseness * ASKED_WITHIN);
  const isWaiting = visit.story === 'waits_for_confirmation' && startsAt > now;
  return isWaiting && at < lately && lately < minutesAfter(startsAt, -LEAD_MINUTES) ? lately : at;
}

/**
 * When a visit that starts at `startsAt` was booked; a visit to come was booked before now.
 * @returns null for a walk-in who has not come yet
 */
export function bookedAt(visit: PlannedVisit, startsAt: Date, now: Date): Date | null {
  const at = minutesAfter(startsAt, -minutesAhead(visit));
  if (at < now) return askedLately(visit, at, startsAt, now);
  return visit.channel === 'walk_in' ? null : minutesAfter(now, -3 - visit.looseness * 240);
}

function goingWell(visit: PlannedVisit, booked: BookedVisit): Deed[] {
  const loose = visit.looseness;
  return [
    { at: minutesAfter(booked.startsAt, -loose * 9), step: 'arrive' },
    { at: minutesAfter(booked.startsAt, loose * 4), step: 'start' },
    { at: minutesAfter(booked.endsAt, loose * 8 - 3), step: 'complete' },
  ];
}

function cancelling(visit: PlannedVisit, booked: BookedVisit, now: Date): Deed {
  const latest = Math.min(booked.startsAt.getTime(), now.getTime());
  const span = (latest - booked.bookedAt.getTime()) / MINUTE_MS;
  const reason = CANCEL_REASONS[Math.floor(visit.looseness * CANCEL_REASONS.length)];
  return {
    at: minutesAfter(booked.bookedAt, span * (0.15 + 0.8 * visit.looseness)),
    step: 'cancel',
    reason: reason ?? '行程有变',
    byClient: visit.channel === 'mini_program',
  };
}

/** What has happened to a visit by now, in order, each at its own moment and none before the one ahead of it. */
export function deedsOf(visit: PlannedVisit, booked: BookedVisit, now: Date): Deed[] {
  const deeds: Deed[] = [];
  // A request for the days to come stays open, so that the desk has something to decide.
  const leftOpen = visit.story === 'waits_for_confirmation' && booked.startsAt > now;
  if (booked.state === 'requested' && leftOpen) return deeds;
  if (booked.state === 'requested')
    deeds.push({ at: minutesAfter(booked.bookedAt, 4 + visit.looseness * 40), step: 'confirm' });
  if (visit.story === 'cancelled') deeds.push(cancelling(visit, booked, now));
  else if (visit.story === 'no_show')
    deeds.push({ at: minutesAfter(booked.startsAt, 25 + visit.looseness * 20), step: 'no_show' });
  else deeds.push(...goingWell(visit, booked));
  let before = booked.bookedAt;
  const inOrder = deeds.map((deed) => {
    before = deed.at > before ? deed.at : before;
    return { ...deed, at: before };
  });
  return inOrder.filter((deed) => deed.at <= now);
}
