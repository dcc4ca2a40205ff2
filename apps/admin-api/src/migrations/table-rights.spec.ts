import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RIGHTS, TABLE_RIGHTS, type SqlRight } from './table-rights.js';

const SOURCE = path.resolve(import.meta.dirname, '..');
/** The demo loader works with the account that may change tables: it empties what a broken load left. */
const OTHER_ACCOUNT = /[\\/](migrations|demo|commands|testing)[\\/]/;

const STATEMENTS: readonly { readonly right: SqlRight; readonly sql: RegExp }[] = [
  { right: 'UPDATE', sql: /\bUPDATE\s+`?([a-z_]+)`?\s+(?:[a-z]+\s+)?(?:FORCE|SET)\b/g },
  { right: 'DELETE', sql: /\bDELETE\s+FROM\s+`?([a-z_]+)`?/g },
  { right: 'INSERT', sql: /\bINSERT\s+(?:IGNORE\s+)?INTO\s+`?([a-z_]+)`?/g },
  { right: 'INSERT', sql: /\binsertSql\(\s*'([a-z_]+)'/g },
  { right: 'UPDATE', sql: /\bINSERT\s+INTO\s+`?([a-z_]+)`?[^`;]*?ON DUPLICATE KEY UPDATE/g },
];

/** What the API's SQL does with which table, as `file: RIGHT table`. */
function uses(): { where: string; right: SqlRight; table: string }[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(SOURCE, name))
    .filter(
      (file) => file.endsWith('.ts') && !file.endsWith('spec.ts') && !OTHER_ACCOUNT.test(file),
    );
  return files.flatMap((file) => {
    // Comments show examples.
    const text = readFileSync(file, 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
    return STATEMENTS.flatMap(({ right, sql }) =>
      [...text.matchAll(sql)].map((match) => ({
        where: path.relative(SOURCE, file),
        right,
        table: match[1] ?? '',
      })),
    );
  });
}

describe('the rights of the API on its tables', () => {
  it('cover every statement in its code', () => {
    const all = uses();
    expect(all.length).toBeGreaterThan(60);
    const refused = all.filter(({ table, right }) => {
      const given: readonly SqlRight[] = RIGHTS[TABLE_RIGHTS[table] ?? 'read'];
      return !given.includes(right);
    });
    expect(refused).toEqual([]);
  });

  it('let nobody change or delete history', () => {
    for (const table of ['audit_log', 'appointment_change']) {
      expect(TABLE_RIGHTS[table]).toBe('append');
    }
    // Deleting a visit would cascade into its history, which the database does without asking for rights there.
    expect(RIGHTS[TABLE_RIGHTS['appointment'] ?? 'rows']).not.toContain('DELETE');
  });
});
