import { ofCustomer, unitLotsOf } from '../../ledger/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { houseRules } from '../data/house-rules.js';
import { DEFAULT_POINTS_RULES, type PointsRules } from './rules/points-rules.js';

/** What a client may pay with points at the till. */
export interface PointsInHand extends Pick<PointsRules, 'fenPerHundred' | 'mostOfBillPermille'> {
  /** Good on that day. */
  readonly balance: number;
}

/** Her points of a day with what they are worth there. */
export async function pointsInHand(
  reader: Reader,
  customerId: string,
  on: LocalDate,
): Promise<PointsInHand> {
  const rules = await houseRules(reader, 'points_rules', DEFAULT_POINTS_RULES);
  const { fenPerHundred, mostOfBillPermille } = rules;
  const lots = await unitLotsOf(reader, ofCustomer('PTS', customerId));
  const good = lots.filter(({ expiresOn }) => expiresOn === null || expiresOn >= on);
  const balance = good.reduce((sum, { unitsLeft }) => sum + unitsLeft, 0);
  return { balance, fenPerHundred, mostOfBillPermille };
}
