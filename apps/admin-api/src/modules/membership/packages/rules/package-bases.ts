import { daysBetween, type LocalDate } from '../../../../platform/clock/index.js';
import type { RefundBases } from '../../rules/refund-bases.js';

/** An item of a package as its refund is reckoned. */
export interface ItemUse {
  /** Its share of what was paid, in fen. */
  readonly paidFen: number;
  readonly sessions: number;
  readonly giftSessions: number;
  readonly used: number;
  /** What the used sessions would have cost before discount, in fen. */
  readonly usedListFen: number;
}

/** a × b ÷ c rounded down, exactly: the product may pass 2^53. */
const share = (a: number, b: number, c: number): number =>
  c === 0 ? 0 : Number((BigInt(a) * BigInt(b)) / BigInt(c));

/**
 * The three bases of 法释〔2025〕4号 for sessions: without a reason gifts count as used first (art. 14, 15); for the
 * house's reason each session is worth what was paid by all sessions, gifts too (art. 18); for her own reason it is
 * worth its price before discount (art. 19). Each gives at least as much as the next, none more than was paid (art. 20).
 */
export function sessionBases(item: ItemUse): RefundBases {
  const { paidFen, sessions, giftSessions, used, usedListFen } = item;
  const usedOfPaid = Math.min(sessions, Math.max(0, used - giftSessions));
  const byRatio = share(paidFen, used, sessions + giftSessions);
  return {
    coolingOffFen: paidFen - share(paidFen, usedOfPaid, sessions),
    operatorFen: paidFen - byRatio,
    ownReasonFen: Math.max(0, paidFen - Math.max(byRatio, usedListFen)),
  };
}

/** A card by time as its refund is reckoned. */
export interface TimeUse {
  readonly paidFen: number;
  /** Of the whole card before discount, in fen. */
  readonly listPriceFen: number;
  /** Days that are over; days of rest are none. */
  readonly daysUsed: number;
  readonly days: number;
}

/** Art. 22: by the days; that she did not come on some of them changes nothing. */
export function timeBases({ paidFen, listPriceFen, daysUsed, days }: TimeUse): RefundBases {
  const used = Math.min(days, Math.max(0, daysUsed));
  const byDays = share(paidFen, used, days);
  const byList = share(Math.max(paidFen, listPriceFen), used, days);
  return {
    coolingOffFen: paidFen - byDays,
    operatorFen: paidFen - byDays,
    ownReasonFen: Math.max(0, paidFen - byList),
  };
}

/** The days of a card that are over, and all it had: rest moves its end on, and with it what is left. */
export function daysOf(card: {
  readonly validDays: number;
  readonly sharedThrough: LocalDate;
  readonly expiresOn: LocalDate;
}): { readonly daysUsed: number; readonly days: number } {
  const left = Math.max(0, daysBetween(card.sharedThrough, card.expiresOn));
  const days = Math.max(card.validDays, left);
  return { days, daysUsed: days - left };
}
