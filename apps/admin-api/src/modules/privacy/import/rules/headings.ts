import { SHEET_LIMITS, UnreadableSheet, textOf, type SheetRow } from '../reading/cells.js';
import { fieldOfHeading, plainHeading, type ImportField } from './fields.js';

/** Titles and remarks may stand above the headings. */
const LOOKED_AT = 10;

/** Which column is what: the field by the column's place; columns that are left out are not imported. */
export type ColumnMapping = Readonly<Record<number, ImportField>>;

/** A file's table: its headings and the rows below them. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly SheetRow[];
}

const knownIn = (row: SheetRow): number =>
  new Set(row.cells.map((cell) => fieldOfHeading(textOf(cell))).filter(Boolean)).size;

/**
 * Finds the headings: of the first lines the one that most fields are known in, else the first.
 * @throws UnreadableSheet `empty` without rows below them, `too_many_rows`
 */
export function tableOf(lines: readonly SheetRow[]): Table {
  const first = lines.slice(0, LOOKED_AT);
  const counts = first.map(knownIn);
  const place = Math.max(0, counts.indexOf(Math.max(...counts)));
  const rows = lines.slice(place + 1);
  if (rows.length === 0) throw new UnreadableSheet('empty');
  if (rows.length > SHEET_LIMITS.rows) throw new UnreadableSheet('too_many_rows');
  const width = Math.max(...lines.slice(place, place + 200).map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, at) => textOf(lines[place]?.cells[at]));
  return { headings, rows };
}

/** What each column probably is: the first column for a field has it. */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const mapping: Record<number, ImportField> = {};
  const taken = new Set<ImportField>();
  headings.forEach((heading, at) => {
    const field = fieldOfHeading(heading);
    const free = field === 'phone' && taken.has('phone') ? 'otherPhone' : field;
    if (free === undefined || taken.has(free)) return;
    mapping[at] = free;
    taken.add(free);
  });
  return mapping;
}

/** The headings as one text, by which a mapping is found again for the next file of the same kind. */
export const headingsKey = (headings: readonly string[]): string =>
  headings.map(plainHeading).join('\u001f');
