import type { Wallet } from '../../../shared/api/contract';
import { isAllowed } from './wallet-acts';

const wallet = (part: Partial<Wallet>): Wallet => ({
  ...{ principalFen: 100_000, bonusFen: 20_000, heldFen: 0, points: 0, tier: null },
  ...{ packages: [], coupons: [], cardNo: '000001', frozen: false, openRefundId: null },
  ...{ unsignedContracts: 0, owedFen: 0, lots: [], freezes: [], roomFen: null, spends: [] },
  ...part,
});
const everything = () => true;

it('offers nothing but the release while a wallet is frozen', () => {
  const acts = ['top-up', 'spend', 'transfer', 'refund', 'freeze', 'unfreeze'] as const;
  const frozen = wallet({ frozen: true });
  expect(acts.filter((act) => isAllowed(act, frozen, everything))).toEqual(['unfreeze']);
});

it('offers a new client nothing but a top-up', () => {
  const acts = ['top-up', 'spend', 'transfer', 'refund', 'freeze', 'unfreeze'] as const;
  const empty = wallet({ cardNo: null, principalFen: 0, bonusFen: 0 });
  expect(acts.filter((act) => isAllowed(act, empty, everything))).toEqual(['top-up']);
});

it('offers no second refund while one is under way', () => {
  expect(isAllowed('refund', wallet({ openRefundId: 'R' }), everything)).toBe(false);
});

it('offers nobody what the API would refuse', () => {
  expect(isAllowed('spend', wallet({}), () => false)).toBe(false);
});
