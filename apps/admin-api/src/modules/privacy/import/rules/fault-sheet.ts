import { textTable } from '../../sheets/safe-cell.js';
import { FIELD_NAMES } from './fields.js';
import type { CellFault } from './read-row.js';

/** A bad cell with where it stands in the file. */
export interface FaultLine extends CellFault {
  readonly row: number;
  readonly heading: string;
}

/** The bad cells as a table for a spreadsheet, with the mark by which it knows UTF-8. */
export function faultSheet(faults: readonly FaultLine[]): string {
  const lines = faults.map(({ row, heading, field, value, reason }) => [
    ...[String(row), heading, FIELD_NAMES[field], value, reason],
  ]);
  return textTable([['行号', '列名', '对应', '内容', '原因'], ...lines]);
}
