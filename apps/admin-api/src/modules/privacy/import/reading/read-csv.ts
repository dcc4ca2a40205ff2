import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  SHEET_LIMITS,
  UnreadableSheet,
  bounded,
  isBlank,
  type Cell,
  type SheetRow,
} from './cells.js';

/** Lines that are read before others get their turn. */
const LINES_AT_ONCE = 500;
const SEPARATORS = [',', '\t', ';'] as const;

/**
 * The text of a file: UTF-8 with or without a mark, UTF-16 with one, else GB 18030, in which spreadsheets on Chinese
 * Windows write theirs.
 * @throws UnreadableSheet `encoding` when it is none of them, `not_a_table` when it is no text
 */
export function decodeText(bytes: Buffer): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const names = utf16 ? ['utf-16le'] : ['utf-8', 'gb18030'];
  for (const name of names) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      if (text.includes('\u0000')) throw new UnreadableSheet('not_a_table');
      return text;
    } catch (error) {
      if (error instanceof UnreadableSheet) throw error;
    }
  }
  throw new UnreadableSheet('encoding');
}

/** Of those that can part cells the one that the first line has most of. */
function separatorOf(text: string): string {
  const line =
    text
      .slice(0, 4_000)
      .split(/\r?\n/)
      .find((one) => one.trim() !== '') ?? '';
  const counts = SEPARATORS.map((mark) => line.split(mark).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

interface Line {
  readonly cells: string[];
  readonly next: number;
}

/** One line from `start` on (RFC 4180: quotes hold marks, line ends and doubled quotes). */
function lineAt(text: string, start: number, separator: string): Line {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const [cell, after] = text[at] === '"' ? quotedAt(text, at) : plainAt(text, at, separator);
    cells.push(cell);
    if (cells.length > SHEET_LIMITS.columns * 4) throw new UnreadableSheet('too_many_columns');
    const mark = text[after];
    if (mark === separator) at = after + 1;
    else return { cells, next: mark === '\r' && text[after + 1] === '\n' ? after + 2 : after + 1 };
  }
}

function quotedAt(text: string, start: number): [cell: string, after: number] {
  let cell = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) throw new UnreadableSheet('broken');
    cell += text.slice(at, end);
    if (text[end + 1] !== '"') return [cell, end + 1];
    cell += '"';
    at = end + 2;
  }
}

function plainAt(text: string, start: number, separator: string): [cell: string, after: number] {
  let at = start;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
    at += 1;
  return [text.slice(start, at), at];
}

/** Spreadsheets write `="0123"` to keep digits as they are; that is a text. */
const plainText = (text: string): Cell => bounded(/^\s*="([^"]*)"\s*$/.exec(text)?.[1] ?? text);

/**
 * Reads a table of text, comma, tab or semicolon between the cells. Lines without anything are left out, their
 * numbers are kept.
 * @throws UnreadableSheet
 */
export async function readCsv(bytes: Buffer): Promise<SheetRow[]> {
  const text = decodeText(bytes);
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let at = 0;
  for (let no = 1; at < text.length; no += 1) {
    if (no % LINES_AT_ONCE === 0) await nextTurn();
    if (no > SHEET_LIMITS.lines) throw new UnreadableSheet('too_many_rows');
    const line = lineAt(text, at, separator);
    // Text that follows a closing quote belongs to no cell.
    if (line.next <= at) throw new UnreadableSheet('broken');
    at = line.next;
    const cells = line.cells.map(plainText);
    if (cells.every(isBlank)) continue;
    const last = cells.findLastIndex((cell) => !isBlank(cell));
    if (last >= SHEET_LIMITS.columns) throw new UnreadableSheet('too_many_columns');
    rows.push({ no, cells: cells.slice(0, last + 1) });
  }
  return rows;
}
