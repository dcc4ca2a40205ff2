/** Spreadsheets take a text that begins with one of these for a formula, or drop it and look at the next. */
const FORMULA = /^[=+\-@\s\p{Cc}＝＋－＠]/u;

/** A text that no spreadsheet runs as a formula, whatever it is saved as afterwards. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The same as a cell of a table of text. */
export function safeCell(text: string): string {
  const cell = harmless(text);
  return /[",\r\n;\t']/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Lines of cells as a table of text, with the mark by which a spreadsheet knows UTF-8. */
export function textTable(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(safeCell).join(',')).join('\r\n')}\r\n`;
}
