import type { FieldError } from '@yance/shared-types';
import type { RewardDraft } from '../data/rewards.js';

/** What is wrong with a reward of which so many went to clients; empty when it holds. */
export function rewardErrors({ stock }: RewardDraft, taken: number): FieldError[] {
  return stock !== null && stock < taken
    ? [{ field: 'stock', message: `已兑出 ${taken} 件，库存不能比这更少` }]
    : [];
}
