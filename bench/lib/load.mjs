import { Readable } from 'node:stream';

/** Characters that go out together: a packet may not be longer than the server takes. */
const CHUNK = 200_000;

/** @typedef {import('mysql2/promise').Connection} Connection */

/** As a column takes it. @param {Date} instant */
export const dateTime = (instant) => instant.toISOString().slice(0, 23).replace('T', ' ');
/**
 * Sends rows as a file that is never one. A table is filled by one file in the order of its primary key: only into an
 * empty table does the server sort the other keys first and write them afterwards, in order.
 * @param {Connection} connection  @param {string} table
 * @param {string} columns  names beginning with @ come in hex, with ? may be empty, which is NULL
 * @param {number} count  @param {(index: number) => readonly (readonly (string | number)[])[]} rowsOf
 */
export async function load(connection, table, columns, count, rowsOf) {
  const names = columns.split(/,\s*/);
  const set = names.flatMap((name) => {
    if (name.startsWith('@')) return `${name.slice(1)} = UNHEX(${name})`;
    return name.startsWith('?') ? `${name.slice(1)} = NULLIF(@${name.slice(1)}, '')` : [];
  });
  const read = names.map((name) => name.replace('?', '@')).join(', ');
  function* chunks() {
    let text = '';
    for (let index = 0; index < count; index += 1) {
      for (const row of rowsOf(index)) {
        text += `${row.join('\t')}\n`;
        if (text.length < CHUNK) continue;
        yield Buffer.from(text);
        text = '';
      }
    }
    yield Buffer.from(text);
  }
  await connection.query({
    sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4
          FIELDS TERMINATED BY '\\t' ESCAPED BY '' (${read}) ${set.length ? `SET ${set.join(', ')}` : ''}`,
    infileStreamFactory: () => Readable.from(chunks()),
  });
}
