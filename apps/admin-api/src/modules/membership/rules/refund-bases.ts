import type { OwnReasonBasis, RefundCause } from '@yance/shared-types';
import { addDays, type LocalDate } from '../../../platform/clock/index.js';

/** A lot of stored value as its refund is reckoned. Fen; what was handed on to others counts no more. */
export interface LotUse {
  /** Of what was paid: still there, and used up. */
  readonly principalLeftFen: number;
  readonly principalUsedFen: number;
  /** Of what was given on top: still there, and used up. */
  readonly bonusLeftFen: number;
  readonly bonusUsedFen: number;
  /** What the used part would have cost before discount; never less than the used part itself. */
  readonly usedListFen: number;
}

/** What each of the three bases gives back of one lot, in fen. */
export interface RefundBases {
  readonly coolingOffFen: number;
  readonly operatorFen: number;
  readonly ownReasonFen: number;
}

/** What is given back: stored value, a card of sessions, or a card by time. */
export type RefundOf = 'value' | 'sessions' | 'time';

/** The rule of each basis in words, as client and staff read it: what counts as used is not the same for all. */
export const BASIS_RULES: Readonly<Record<RefundOf, Readonly<Record<RefundCause, string>>>> = {
  value: {
    cooling_off:
      '付款后无理由退款期内：退还本金，已用部分先算赠送金额，超出赠送的部分才从本金扣除（法释〔2025〕4号第十四条）。',
    operator:
      '因门店原因退卡：已用部分按“实付 ÷（实付＋赠送）”的比例折算后扣除（法释〔2025〕4号第十八条）。',
    own_reason:
      '因个人原因退卡：已用部分按优惠前的价格扣除，扣完为止，不另外收费（法释〔2025〕4号第十九条、第二十条）。',
  },
  sessions: {
    cooling_off:
      '付款后无理由退款期内：已用的次数先算赠送的，超出赠送的次数才按实付折算扣除（法释〔2025〕4号第十四条、第十五条）。',
    operator:
      '因门店原因退卡：实付平均到每一次（含赠送的次数），已用几次扣几次（法释〔2025〕4号第十八条）。',
    own_reason:
      '因个人原因退卡：已用的次数按优惠前的单次价格扣除，扣完为止，不另外收费（法释〔2025〕4号第十九条、第二十条）。',
  },
  time: {
    cooling_off:
      '付款后无理由退款期内：实付平均到每一天，已过几天扣几天（法释〔2025〕4号第十四条、第二十二条）。',
    operator:
      '因门店原因退卡：实付平均到每一天，已过几天扣几天（法释〔2025〕4号第十八条、第二十二条）。',
    own_reason:
      '因个人原因退卡：已过的天数按优惠前的价格折算后扣除，扣完为止，不另外收费（法释〔2025〕4号第十九条、第二十二条）。',
  },
};

/** a × b ÷ c rounded down, exactly: the product may pass 2^53. */
function share(a: number, b: number, c: number): number {
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
}

/**
 * The three bases of 法释〔2025〕4号. After 1000 + 200 with 300 used: 900, 750, 700.
 * Each gives at least as much as the one after it, none more than was paid, none less than nothing (art. 20).
 */
export function refundBases(lot: LotUse): RefundBases {
  const paid = lot.principalLeftFen + lot.principalUsedFen;
  const given = lot.bonusLeftFen + lot.bonusUsedFen;
  const used = lot.principalUsedFen + lot.bonusUsedFen;
  const byRatio = used === 0 ? 0 : share(used, paid, paid + given);
  return {
    coolingOffFen: paid - Math.max(0, used - given),
    operatorFen: paid - byRatio,
    ownReasonFen: Math.max(0, paid - Math.max(used, lot.usedListFen)),
  };
}

/** Until when (that day included) a lot is given back without a reason; null for one that was bought again. */
export function coolingOffUntil(
  lot: { readonly paidOn: LocalDate; readonly renewal: boolean },
  days: number,
): LocalDate | null {
  // Art. 14 excludes whoever had the same service before contracting; a first card only.
  return lot.renewal ? null : addDays(lot.paidOn, days);
}

/**
 * What goes back of one lot for a cause. The store's terms may be kinder than the law, never harder: own reason is the
 * least that the law gives, so any basis of the terms is allowed for it.
 */
export function refundFor(
  cause: RefundCause,
  bases: RefundBases,
  ownReasonBasis: OwnReasonBasis,
): number {
  const byTerms = {
    list_price: bases.ownReasonFen,
    ratio: bases.operatorFen,
    principal: bases.coolingOffFen,
  }[ownReasonBasis];
  switch (cause) {
    case 'cooling_off':
      return bases.coolingOffFen;
    case 'operator':
      return Math.max(bases.operatorFen, byTerms);
    case 'own_reason':
      return byTerms;
  }
}

/**
 * How much of a lot's bonus nobody has used once it was given back, in fen: what lapses, and what was recovered from
 * the principal; less revenue that the house gave back on top.
 */
export function unusedBonusFen(lot: {
  readonly principalLeftFen: number;
  readonly bonusLeftFen: number;
  readonly bonusUsedFen: number;
  /** What goes back, whether she gets it or it pays what she owes. */
  readonly dueFen: number;
}): number {
  const { recoveredFen, fromRevenueFen } = refundLegs(lot.principalLeftFen, lot.dueFen);
  return Math.max(0, lot.bonusLeftFen - fromRevenueFen) + Math.min(recoveredFen, lot.bonusUsedFen);
}

/** How the books follow: what of the principal left goes back, what the house keeps of it, what it adds. Fen. */
export interface RefundLegs {
  /** From the client's principal to what is payable. */
  readonly fromPrincipalFen: number;
  /** Of the principal left, for bonus that was used up: the house's. */
  readonly recoveredFen: number;
  /** Revenue that the house gives back, where more goes back than is left. */
  readonly fromRevenueFen: number;
}

export function refundLegs(principalLeftFen: number, amountFen: number): RefundLegs {
  const fromPrincipalFen = Math.min(principalLeftFen, amountFen);
  return {
    fromPrincipalFen,
    recoveredFen: principalLeftFen - fromPrincipalFen,
    fromRevenueFen: amountFen - fromPrincipalFen,
  };
}

/** What a refund of a lot used like this keeps of its principal, for bonus that was used up. Fen. */
export function recoveredWith(
  lot: LotUse,
  { cause, basis }: { readonly cause: RefundCause; readonly basis: OwnReasonBasis },
): number {
  return refundLegs(lot.principalLeftFen, refundFor(cause, refundBases(lot), basis)).recoveredFen;
}
