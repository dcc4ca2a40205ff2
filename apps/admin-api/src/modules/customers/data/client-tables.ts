import { placeholders, type Reader } from '../../../platform/database/index.js';

/** Columns of other tables that name a client. */
export interface ClientColumn {
  readonly table: string;
  readonly column: string;
}

/** What a file consists of, and the import that wrote it. */
const OF_THE_FILE = [
  ...['customer_number', 'customer_phone', 'customer_search_line', 'client_import_row'],
  // What people wrote there is asked for by who wrote it (file-before).
  ...['customer_note', 'customer_change'],
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

/** Those of some clients whom anything beside their files speaks of. */
export async function inUse(
  reader: Reader,
  columns: readonly ClientColumn[],
  ids: readonly string[],
): Promise<Set<string>> {
  const used = new Set<string>();
  if (ids.length === 0) return used;
  for (const { table, column } of columns) {
    const rows = await reader.rows<{ id: string }>(
      `SELECT DISTINCT \`${column}\` AS id FROM \`${table}\` WHERE \`${column}\` IN (${placeholders(ids)})`,
      ids,
    );
    rows.forEach(({ id }) => used.add(id));
  }
  return used;
}
