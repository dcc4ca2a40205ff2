/** A JSON column's value on either engine: MySQL answers values, MariaDB their text. */
export function fromJsonColumn(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}
