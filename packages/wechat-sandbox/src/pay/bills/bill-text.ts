const BOM = '\uFEFF';
const END = '\r\n';

/** A bill as WeChat Pay writes it: a BOM, lines that end with CRLF, a backtick before every value. */
export function billText(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  summaryHead: readonly string[],
  summary: readonly string[],
): string {
  const lines = [head.join(','), ...rows.map(row), summaryHead.join(','), row(summary)];
  return BOM + lines.map((line) => line + END).join('');
}

/** Fen as yuan with two decimals. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function row(values: readonly string[]): string {
  // A comma or a line's end inside a value would make a column or a line.
  return values.map((value) => `\`${value.replace(/[,\r\n]/g, ' ')}`).join(',');
}
