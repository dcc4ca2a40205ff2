import type { AppointmentState } from '@yance/shared-types';
import type { MessageTemplateIds } from '../../../platform/config/index.js';
import type { ReminderRules } from './reminders.js';

export type VisitTemplate = Extract<
  keyof MessageTemplateIds,
  'confirmed' | 'changed' | 'cancelled' | 'reminder' | 'soon'
>;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** All of them, where no visit is at hand. */
const ANY: readonly VisitTemplate[] = ['confirmed', 'reminder', 'changed', 'cancelled', 'soon'];

/**
 * The messages about visits in the order in which a client needs them, for one tap allows three. While a visit waits for
 * its yes, that comes first; once it stands, what keeps her from missing it does. A reminder whose hour is over is none.
 */
export function rankTemplates(
  visit: { readonly state: AppointmentState; readonly startsAt: Date } | undefined,
  rules: ReminderRules,
  now: Date,
): VisitTemplate[] {
  if (!visit) return [...ANY];
  const ahead = visit.startsAt.getTime() - now.getTime();
  const waits = visit.state === 'held' || visit.state === 'requested';
  const order: readonly VisitTemplate[] = waits
    ? ANY
    : ['reminder', 'changed', 'cancelled', 'soon', 'confirmed'];
  return order.filter((kind) => {
    if (kind === 'reminder') return rules.dayBefore && ahead > DAY;
    if (kind === 'soon') return rules.soon && ahead > rules.soonMinutes * MINUTE;
    return true;
  });
}
