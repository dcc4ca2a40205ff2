import {
  SHEET_LIMITS,
  UnreadableSheet,
  bounded,
  isBlank,
  type Cell,
  type SheetRow,
} from './cells.js';
import { dateText, isDateFormat } from './date-formats.js';
import { openZip, type Archive } from './open-zip.js';
import { readXml } from './read-xml.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/** What cells of a sheet refer to. */
interface Workbook {
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

/**
 * Reads the first visible sheet of a workbook (Office Open XML). Formulas count by the value that was kept with them.
 * @throws UnreadableSheet
 */
export async function readXlsx(bytes: Buffer): Promise<SheetRow[]> {
  const archive = await openZip(bytes);
  try {
    if (!archive.has(WORKBOOK)) throw new UnreadableSheet('not_a_table');
    const { sheet, from1904 } = await firstSheet(archive);
    const strings = archive.has(STRINGS) ? await stringsOf(archive) : [];
    const dates = archive.has(STYLES) ? await datesOf(archive) : [];
    return await rowsOf(archive, sheet, { strings, dates, from1904 });
  } finally {
    archive.close();
  }
}

async function firstSheet(archive: Archive): Promise<{ sheet: string; from1904: boolean }> {
  const visible: string[] = [];
  let from1904 = false;
  await readXml(archive.read(WORKBOOK), {
    open: (name, { state = 'visible', date1904 = '0', ...rest }) => {
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const relation =
        rest['r:id'] ?? Object.entries(rest).find(([key]) => key.endsWith(':id'))?.[1];
      if (name === 'sheet' && state === 'visible' && relation !== undefined) visible.push(relation);
    },
  });
  let target: string | undefined;
  if (archive.has(RELATIONS))
    await readXml(archive.read(RELATIONS), {
      open: (name, { Id, Target }) => {
        if (name === 'Relationship' && Id === visible[0]) target = Target;
      },
    });
  if (target === undefined) throw new UnreadableSheet('not_a_table');
  const sheet = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  if (!archive.has(sheet)) throw new UnreadableSheet('broken');
  return { sheet, from1904 };
}

async function stringsOf(archive: Archive): Promise<string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inReading = false;
  await readXml(archive.read(STRINGS), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') inReading = true;
      inText = name === 't' && !inReading;
    },
    close: (name) => {
      if (name === 'si') strings.push(current);
      if (name === 'rPh') inReading = false;
      if (name === 't') inText = false;
    },
    text: (text) => {
      // One character more than a cell may have tells that it is too long.
      if (inText) current = (current + text).slice(0, SHEET_LIMITS.cellCharacters + 1);
    },
  });
  return strings;
}

async function datesOf(archive: Archive): Promise<boolean[]> {
  const formats = new Map<string, string>();
  const dates: boolean[] = [];
  let inStyles = false;
  await readXml(archive.read(STYLES), {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, formatCode);
      if (name === 'cellXfs') inStyles = true;
      if (name === 'xf' && inStyles)
        dates.push(isDateFormat(Number(numFmtId), formats.get(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') inStyles = false;
    },
  });
  return dates;
}

/** A cell while it is read. */
interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string;
}

async function rowsOf(archive: Archive, sheet: string, book: Workbook): Promise<SheetRow[]> {
  const rows = new Map<number, Cell[]>();
  const merged: string[] = [];
  let [rowNo, column] = [0, -1];
  let cell: RawCell | undefined;
  let inValue = false;
  await readXml(archive.read(sheet), {
    open: (name, { r, t = 'n', s = '0', ref }) => {
      if (name === 'row') {
        rowNo = r === undefined ? rowNo + 1 : Number(r);
        column = -1;
        if (rows.size > SHEET_LIMITS.lines) throw new UnreadableSheet('too_many_rows');
      }
      if (name === 'c') {
        column = r === undefined ? column + 1 : placeOf(r).column;
        cell = { column, type: t, style: Number(s), hasFormula: false, value: '' };
      }
      if (name === 'f' && cell) cell.hasFormula = true;
      if (name === 'mergeCell' && ref !== undefined) merged.push(ref);
      inValue = name === 'v' || name === 't';
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name !== 'c' || !cell) return;
      keep(rows, rowNo, cell.column, cellOf(cell, book));
      cell = undefined;
    },
    text: (text) => {
      if (inValue && cell)
        cell.value = (cell.value + text).slice(0, SHEET_LIMITS.cellCharacters + 1);
    },
  });
  merged.forEach((range) => flagMerged(rows, range));
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([no, cells]) => ({ no, cells: Array.from(cells, (one) => one ?? '') }));
}

function keep(rows: Map<number, Cell[]>, no: number, column: number, cell: Cell): void {
  if (isBlank(cell)) return;
  if (!Number.isSafeInteger(no) || column < 0) throw new UnreadableSheet('broken');
  if (column >= SHEET_LIMITS.columns) throw new UnreadableSheet('too_many_columns');
  const cells = rows.get(no) ?? [];
  cells[column] = cell;
  rows.set(no, cells);
}

function cellOf({ type, style, hasFormula, value }: RawCell, book: Workbook): Cell {
  if (type === 'e') return { flaw: 'formula_error' };
  if (value === '') return hasFormula ? { flaw: 'formula_empty' } : '';
  if (type === 's') return bounded(book.strings[Number(value)] ?? '');
  if (type === 'b') return value === '1' ? '是' : '否';
  if (type !== 'n') return bounded(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return bounded(value);
  if (book.dates[style]) return dateText(number, book.from1904) ?? String(number);
  return String(number);
}

/** `C12` as column 2 (from 0) and row 12. */
function placeOf(reference: string): { column: number; row: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === '') throw new UnreadableSheet('broken');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) };
}

/**
 * Cells that were merged show one value for several: the others of the range have none, and nobody can tell whether
 * hers was meant. Only rows that hold something are looked at.
 */
function flagMerged(rows: Map<number, Cell[]>, range: string): void {
  const [first = '', last = first] = range.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  const width = Math.min(to.column, SHEET_LIMITS.columns - 1);
  const numbers =
    to.row - from.row > rows.size
      ? [...rows.keys()].filter((no) => no >= from.row && no <= to.row)
      : Array.from({ length: to.row - from.row + 1 }, (_, at) => from.row + at);
  for (const no of numbers) {
    const cells = rows.get(no);
    if (!cells) continue;
    for (let column = from.column; column <= width; column += 1)
      if (no !== from.row || column !== from.column) cells[column] = { flaw: 'merged' };
  }
}
