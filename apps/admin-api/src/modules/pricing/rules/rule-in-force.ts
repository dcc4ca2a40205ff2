import { daysBetween, weekdayOf } from '../../../platform/clock/index.js';
import type { LineRule, PriceClient, PriceInput, RuleWindow } from './price-input.js';

type Moment = PriceInput['at'];

const says = (list: readonly number[], value: number): boolean =>
  list.length === 0 || list.includes(value);

/** Whether a moment lies in a window. */
function isWithin({ from, until, weekdays, monthDays, hours }: RuleWindow, at: Moment): boolean {
  if ((from !== null && at.date < from) || (until !== null && at.date > until)) return false;
  if (!says(weekdays, weekdayOf(at.date)) || !says(monthDays, Number(at.date.slice(8))))
    return false;
  return hours === null || (at.minute >= hours.fromMinute && at.minute < hours.untilMinute);
}

function isForHer(rule: LineRule, client: PriceClient | null, at: Moment): boolean {
  if (isMemberBenefit(rule) && client?.isMember !== true) return false;
  switch (rule.kind) {
    case 'timed':
    case 'member_day':
      return true;
    case 'first_visit':
      return client?.isFirstVisit ?? false;
    case 'birthday': {
      if (!client?.birthday) return false;
      const days = daysBetween(client.birthday, at.date);
      return days >= -rule.daysBefore && days <= rule.daysAfter;
    }
  }
}

/** Whether a rule is for members only; coupons may refuse to go with such. */
export const isMemberBenefit = (rule: LineRule): boolean =>
  rule.membersOnly || rule.kind === 'member_day' || rule.kind === 'birthday';

/** The rules that hold for this client at this moment. */
export function rulesInForce(
  rules: readonly LineRule[],
  client: PriceClient | null,
  at: Moment,
): LineRule[] {
  return rules.filter((rule) => isWithin(rule.window, at) && isForHer(rule, client, at));
}
