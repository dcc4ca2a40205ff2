import { describe, expect, it } from '@jest/globals';
import { planDemo } from './demo-plan.js';
import { planWallets } from './wallet-plan.js';

const TODAY = '2026-03-07';
const { clients } = planDemo(TODAY);
const wallets = planWallets(clients, TODAY);
const deeds = wallets.flatMap((wallet) => wallet.deeds);

describe('the wallets of the demo', () => {
  it('are the same for the same day', () => {
    expect(planWallets(clients, TODAY)).toEqual(wallets);
  });

  it('are many, some paid by WeChat and some at the desk, with deductions by code and on slips', () => {
    expect(wallets.length).toBeGreaterThan(70);
    const tenders = new Set(deeds.flatMap((deed) => (deed.what === 'top_up' ? [deed.tender] : [])));
    const consents = new Set(
      deeds.flatMap((deed) => (deed.what === 'spend' ? [deed.consent] : [])),
    );
    expect([...tenders].sort()).toEqual(['bank_card', 'cash', 'wechat']);
    expect([...consents].sort()).toEqual(['member_code', 'slip']);
  });

  it('begin with a sale, go forward in time and are over before today', () => {
    for (const { client, deeds: own } of wallets) {
      expect(own[0]?.what).toBe('top_up');
      const times = own.map((deed) => deed.at.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(Math.max(...times)).toBeLessThan(new Date(`${TODAY}T00:00:00+08:00`).getTime());
      expect(Math.min(...times)).toBeGreaterThan(Date.parse(`${client.since}T00:00:00+08:00`));
    }
  });
});
