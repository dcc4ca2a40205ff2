import type { Reader } from '../../../platform/database/index.js';

/** Columns of other tables that name a client. */
export interface ClientColumn {
  readonly table: string;
  readonly column: string;
}

/** What a file consists of, and the import that wrote it. */
const OF_THE_FILE = [
  ...['customer', 'customer_number', 'customer_phone', 'customer_search_term'],
  'client_import_row',
];

/**
 * Every column that points at a client's file, by its name or by a foreign key. Asked of the database, so that a table
 * that somebody adds tomorrow is looked at too.
 */
export async function clientColumns(reader: Reader): Promise<ClientColumn[]> {
  const columns = await reader.rows<ClientColumn>(
    `SELECT table_name AS \`table\`, column_name AS \`column\` FROM information_schema.columns
     WHERE table_schema = DATABASE() AND column_name = 'customer_id'
     UNION
     SELECT table_name, column_name FROM information_schema.key_column_usage
     WHERE table_schema = DATABASE() AND referenced_table_name = 'customer'`,
  );
  return columns.filter(({ table }) => !OF_THE_FILE.includes(table));
}

/** Whether anything beside the file itself speaks of this client. */
export async function isInUse(
  reader: Reader,
  columns: readonly ClientColumn[],
  id: string,
): Promise<boolean> {
  if (columns.length === 0) return false;
  const tests = columns.map(
    ({ table, column }) => `EXISTS (SELECT 1 FROM \`${table}\` WHERE \`${column}\` = ?)`,
  );
  const row = await reader.row<{ used: number }>(
    `SELECT (${tests.join(' OR ')}) AS used`,
    columns.map(() => id),
  );
  return row?.used === 1;
}
