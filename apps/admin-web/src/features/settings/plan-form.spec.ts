import type { Plan } from '../../shared/api/contract';
import { draftOf, fieldsOf } from './plan-form';

const plan: Plan = {
  ...{ id: 'P', name: '充1000送200', priceFen: 100_000, bonusFen: 20_050, version: 3, sort: 2 },
  ...{ spendOrder: 'bonus_first', validEverywhere: false, stores: [{ id: 'A', name: '一店' }] },
  ...{ refundTerms: '按协议', onPhone: true, ownReasonBasis: 'ratio', state: 'on_sale' },
  updatedAt: '2026-11-01T00:00:00Z',
};

it('sends a plan back as it was when nothing was changed', () => {
  const { name, priceFen, bonusFen, sort, spendOrder, validEverywhere, onPhone } = plan;
  const { refundTerms, ownReasonBasis, state } = plan;
  expect(draftOf(fieldsOf(plan, []))).toEqual({
    ...{ name, priceFen, bonusFen, sort, spendOrder, validEverywhere, onPhone },
    ...{ refundTerms, ownReasonBasis, state, storeIds: ['A'] },
  });
});

it('starts a new plan as a draft that every store sells', () => {
  expect(fieldsOf(null, ['A', 'B'])).toMatchObject({ state: 'draft', storeIds: ['A', 'B'] });
});
