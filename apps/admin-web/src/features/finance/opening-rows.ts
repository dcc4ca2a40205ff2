import type { OpeningFault, OpeningRow } from '../../shared/api/contract';
import { readYuan } from '../../shared/format/money';

/** The columns of the table in their order, as its head names them. */
export const OPENING_COLUMNS = [
  { key: 'memberNo', name: '会员号' },
  { key: 'principalFen', name: '剩余本金' },
  { key: 'bonusFen', name: '剩余赠金' },
  { key: 'originalPriceFen', name: '原购买金额' },
  { key: 'paidOn', name: '购买日期' },
] as const;
export type OpeningColumn = (typeof OPENING_COLUMNS)[number]['key'];

/** A row as it was pasted, with what the API would be sent and what cannot even be read. */
export interface ReadRow {
  readonly cells: Readonly<Record<OpeningColumn, string>>;
  readonly row: OpeningRow | null;
  readonly faults: readonly { column: OpeningColumn; message: string }[];
}

export const MOST_ROWS = 500;

/** One line of CSV or of a pasted sheet; quotes may hold commas. */
function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}

/** `2024/3/5` and `2024.3.5` as `2024-03-05`; anything else as it stands, for the API to refuse. */
function dateText(text: string): string {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (!match) return text;
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}

/** The text of an uploaded file; spreadsheets on Chinese Windows write theirs in GB 18030. */
export function decodeSheet(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const isHead = (cells: readonly string[]): boolean => cells[0] === OPENING_COLUMNS[0].name;

/** Reads a pasted sheet or a CSV file; a head line is left out, and so are empty lines. */
export function readOpening(text: string): ReadRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.replace(/[\s,]/g, '') !== '')
    .map(cellsOf)
    .filter((cells, at) => !(at === 0 && isHead(cells)))
    .map(readRow);
}

function readRow(cells: readonly string[]): ReadRow {
  const [memberNo = '', principal = '', bonus = '', original = '', paidOn = ''] = cells;
  const faults: { column: OpeningColumn; message: string }[] = [];
  const amount = (column: OpeningColumn, text: string, isRequired: boolean) => {
    if (text === '' && !isRequired) return undefined;
    const fen = readYuan(text);
    if (fen === undefined) faults.push({ column, message: '应为金额，例如 1280 或 99.50' });
    return fen;
  };
  const principalFen = amount('principalFen', principal, true);
  const bonusFen = amount('bonusFen', bonus, false);
  const originalPriceFen = amount('originalPriceFen', original, false);
  const isWhole = faults.length === 0 && principalFen !== undefined;
  return {
    cells: {
      memberNo,
      principalFen: principal,
      bonusFen: bonus,
      originalPriceFen: original,
      paidOn,
    },
    row: isWhole
      ? {
          ...{ memberNo, principalFen, paidOn: dateText(paidOn) },
          ...(bonusFen === undefined ? {} : { bonusFen }),
          ...(originalPriceFen === undefined ? {} : { originalPriceFen }),
        }
      : null,
    faults,
  };
}

/** Every fault of the table by row and column, ours and the API's; the first row is 1. */
export function faultsByCell(
  rows: readonly ReadRow[],
  told: readonly OpeningFault[],
): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  rows.forEach(({ faults: own }, at) =>
    own.forEach(({ column, message }) => faults.set(`${at + 1}.${column}`, message)),
  );
  told.forEach(({ row, column, message }) => faults.set(`${row}.${column}`, message));
  return faults;
}
