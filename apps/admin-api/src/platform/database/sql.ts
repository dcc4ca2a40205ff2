/** `INSERT INTO t (a, b) VALUES (?, ?), (?, ?)` for a number of rows; parameters are the rows, flattened. */
export function insertSql(table: string, columns: readonly string[], rowCount: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const rows = Array.from({ length: rowCount }, () => row).join(', ');
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows}`;
}

/** `?, ?, ?` for an IN list. An empty list would be a syntax error, so it is refused before it is sent. */
export function placeholders(values: readonly unknown[]): string {
  if (values.length === 0) throw new RangeError('an IN list needs at least one value');
  return values.map(() => '?').join(', ');
}

/** Escapes what a person typed for use in LIKE with the default escape character. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}

/**
 * The one way from a database integer to a number: SUM and BIGINT may come as strings, and a number beyond 2^53
 * must stop the request rather than be rounded.
 * @throws RangeError for anything that is not a safe integer
 */
export function toSafeInteger(value: unknown): number {
  const number = typeof value === 'number' ? value : Number(value);
  const empty = value === null || value === undefined || value === '';
  if (empty || !Number.isSafeInteger(number)) throw new RangeError('not a safe integer');
  return number;
}
