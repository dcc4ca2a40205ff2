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
  /** What the days to come are worth in the books, in fen: days of rest and days given on top shift it, and earn nothing. */
  readonly leftFen: number;
}

/**
 * Art. 22: by the days; that she did not come on some of them changes nothing. Each day that is over took its share in
 * the books, so that a card whose end was moved on gives nothing back for days that were used before.
 */
export function timeBases({ paidFen, listPriceFen, leftFen }: TimeUse): RefundBases {
  const usedFen = paidFen - leftFen;
  const byList = share(Math.max(paidFen, listPriceFen), usedFen, paidFen);
  return {
    coolingOffFen: leftFen,
    operatorFen: leftFen,
    ownReasonFen: Math.max(0, paidFen - byList),
  };
}
