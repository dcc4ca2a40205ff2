// Preloaded into an API process (node --import): tells the parent every statement that goes to the database, with its
// parameters. Only for finding out what the API sends; never in a process that is measured.
import { createRequire } from 'node:module';
import { v8Text } from './values.mjs';

const Connection = createRequire(`${process.cwd()}/package.json`)('mysql2').Connection;
const original = Connection.prototype.query;

/** @param {unknown} sql  @param {unknown} values  @param {unknown[]} rest */
Connection.prototype.query = function query(sql, values, ...rest) {
  const options = typeof sql === 'object' && sql !== null ? sql : { sql, values };
  const { sql: text, values: params } = /** @type {{ sql: string, values?: unknown }} */ (options);
  const known = Array.isArray(params) ? params : [];
  process.send?.({ statement: v8Text({ connection: this.threadId, sql: text, values: known }) });
  return original.call(this, sql, values, ...rest);
};
