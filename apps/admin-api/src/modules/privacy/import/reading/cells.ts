/** Why a cell has no value that could be used. */
export const CELL_FLAWS = ['formula_empty', 'formula_error', 'merged', 'too_long'] as const;
export type CellFlaw = (typeof CELL_FLAWS)[number];

/** What stands in a cell: its text, or why there is none. Dates of a workbook are texts `1990-05-12`. */
export type Cell = string | { readonly flaw: CellFlaw };

/** A line of a table; `no` is its number in the file, as a spreadsheet counts, from 1. */
export interface SheetRow {
  readonly no: number;
  readonly cells: readonly Cell[];
}

/** What a file may hold at most; beyond it nobody looks a table over before it is imported. */
export const SHEET_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 20_000,
  /** Lines above the headings and between the rows. */
  lines: 25_000,
  columns: 60,
  cellCharacters: 2_000,
  /** Of everything that is unpacked. */
  unpackedBytes: 96 * 1024 * 1024,
  entries: 500,
} as const;

/** Why a file cannot be read at all. */
export type SheetFault =
  | 'empty'
  | 'not_a_table'
  | 'old_workbook'
  | 'locked'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_large'
  | 'broken'
  | 'doctype'
  | 'encoding';

/** The file cannot be read; says why and nothing of what it holds. */
export class UnreadableSheet extends Error {
  constructor(readonly fault: SheetFault) {
    super(`the file is no table that can be read: ${fault}`);
    this.name = 'UnreadableSheet';
  }
}

/** Text of a cell; empty where it has none. */
export const textOf = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.trim() : '';

/** Whether nothing stands in the cell. */
export const isBlank = (cell: Cell): boolean => typeof cell === 'string' && cell.trim() === '';

/** A cell as long as one may be. */
export const bounded = (text: string): Cell =>
  text.length > SHEET_LIMITS.cellCharacters ? { flaw: 'too_long' } : text;
