import { sealOldNotes } from '../modules/customers/index.js';
import type { FieldCipher } from '../platform/crypto/index.js';
import { sealedFor, wordsOf, type Tx, type UnitOfWork } from '../platform/database/index.js';
import { OLD_WORDS, type OldWords } from './old-words.js';

/** Rows that one transaction seals: few enough that no client's request waits for long. */
const BATCH = 200;

export interface SealingParts {
  readonly unitOfWork: UnitOfWork;
  readonly cipher: FieldCipher;
}

interface OldRow extends Record<string, unknown> {
  readonly subject: string | null;
  readonly words: unknown;
}

/** Changes the words of one row and says whether there was anything to change. */
type Turn = (tx: Tx, old: OldWords, row: OldRow) => Promise<void>;

/**
 * Seals what older versions left in the clear, in small transactions beside running processes; may be broken off and
 * begun again. Needs an account that may change history.
 * @returns how many texts were sealed
 * @throws SubjectKeyMissing
 */
export async function sealOldWords({ unitOfWork, cipher }: SealingParts): Promise<number> {
  let done = await sealOldNotes({ unitOfWork, cipher });
  for (const old of OLD_WORDS) {
    const isThere = old.empty === null ? 'IS NOT NULL' : `<> ''`;
    const where = { columns: `t.${old.clear} AS words`, only: `t.${old.clear} ${isThere}` };
    done += await eachBatch(unitOfWork, old, where, sealOne(cipher));
  }
  return done;
}

/**
 * The way back to a version that reads words in the clear: writes them there again. Of visits nothing is opened, since
 * the version before this one seals them too.
 * @returns how many texts were opened
 */
export async function openSealedWords({
  unitOfWork,
}: Pick<SealingParts, 'unitOfWork'>): Promise<number> {
  let done = 0;
  for (const old of OLD_WORDS) {
    if (old.field !== undefined) continue;
    const where = {
      columns: `${wordsOf(`t.${old.clear}`)} AS words`,
      only: `t.${old.sealed} IS NOT NULL`,
    };
    done += await eachBatch(unitOfWork, old, where, openOne);
  }
  return done;
}

const sealOne =
  (cipher: FieldCipher): Turn =>
  async (tx, old, row) => {
    const text = typeof row.words === 'string' ? row.words : JSON.stringify(row.words);
    const sealed =
      old.field === undefined
        ? sealedFor(row.subject, text)
        : await cipher.encrypt(tx, row.subject ?? '', old.field, text);
    const named = old.sealedFor ? `, ${old.sealedFor} = ?` : '';
    await update(tx, old, row, `${old.sealed} = ?, ${old.clear} = ?${named}`, [
      ...[sealed, old.empty],
      ...(old.sealedFor ? [row.subject] : []),
    ]);
  };

const openOne: Turn = (tx, old, row) =>
  update(tx, old, row, `${old.clear} = ?, ${old.sealed} = NULL`, [row.words]);

async function update(
  tx: Tx,
  { table, key }: OldWords,
  row: OldRow,
  sets: string,
  values: readonly unknown[],
): Promise<void> {
  const named = key.map((column) => `${column} = ?`).join(' AND ');
  const keys = key.map((column) => row[column]);
  await tx.run(`UPDATE ${table} SET ${sets} WHERE ${named}`, [...values, ...keys]);
}

/** @returns how many rows were turned */
async function eachBatch(
  unitOfWork: UnitOfWork,
  old: OldWords,
  where: { readonly columns: string; readonly only: string },
  turn: Turn,
): Promise<number> {
  let [done, after]: [number, readonly unknown[] | undefined] = [0, undefined];
  for (;;) {
    const rows = await unitOfWork.run(async (tx) => {
      const some = await batchAfter(tx, old, where, after);
      for (const row of some) await turn(tx, old, row);
      return some;
    });
    done += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return done;
    after = old.key.map((column) => last[column]);
  }
}

function batchAfter(
  tx: Tx,
  old: OldWords,
  where: { readonly columns: string; readonly only: string },
  after: readonly unknown[] | undefined,
): Promise<OldRow[]> {
  const keys = old.key.map((column) => `t.${column}`).join(', ');
  const later = after ? `AND (${keys}) > (${old.key.map(() => '?').join(', ')})` : '';
  return tx.rows<OldRow>(
    `SELECT ${keys}, ${old.subject} AS subject, ${where.columns}
     FROM ${old.table} t ${old.join ?? ''}
     WHERE ${where.only} ${later} ORDER BY ${keys} LIMIT ${BATCH} FOR UPDATE`,
    after ?? [],
  );
}
