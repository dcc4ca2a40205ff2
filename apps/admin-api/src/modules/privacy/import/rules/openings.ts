import { openingFaults, type OpeningFault } from '../../../membership/index.js';
import type { LocalDate } from '../../../../platform/clock/index.js';
import type { ImportField } from './fields.js';
import type { ColumnMapping } from './headings.js';
import type { CellFault } from './read-row.js';

/** What a client is owed, as a protocol of opening balances takes it. Fen. */
export interface Opening {
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly originalPriceFen?: number;
  readonly paidOn: LocalDate;
}

/** The cells that tell of it. */
export interface OpeningCells {
  readonly principal?: number;
  readonly bonus?: number;
  readonly originalPrice?: number;
  readonly paidOn?: LocalDate;
  /** Stands in where nobody wrote down when she paid. */
  readonly createdOn?: LocalDate;
}

const FIELD_OF: Readonly<Record<OpeningFault['column'], ImportField>> = {
  memberNo: 'name',
  principalFen: 'principal',
  bonusFen: 'bonus',
  originalPriceFen: 'originalPrice',
  paidOn: 'paidOn',
};

/** Where a field stands in the file; where it does not, the balance's own column is named. */
function placeOf(mapping: ColumnMapping, field: ImportField): Pick<CellFault, 'column' | 'field'> {
  const columns = Object.entries(mapping);
  const [place, found] = columns.find(([, one]) => one === field) ??
    columns.find(([, one]) => one === 'principal' || one === 'bonus') ?? ['0', field];
  return { column: Number(place), field: found };
}

/** A fault of a protocol as one of the file's cells. */
export function faultOfOpening(mapping: ColumnMapping, fault: OpeningFault | undefined): CellFault {
  const place = placeOf(mapping, FIELD_OF[fault?.column ?? 'principalFen']);
  return { ...place, value: '', reason: fault?.message ?? '余额不能导入' };
}

/** What a row brings along: nothing, a balance, or what is wrong with it. */
export function readOpening(
  cells: OpeningCells,
  mapping: ColumnMapping,
  today: LocalDate,
): { readonly opening?: Opening; readonly faults: readonly CellFault[] } {
  const { principal: principalFen = 0, bonus: bonusFen = 0, originalPrice } = cells;
  if (principalFen === 0 && bonusFen === 0) return { faults: [] };
  const paidOn = cells.paidOn ?? cells.createdOn;
  if (paidOn === undefined)
    return {
      faults: [{ ...placeOf(mapping, 'paidOn'), value: '', reason: '有余额的，请写购买日期' }],
    };
  const originalPriceFen =
    originalPrice === undefined || originalPrice === 0 ? {} : { originalPriceFen: originalPrice };
  const opening = { principalFen, bonusFen, ...originalPriceFen, paidOn };
  const faults = openingFaults([{ memberNo: '', ...opening }], () => true, today);
  if (faults.length > 0) return { faults: faults.map((one) => faultOfOpening(mapping, one)) };
  return { opening, faults: [] };
}
