import { describe, expect, it } from '@jest/globals';
import { openingFaults, openingWarnings, type OpeningRow } from './opening-rows.js';

const TODAY = '2026-11-22';
const ROW: OpeningRow = { memberNo: 'YC000001', principalFen: 80_000, paidOn: '2025-03-01' };
const cells = (...rows: Partial<OpeningRow>[]): string[] =>
  openingFaults(
    rows.map((row) => ({ ...ROW, ...row })),
    (memberNo) => memberNo === ROW.memberNo,
    TODAY,
  ).map(({ row, column }) => `${row}.${column}`);

describe('rows of opening balances', () => {
  it('are taken over when every cell holds', () => {
    expect(
      cells({}, { bonusFen: 10_000, originalPriceFen: 100_000 }, { principalFen: 0, bonusFen: 1 }),
    ).toEqual([]);
  });

  it('name the row and the column of each bad cell', () => {
    expect(
      cells(
        { memberNo: 'YC999999' },
        { principalFen: -1 },
        { bonusFen: 100_000_001 },
        { originalPriceFen: 79_999 },
        { paidOn: '2025-02-30' },
        { paidOn: '2026-11-23' },
        { principalFen: 0 },
      ),
    ).toEqual([
      '1.memberNo',
      '2.principalFen',
      '3.bonusFen',
      '4.originalPriceFen',
      '5.paidOn',
      '6.paidOn',
      '7.principalFen',
    ]);
  });

  it('name every bad cell of one row', () => {
    expect(cells({ memberNo: '', paidOn: 'x' })).toEqual(['1.memberNo', '1.paidOn']);
  });
});

describe('rows that may be there twice or are too much', () => {
  const row = { memberNo: 'A', principalFen: 500, bonusFen: 0, paidOn: '2025-03-01' };
  const none = { before: [], capFen: null, balanceOf: () => 0 };
  const placesOf = (...asked: Parameters<typeof openingWarnings>) =>
    openingWarnings(...asked).map((one) => `${one.row}.${one.column}`);

  it('are none where nothing is', () =>
    expect(openingWarnings([row, { ...row, memberNo: 'B' }], none)).toEqual([]));

  it('name the second row of a client', () =>
    expect(placesOf([row, { ...row, principalFen: 1 }], none)).toEqual(['2.memberNo']));

  it('name a balance that another protocol brought, and no other one', () => {
    const before = [{ ...row, protocolNo: 'QC-1', row: 7 }];
    const [warning] = openingWarnings([row], { ...none, before });
    expect(warning?.message).toContain('QC-1 第 7 行');
    expect(openingWarnings([{ ...row, principalFen: 501 }], { ...none, before })).toEqual([]);
  });

  it('name what passes the cap together with what is there and with earlier rows', () => {
    const capped = { ...none, capFen: 1000, balanceOf: () => 400 };
    expect(placesOf([row], capped)).toEqual([]);
    expect(placesOf([row, row], capped)).toEqual(['2.memberNo', '2.principalFen']);
  });
});
