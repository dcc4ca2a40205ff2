import { formatYuan, type Fen, type SpendOrder } from '@yance/shared-types';
import type { TopUpPlan, WalletView } from '@/api/types';

/** '+1,000', '-300', '0': the sign says whether it came or went. */
export const signedYuan = (fen: Fen): string => (fen > 0 ? `+${formatYuan(fen)}` : formatYuan(fen));

/** What can be spent now: what stands on the card without what is held for a refund; nothing while it is frozen. */
export const spendableFen = (
  wallet: Pick<WalletView, 'principalFen' | 'bonusFen' | 'heldFen' | 'frozen'>,
): Fen => (wallet.frozen ? 0 : Math.max(0, wallet.principalFen + wallet.bonusFen - wallet.heldFen));

const ORDER_SENTENCES: Readonly<Record<SpendOrder, string>> = {
  principal_first: '消费时先用本金，用完再用赠金',
  bonus_first: '消费时先用赠金，用完再用本金',
  proportional: '消费时本金和赠金按比例一起用',
};

/** In which order the parts are used, as a sentence. */
export const spendOrderWords = (order: SpendOrder): string => ORDER_SENTENCES[order];

/** Where a plan's value can be used. */
export function validWords(
  plan: Pick<TopUpPlan, 'validEverywhere' | 'stores'>,
  storeId?: string,
): string {
  if (plan.validEverywhere) return '所有门店通用';
  const stores = plan.stores.filter(({ id }) => storeId === undefined || id === storeId);
  const [only] = stores;
  return stores.length === 1 && only
    ? `仅限${only.name}`
    : `在哪家购买，就在哪家使用：${stores.map(({ name }) => name).join('、')}`;
}

/** What is given for the money, such as '送 ¥200，到账 ¥1,200'. */
export function giftWords({
  priceFen,
  bonusFen,
}: Pick<TopUpPlan, 'priceFen' | 'bonusFen'>): string {
  return bonusFen > 0
    ? `送 ¥${formatYuan(bonusFen)}，到账 ¥${formatYuan(priceFen + bonusFen)}`
    : `到账 ¥${formatYuan(priceFen)}`;
}
