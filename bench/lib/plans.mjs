import { mysqlDriver } from '../../scripts/lib/paths.mjs';

/**
 * How the database goes about a statement, a line for each table.
 * @typedef {{ sql: string, plan: readonly string[] }} Plan
 *
 * @typedef {object} ExplainRow
 * @property {string | null} table
 * @property {string | null} type
 * @property {string | null} key
 * @property {number | null} rows
 * @property {string | null} Extra
 */

/**
 * Asks for the plans of all reads among some statements, with the parameters that they were sent with.
 * @param {string} url  @param {readonly import('./replay.mjs').Statement[]} statements  @returns {Promise<Plan[]>}
 */
export async function plansOf(url, statements) {
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  try {
    const plans = [];
    for (const { sql, values } of statements) {
      if (!/^\s*SELECT\b/i.test(sql)) continue;
      const [rows] = await connection.query(`EXPLAIN ${sql}`, [...values]);
      const plan = /** @type {ExplainRow[]} */ (rows).map(
        ({ table, type, key, rows: read, Extra }) =>
          [table ?? '-', type ?? '-', key ?? 'no key', `${read ?? 0} rows`, Extra ?? '']
            .filter(Boolean)
            .join(', '),
      );
      plans.push({ sql: sql.replace(/\s+/g, ' ').trim(), plan });
    }
    return plans;
  } finally {
    await connection.end();
  }
}
