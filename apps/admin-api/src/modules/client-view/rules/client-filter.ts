import type { CustomerSource } from '../../customers/index.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { ClientStage } from './standing.js';

export const CLIENT_ORDERS = ['newest', 'last_visit', 'overdue', 'spend', 'balance'] as const;
export type ClientOrder = (typeof CLIENT_ORDERS)[number];

/** By what a list of clients is narrowed; what is not given narrows nothing. */
export interface ClientFilter {
  readonly stage?: ClientStage;
  readonly tierId?: string;
  readonly storeId?: string;
  readonly source?: CustomerSource;
  readonly birthMonth?: number;
  readonly lastVisitFrom?: LocalDate;
  readonly lastVisitUntil?: LocalDate;
  /** Of principal and bonus, in fen. */
  readonly minBalanceFen?: number;
}

/** Filters that name one value, those that leave fewest first: the first that is given leads through its key. */
const LEADERS = ['tierId', 'birthMonth', 'source', 'storeId', 'stage'] as const;
export type Leader = (typeof LEADERS)[number];

export const leaderOf = (filter: ClientFilter): Leader | undefined =>
  LEADERS.find((name) => filter[name] !== undefined);

/** A filter on a range needs the order of its key: with it, newest first becomes that order. */
export function orderFor(filter: ClientFilter, asked: ClientOrder | undefined): ClientOrder {
  if (asked !== undefined && asked !== 'newest') return asked;
  if (filter.minBalanceFen !== undefined) return 'balance';
  const byVisit = filter.lastVisitFrom !== undefined || filter.lastVisitUntil !== undefined;
  return byVisit ? 'last_visit' : 'newest';
}
