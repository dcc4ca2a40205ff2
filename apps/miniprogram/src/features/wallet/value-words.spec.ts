import { describe, expect, it } from '@jest/globals';
import { giftWords, signedYuan, spendableFen, validWords } from './value-words';

const stores = [
  { id: 'a', name: '静安店' },
  { id: 'b', name: '徐汇店' },
];

describe('signedYuan', () => {
  it('says whether money came or went', () => {
    expect([100_000, -30_050, 0].map(signedYuan)).toEqual(['+1,000', '-300.50', '0']);
  });
});

describe('spendableFen', () => {
  const wallet = { principalFen: 100_000, bonusFen: 20_000, heldFen: 0, frozen: false };

  it('is principal and bonus together', () => {
    expect(spendableFen(wallet)).toBe(120_000);
  });

  it('leaves out what is held for a refund', () => {
    expect(spendableFen({ ...wallet, heldFen: 120_000 })).toBe(0);
  });

  it('is nothing while the wallet is frozen', () => {
    expect(spendableFen({ ...wallet, frozen: true })).toBe(0);
  });
});

describe('validWords', () => {
  it('says that a plan for all stores is good everywhere', () => {
    expect(validWords({ validEverywhere: true, stores })).toBe('所有门店通用');
  });

  it('names the one store of a plan that is sold in one', () => {
    expect(validWords({ validEverywhere: false, stores: stores.slice(0, 1) })).toBe('仅限静安店');
  });

  it('says that where it is bought decides, until a store is chosen', () => {
    const plan = { validEverywhere: false, stores };
    expect(validWords(plan)).toBe('在哪家购买，就在哪家使用：静安店、徐汇店');
    expect(validWords(plan, 'b')).toBe('仅限徐汇店');
  });
});

describe('giftWords', () => {
  it('names what is given and what arrives', () => {
    expect(giftWords({ priceFen: 100_000, bonusFen: 20_000 })).toBe('送 ¥200，到账 ¥1,200');
    expect(giftWords({ priceFen: 50_000, bonusFen: 0 })).toBe('到账 ¥500');
  });
});
