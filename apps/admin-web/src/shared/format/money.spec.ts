import { readYuan, signedLabel, yuanText } from './money';

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
    '+¥200',
    '−¥35.50',
    '¥0',
  ]);
});
