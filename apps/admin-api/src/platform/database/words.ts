import type { Reader } from './database.js';
import type { SqlParams } from './tx.js';

/** Begins the bytes of words that are sealed. */
const SEALED = Buffer.from('yance-w1');
/** Begins the bytes of words that a version before left in the clear. */
const CLEAR = Buffer.from('yance-w0');
const CLEAR_SQL = `X'${CLEAR.toString('hex')}'`;

/** Free words of people, on their way into a sealed column. */
export class Words {
  constructor(
    /** The client they are about; null where they are about none, such as a count of the till. */
    readonly customerId: string | null,
    readonly text: string,
  ) {}
}

/**
 * A parameter for a `…_cipher` column: what people type into a free field may tell of a client's health, so it lies
 * under her own key. Nothing stays nothing.
 */
export function sealedFor(customerId: string | null, text: string | null): Words | null {
  return text === null || text === '' ? null : new Words(customerId, text);
}

/**
 * Reads the words of a column, such as `t.reason`: sealed in `t.reason_cipher`, or in the clear where an older version
 * wrote them and `seal-words` has not come by. The rows that the reader gives hold them as text.
 */
export function wordsOf(column: string): string {
  return `COALESCE(${column}_cipher, CONCAT(${CLEAR_SQL}, ${column}))`;
}

/** Seals and opens words; a database without one refuses to write or read any. */
export abstract class WordSeal {
  abstract seal(reader: Reader, words: Words): Promise<Buffer>;
  /** In the order given. @throws DecryptionFailed */
  abstract open(reader: Reader, sealed: readonly Buffer[]): Promise<string[]>;
}

/** The parameters of a statement with their words sealed. */
export async function withSealedWords(
  seal: WordSeal | undefined,
  reader: Reader,
  params: SqlParams,
): Promise<SqlParams> {
  if (!params.some((each) => each instanceof Words)) return params;
  const sealed: unknown[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const each of params)
    sealed.push(
      each instanceof Words
        ? Buffer.concat([SEALED, await required(seal).seal(reader, each)])
        : each,
    );
  return sealed;
}

type Row = Record<string, unknown>;

/** What a statement answered, with the words that it asked for by `wordsOf` as text. */
export async function withOpenWords(
  seal: WordSeal | undefined,
  reader: Reader,
  sql: string,
  answer: unknown,
): Promise<unknown> {
  if (!Array.isArray(answer) || !sql.includes(CLEAR_SQL)) return answer;
  const found: { readonly row: Row; readonly name: string; readonly sealed: Buffer }[] = [];
  for (const row of answer as Row[]) {
    for (const [name, value] of Object.entries(row)) {
      if (!Buffer.isBuffer(value)) continue;
      const rest = value.subarray(SEALED.length);
      if (startsWith(value, CLEAR)) row[name] = rest.toString('utf8');
      else if (startsWith(value, SEALED)) found.push({ row, name, sealed: rest });
    }
  }
  if (found.length === 0) return answer;
  const texts = await required(seal).open(
    reader,
    found.map(({ sealed }) => sealed),
  );
  found.forEach(({ row, name }, n) => (row[name] = texts[n]));
  return answer;
}

const startsWith = (value: Buffer, mark: Buffer): boolean =>
  value.subarray(0, mark.length).equals(mark);

function required(seal: WordSeal | undefined): WordSeal {
  if (!seal) throw new Error('this database was opened without a seal for words');
  return seal;
}
