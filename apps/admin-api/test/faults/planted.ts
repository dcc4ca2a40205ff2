import type { Database } from '../../src/platform/database/index.js';

/** Secrets by the name under which a failing test tells of them: never by their value. */
export type Planted = ReadonlyMap<string, string>;

/** One value of one row. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  /** As text, and for bytes as whatever text they may hold. */
  readonly text: string;
}

/** Digits that stand alone: six of them occur inside ids and hashes by chance. */
function pattern(secret: string): RegExp {
  const plain = secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^\d{6}$/.test(secret)
    ? new RegExp(`(?<![0-9A-Za-z.])${plain}(?![0-9A-Za-z])`)
    : new RegExp(plain, 'i');
}

/** The names of the secrets that a text holds, as they are, in base64 or percent-encoded. */
export function secretsIn(text: string, planted: Planted): string[] {
  return [...planted].flatMap(([name, secret]) => {
    const forms = [secret];
    if (secret.length > 10) {
      forms.push(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
      forms.push(encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1));
    }
    return forms.some((form) => pattern(form).test(text)) ? [name] : [];
  });
}

/** Which of some short texts stand in another one, as they are or as programs write them: hex, base64, percent, JSON. */
export function formsIn(text: string, planted: readonly string[]): string[] {
  const lower = text.toLowerCase();
  // What is safe in addresses uses two other signs.
  const standard = text.replaceAll('-', '+').replaceAll('_', '/');
  return planted.flatMap((secret) => {
    const bytes = Buffer.from(secret, 'utf8');
    const escaped = [...secret].map((sign) =>
      sign > '\u007f' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign,
    );
    const forms = {
      ...{ 'as it is': secret, hex: bytes.toString('hex'), percent: encodeURIComponent(secret) },
      ...{ 'JSON escapes': escaped.join('') },
      ...Object.fromEntries(base64Of(bytes).map((form, shift) => [`base64+${shift}`, form])),
    };
    return Object.entries(forms).flatMap(([name, form]) =>
      (name.startsWith('base64') ? standard.includes(form) : lower.includes(form.toLowerCase()))
        ? [`${secret} (${name})`]
        : [],
    );
  });
}

/** What of bytes shows in the base64 of a longer text, for each place that they may begin at. */
function base64Of(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The first and the last signs depend on their neighbours.
    const from = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return text.slice(from, whole);
  });
}

function textOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `${value.toString('utf8')}\n${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Everything that the database holds. */
export async function everyCell(database: Database): Promise<Cell[]> {
  const tables = await database.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const cells: Cell[] = [];
  for (const { name: table } of tables) {
    const rows = await database.rows<Record<string, unknown>>(`SELECT * FROM \`${table}\``);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value !== null) cells.push({ table, column, text: textOf(value) });
      }
    }
  }
  return cells;
}

/** `table.column: which secret`, each once. */
export function secretsOf(cells: readonly Cell[], planted: Planted): string[] {
  const found = cells.flatMap(({ table, column, text }) =>
    secretsIn(text, planted).map((name) => `${table}.${column}: ${name}`),
  );
  return [...new Set(found)].sort();
}
