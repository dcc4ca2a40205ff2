import { describe, expect, it } from '@jest/globals';
import { safeCell } from '../../sheets/safe-cell.js';
import { faultSheet } from './fault-sheet.js';

describe('the sheet of faults', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'has %j as a text, not as a formula',
    (text) => expect(safeCell(text).replaceAll('"', '')).toMatch(/^'/),
  );

  it('has one line for each bad cell, with marks and quotes inside of it', () => {
    const fault = {
      row: 3,
      column: 1,
      heading: '电话,手机',
      field: 'phone',
      value: '1"2',
    } as const;
    expect(faultSheet([{ ...fault, reason: '应为 11 位手机号' }])).toBe(
      '\uFEFF行号,列名,对应,内容,原因\r\n3,"电话,手机",手机号,"1""2",应为 11 位手机号\r\n',
    );
  });
});
