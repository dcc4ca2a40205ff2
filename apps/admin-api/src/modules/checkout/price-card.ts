import { packagePlanOnSale, planOnSale } from '../membership/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { BillLine } from './rules/bill.js';
import type { LineDraft } from './rules/line-draft.js';

/**
 * The line of a card: what its plan costs now. No rule, coupon, session or discount goes on it.
 * @throws Refusal PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_NOT_ON_SALE, PLAN_NOT_FOUND, PLAN_NOT_ON_SALE also where the
 *   store does not sell it
 */
export async function priceCard(
  tx: Tx,
  storeId: string,
  { kind, itemId, staff, note = '' }: LineDraft,
  seq: number,
): Promise<BillLine> {
  const isPackage = kind === 'package';
  const plan = isPackage ? await packagePlanOnSale(tx, itemId) : await planOnSale(tx, itemId);
  if (!plan.storeIds.includes(storeId))
    refuse(isPackage ? 'PACKAGE_PLAN_NOT_ON_SALE' : 'PLAN_NOT_ON_SALE');
  const { name, priceFen, version: planVersion } = plan;
  return {
    ...{ seq, kind, itemId, name, quantity: 1, unitFen: priceFen, listFen: priceFen },
    ...{ priceFen, payFen: priceFen, because: [], note, staff, discount: null },
    planVersion,
  };
}
