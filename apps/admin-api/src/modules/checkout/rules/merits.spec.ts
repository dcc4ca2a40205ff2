import { expect, it } from '@jest/globals';
import { billFacts, pointsPaid, type CountingTender } from './merits.js';

const tender = (
  kind: CountingTender['kind'],
  serviceFen: number,
  productFen = 0,
  bonusFen: number | null = null,
): CountingTender => {
  const amountFen = serviceFen + productFen;
  const principalFen = bonusFen === null ? null : amountFen - bonusFen;
  return { kind, serviceFen, productFen, principalFen, bonusFen };
};
const service = [{ kind: 'service' as const }];

it('money counts as it comes in, a debt when it is used, stored value and points not at all', () => {
  const paid = [
    ...[tender('cash', 100, 20), tender('voucher', 30), tender('debt', 5, 7)],
    ...[tender('points', 11), tender('stored_value', 50, 0, 10)],
  ];
  expect(billFacts(service, paid, true)).toEqual([
    { kind: 'cash_in', amountFen: 150 },
    { kind: 'consumption', amountFen: 135 },
    { kind: 'product', amountFen: 27 },
  ]);
});

it('a walk-in who is served makes a visit; one who only buys does not, and an appointment counts by itself', () => {
  const visits = (lines: { kind: 'service' | 'product' }[], isAppointment: boolean) =>
    billFacts(lines, [], isAppointment).length;
  expect([visits(service, false), visits(service, true)]).toEqual([1, 0]);
  expect(visits([{ kind: 'product' }], false)).toBe(0);
});

it('points come by tender, of stored value by its two parts, and not from points or debts', () => {
  const paid = [
    ...[tender('paycode', 10), tender('paycode', 5), tender('stored_value', 50, 0, 10)],
    ...[tender('points', 11), tender('debt', 3)],
  ];
  expect(pointsPaid(paid)).toEqual({ paycode: 15, stored_principal: 40, stored_bonus: 10 });
});
