import { moneyLabel, readYuan, signedLabel, yuanText } from './money';

it.each([
  ['1,280', 128_000],
  ['99.5', 9_950],
  ['¥ 0.07', 7],
  ['１', undefined],
  ['12.345', undefined],
  ['-5', undefined],
  ['', undefined],
])('reads %s as %s fen', (text, fen) => {
  expect(readYuan(text)).toBe(fen);
});

it('gives every amount back as it was typed', () => {
  for (const fen of [1, 99, 100, 128_000, 9_950]) expect(readYuan(yuanText(fen))).toBe(fen);
});

it('shows which way the money went', () => {
  expect([signedLabel(20_000), signedLabel(-3_550), signedLabel(0)]).toEqual([
    '+¥200.00',
    '−¥35.50',
    '¥0.00',
  ]);
});

it('writes money to the fen, so that figures of one column line up', () => {
  expect([0, 5, 128_000, 999_999_999, -100].map(moneyLabel)).toEqual([
    ...['¥0.00', '¥0.05', '¥1,280.00', '¥9,999,999.99', '−¥1.00'],
  ]);
});
