/**
 * How many times a charge its price before discount may be: a tenth of the price (一折) is the deepest discount that a
 * salon gives. A refund for the client's own reason reckons the used part by that price, so a typed one is bounded.
 */
export const MOST_TIMES_CHARGE = 10;

/** What is wrong with a typed price before discount, for people; undefined when it may stand. Fen. */
export function listPriceFault(amountFen: number, listPriceFen: number): string | undefined {
  if (listPriceFen < amountFen) return '优惠前价格不能低于扣款金额';
  if (listPriceFen > amountFen * MOST_TIMES_CHARGE)
    return `优惠前价格最多是扣款金额的 ${MOST_TIMES_CHARGE} 倍（打一折），请核对`;
  return undefined;
}
