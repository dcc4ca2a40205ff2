import { describe, expect, it } from '@jest/globals';
import { cancelWords, confirmWords, priceOf, totalsOf } from './terms';

describe('the rules in plain words', () => {
  it('lets the whole visit wait when one service needs the store’s word', () => {
    expect(confirmWords([{ confirmPolicy: 'auto' }, { confirmPolicy: 'staff' }])).toContain(
      '门店确认',
    );
    expect(confirmWords([{ confirmPolicy: 'auto' }])).toContain('立即确认');
  });

  it('says the hours of free cancelling, and that none are asked where there are none', () => {
    expect(cancelWords({ freeCancelHours: 4 })).toContain('4 小时');
    expect(cancelWords({ freeCancelHours: 0 })).not.toContain('0 小时');
  });

  const facial = {
    id: 'facial',
    priceFen: 36_850,
    gradePrices: [
      { grade: 'junior' as const, priceFen: 29_800 },
      { grade: 'director' as const, priceFen: 48_800 },
    ],
    durationMinutes: 60,
  };
  const eyes = { id: 'eyes', priceFen: 19_800, gradePrices: [], durationMinutes: 30 };

  it('takes the price of the chosen person’s grade, else the list price', () => {
    expect(priceOf(facial, 'director')).toEqual({ fen: 48_800, atLeast: false });
    expect(priceOf(facial, 'senior')).toEqual({ fen: 36_850, atLeast: false });
  });

  it('promises only the least price while who does it is open', () => {
    expect(priceOf(facial, undefined)).toEqual({ fen: 29_800, atLeast: true });
    expect(priceOf(eyes, undefined)).toEqual({ fen: 19_800, atLeast: false });
  });

  it('adds fen and minutes', () => {
    const totals = totalsOf([facial, eyes], 'senior');
    expect(totals).toEqual({ price: { fen: 56_650, atLeast: false }, minutes: 90 });
    const withSession = totalsOf([facial, eyes], undefined, new Set(['facial']));
    expect(withSession).toEqual({ price: { fen: 19_800, atLeast: false }, minutes: 90 });
    expect(totalsOf([facial, eyes], undefined).price).toEqual({ fen: 49_600, atLeast: true });
  });
});
