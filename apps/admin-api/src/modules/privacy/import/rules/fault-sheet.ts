import { FIELD_NAMES } from './fields.js';
import type { CellFault } from './read-row.js';

/** A bad cell with where it stands in the file. */
export interface FaultLine extends CellFault {
  readonly row: number;
  readonly heading: string;
}

/** Spreadsheets take a text that begins with one of these for a formula, or drop it and look at the next. */
const FORMULA = /^[=+\-@\s\p{Cc}＝＋－＠]/u;

/** A cell of a table of text that no spreadsheet runs as a formula. */
export function safeCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n;\t']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const line = (cells: readonly string[]): string => cells.map(safeCell).join(',');

/** The bad cells as a table for a spreadsheet, with the mark by which it knows UTF-8. */
export function faultSheet(faults: readonly FaultLine[]): string {
  const lines = faults.map(({ row, heading, field, value, reason }) =>
    line([String(row), heading, FIELD_NAMES[field], value, reason]),
  );
  return `\uFEFF${[line(['行号', '列名', '对应', '内容', '原因']), ...lines].join('\r\n')}\r\n`;
}
