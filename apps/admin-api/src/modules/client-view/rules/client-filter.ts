import type { CustomerSource, FileField } from '../../customers/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { ClientStage } from './standing.js';

export const CLIENT_ORDERS = [
  ...(['newest', 'last_visit', 'overdue', 'spend', 'balance', 'incomplete'] as const),
] as const;
export type ClientOrder = (typeof CLIENT_ORDERS)[number];

/** By what a list of clients is narrowed; what is not given narrows nothing. */
export interface ClientFilter {
  readonly stage?: ClientStage;
  readonly tierId?: string;
  readonly storeId?: string;
  readonly source?: CustomerSource;
  readonly birthMonth?: number;
  /** The member of staff who answers for her. */
  readonly consultantId?: string;
  /** All of these. */
  readonly tagIds?: readonly string[];
  /** A tag that says what she comes for; no more than one tag among others. */
  readonly needId?: string;
  /** Her file says less of what the salon wants to know than so many percent. */
  readonly belowPercent?: number;
  /** Her file does not say this, wanted or not. */
  readonly missing?: FileField;
  readonly lastVisitFrom?: LocalDate;
  readonly lastVisitUntil?: LocalDate;
  /** Of principal and bonus, in fen. */
  readonly minBalanceFen?: number;
}

/** Orders that tell who has or spends how much. */
const OF_MONEY: readonly unknown[] = ['spend', 'balance'] satisfies readonly ClientOrder[];

/** Whether a list, asked for or kept, tells of money: only for those who may read wallets. */
export const asksOfMoney = ({
  minBalanceFen,
  order,
}: {
  readonly minBalanceFen?: unknown;
  readonly order?: unknown;
}): boolean => minBalanceFen !== undefined || OF_MONEY.includes(order);

/** Filters that name one value, those that leave fewest first: the first that is given leads through its key. */
const LEADERS = [
  ...(['consultantId', 'needId', 'tagIds', 'tierId'] as const),
  ...(['birthMonth', 'source', 'storeId', 'stage'] as const),
] as const;
export type Leader = (typeof LEADERS)[number];

/** Which filter leads, and the value that it names. */
export function leaderOf(
  filter: ClientFilter,
): { name: Leader; value: string | number } | undefined {
  for (const name of LEADERS) {
    const given = filter[name];
    const value = typeof given === 'object' ? given[0] : given;
    if (value !== undefined) return { name, value };
  }
  return undefined;
}

/**
 * A filter on a range needs the order of its key: with it, newest first becomes that order. What files say leads only
 * where no value does: there are more files that say little than clients of one consultant or with one tag.
 */
export function orderFor(filter: ClientFilter, asked: ClientOrder | undefined): ClientOrder {
  if (asked !== undefined && asked !== 'newest') return asked;
  if (filter.minBalanceFen !== undefined) return 'balance';
  const byVisit = filter.lastVisitFrom !== undefined || filter.lastVisitUntil !== undefined;
  if (byVisit) return 'last_visit';
  const byFile = filter.belowPercent !== undefined || filter.missing !== undefined;
  return byFile && leaderOf(filter) === undefined ? 'incomplete' : 'newest';
}
