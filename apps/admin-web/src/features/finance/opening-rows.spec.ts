import { decodeSheet, faultsByCell, readOpening } from './opening-rows';

it('reads what was copied from a sheet, without its head', () => {
  const pasted =
    '会员号\t剩余本金\t剩余赠金\t原购买金额\t购买日期\nYC000001\t1,280.50\t200\t2000\t2025/3/5\n\n';
  expect(readOpening(pasted).map(({ row }) => row)).toEqual([
    {
      memberNo: 'YC000001',
      principalFen: 128_050,
      bonusFen: 20_000,
      originalPriceFen: 200_000,
      paidOn: '2025-03-05',
    },
  ]);
});

it('reads a CSV file, quotes, byte order mark and empty cells included', () => {
  const rows = readOpening('\uFEFFYC000002,"1,000",,,2025-01-31\r\n');
  expect(rows[0]?.row).toEqual({
    memberNo: 'YC000002',
    principalFen: 100_000,
    paidOn: '2025-01-31',
  });
});

it('marks the cell that is no amount and sends nothing of its row', () => {
  const [row] = readOpening('YC000003,很多,200,,2025-01-31');
  expect(row?.row).toBeNull();
  expect(row?.faults.map(({ column }) => column)).toEqual(['principalFen']);
});

it('lays the faults that the API names over the same cells', () => {
  const rows = readOpening('YC9,100,,,2099-01-01');
  const told = [{ row: 1, column: 'paidOn' as const, message: '购买日期不能在今天之后' }];
  expect([...faultsByCell(rows, told)]).toEqual([['1.paidOn', '购买日期不能在今天之后']]);
});

it('reads a file that a spreadsheet wrote in GB 18030', () => {
  const head = [0xbb, 0xe1, 0xd4, 0xb1, 0xba, 0xc5];
  expect(decodeSheet(new Uint8Array(head).buffer)).toBe('会员号');
  expect(decodeSheet(new TextEncoder().encode('会员号').buffer)).toBe('会员号');
});
