import { isLocalDate, type LocalDate } from '../../../platform/clock/index.js';

/** A row of opening balances as it was sent. Amounts in fen. */
export interface OpeningRow {
  readonly memberNo: string;
  readonly principalFen: number;
  readonly bonusFen?: number;
  readonly originalPriceFen?: number;
  readonly paidOn: string;
}

/** A cell that cannot be taken over; the first row is 1. */
export interface OpeningFault {
  readonly row: number;
  readonly column: keyof OpeningRow;
  readonly message: string;
}

const MOST_FEN = 100_000_000;
const EARLIEST = '2000-01-01';

const isAmount = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= MOST_FEN;

/**
 * What cannot be taken over, cell by cell.
 * @param known whether a client with this number has a file
 */
export function openingFaults(
  rows: readonly OpeningRow[],
  known: (memberNo: string) => boolean,
  today: LocalDate,
): OpeningFault[] {
  return rows.flatMap((row, place) => {
    const faults: OpeningFault[] = [];
    const fault = (column: keyof OpeningRow, message: string): void =>
      void faults.push({ row: place + 1, column, message });
    const { principalFen, bonusFen = 0, originalPriceFen: original } = row;
    if (!known(row.memberNo)) fault('memberNo', '没有这个会员号的档案');
    if (!isAmount(principalFen)) fault('principalFen', '本金应在 0 到 100 万元之间');
    if (!isAmount(bonusFen)) fault('bonusFen', '赠金应在 0 到 100 万元之间');
    if (principalFen === 0 && bonusFen === 0) fault('principalFen', '本金和赠金不能都是 0');
    if (original !== undefined && (!isAmount(original) || original < principalFen))
      fault('originalPriceFen', '原购买金额不能小于剩余本金');
    if (!isLocalDate(row.paidOn) || row.paidOn < EARLIEST) fault('paidOn', '日期应为 年-月-日');
    else if (row.paidOn > today) fault('paidOn', '购买日期不能在今天之后');
    return faults;
  });
}
