import { formatYuan } from '@yance/shared-types';
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

/** Value of a client that an earlier protocol brought. Fen. */
export interface BroughtBefore {
  readonly memberNo: string;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly paidOn: string;
  readonly protocolNo: string;
  readonly row: number;
}

/** What a protocol may bring twice or too much of: it can be right, and somebody has to say so. */
export interface OpeningDoubts {
  /** Of the clients that the rows name. */
  readonly before: readonly BroughtBefore[];
  /** The most paid value on one card; null without a cap. */
  readonly capFen: number | null;
  /** Paid value that a client has already. */
  readonly balanceOf: (memberNo: string) => number;
}

/** Rows to look at twice, in their order; the same client twice, the same balance again, more than the cap. */
export function openingWarnings(
  rows: readonly OpeningRow[],
  { before, capFen, balanceOf }: OpeningDoubts,
): OpeningFault[] {
  const first = new Map<string, number>();
  const sums = new Map<string, number>();
  return rows.flatMap((row, place) => {
    const { memberNo, principalFen, bonusFen = 0, paidOn } = row;
    // What is no amount is a fault already, and no sum can be told of it.
    if (!isAmount(principalFen) || !isAmount(bonusFen)) return [];
    const warnings: OpeningFault[] = [];
    const warn = (column: keyof OpeningRow, message: string): void =>
      void warnings.push({ row: place + 1, column, message });
    const other = first.get(memberNo);
    if (other === undefined) first.set(memberNo, place + 1);
    else warn('memberNo', `和第 ${other} 行是同一位顾客`);
    const again = before.find(
      (one) =>
        one.memberNo === memberNo &&
        one.principalFen === principalFen &&
        one.bonusFen === bonusFen &&
        one.paidOn === paidOn,
    );
    if (again) warn('memberNo', `协议 ${again.protocolNo} 第 ${again.row} 行已经导入过同样的余额`);
    const sum = (sums.get(memberNo) ?? balanceOf(memberNo)) + principalFen;
    sums.set(memberNo, sum);
    if (capFen !== null && sum > capFen)
      warn(
        'principalFen',
        `导入后本金 ${formatYuan(sum)} 元，超过单卡限额 ${formatYuan(capFen)} 元`,
      );
    return warnings;
  });
}
