import writeWorkbook from 'write-excel-file/node';
import { harmless, textTable } from './safe-cell.js';

export const SHEET_KINDS = ['csv', 'xlsx'] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

type Line = readonly (string | number)[];

/**
 * A table as a file. Numbers stay numbers where the format knows them, and no text is ever a formula, neither here nor
 * after the file was saved as something else.
 */
export async function writeSheet(
  kind: SheetKind,
  lines: readonly Line[],
  name: string,
): Promise<Buffer> {
  if (kind === 'csv') return Buffer.from(textTable(lines.map((line) => line.map(String))));
  const data = lines.map((line) => line.map(cellOf));
  return writeWorkbook(data, { sheet: name }).toBuffer();
}

const cellOf = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value: harmless(value), type: String };
