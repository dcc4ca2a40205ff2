import { SHEET_LIMITS, UnreadableSheet, type SheetRow } from './cells.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

/** Kinds of files that can be read. */
export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
/** Workbooks before 2007, and locked ones of today. */
const COMPOUND = Buffer.from('d0cf11e0', 'hex');

/**
 * Reads a table by what the bytes are, not by what the file is called.
 * @throws UnreadableSheet
 */
export async function readSheet(bytes: Buffer): Promise<{ format: SheetFormat; rows: SheetRow[] }> {
  if (bytes.length === 0) throw new UnreadableSheet('empty');
  if (bytes.length > SHEET_LIMITS.bytes) throw new UnreadableSheet('too_large');
  if (bytes.subarray(0, 4).equals(COMPOUND)) throw new UnreadableSheet('old_workbook');
  const format = bytes.subarray(0, 4).equals(ZIP) ? 'xlsx' : 'csv';
  const rows = format === 'xlsx' ? await readXlsx(bytes) : await readCsv(bytes);
  if (rows.length === 0) throw new UnreadableSheet('empty');
  return { format, rows };
}
