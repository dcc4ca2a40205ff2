import { VISIT_FIELDS } from '../modules/appointments/index.js';
import { sealOldNotes } from '../modules/customers/index.js';
import type { FieldCipher } from '../platform/crypto/index.js';
import type { Tx, UnitOfWork } from '../platform/database/index.js';

/** Rows that one transaction seals: few enough that no client's request waits for long. */
const BATCH = 200;

/** A column that held people's words in the clear before a version sealed them. Names are our own, never input. */
interface OldWords {
  readonly table: string;
  readonly key: readonly string[];
  /** The client under whose key the words belong, as an expression over `t` and what `join` brings. */
  readonly subject: string;
  readonly join?: string;
  readonly clear: string;
  readonly sealed: string;
  /** The name that readers open them by. */
  readonly field: string;
  /** The column that names the client, where the row does not belong to her for good. */
  readonly sealedFor?: string;
}

const VISIT = { table: 'appointment', key: ['id'], subject: 't.customer_id' };

const OLD_WORDS: readonly OldWords[] = [
  { ...VISIT, clear: 'note', sealed: 'note_cipher', field: VISIT_FIELDS.note },
  {
    ...VISIT,
    ...{ clear: 'cancel_reason', sealed: 'cancel_reason_cipher', field: VISIT_FIELDS.cancelReason },
  },
  {
    ...{ table: 'appointment_change', key: ['appointment_id', 'seq'], subject: 'a.customer_id' },
    join: 'JOIN appointment a ON a.id = t.appointment_id',
    ...{ clear: 'reason', sealed: 'reason_cipher', field: VISIT_FIELDS.reason },
    sealedFor: 'sealed_for',
  },
];

export interface SealingParts {
  readonly unitOfWork: UnitOfWork;
  readonly cipher: FieldCipher;
}

interface OldRow extends Record<string, unknown> {
  readonly subject: string;
  readonly words: string;
}

/**
 * Seals what older versions left in the clear, in small transactions beside running processes; may be broken off and
 * begun again. Needs an account that may change history.
 * @returns how many texts were sealed
 * @throws SubjectKeyMissing
 */
export async function sealOldWords(parts: SealingParts): Promise<number> {
  let done = await sealOldNotes(parts);
  for (const old of OLD_WORDS) {
    let after: readonly unknown[] = old.key.map(() => '');
    for (;;) {
      const last = await parts.unitOfWork.run((tx) => sealSome(tx, parts.cipher, old, after));
      done += last.count;
      if (last.count < BATCH) break;
      after = last.key;
    }
  }
  return done;
}

async function sealSome(
  tx: Tx,
  cipher: FieldCipher,
  old: OldWords,
  after: readonly unknown[],
): Promise<{ readonly count: number; readonly key: readonly unknown[] }> {
  const keys = old.key.map((column) => `t.${column}`).join(', ');
  const marks = old.key.map(() => '?').join(', ');
  const rows = await tx.rows<OldRow>(
    `SELECT ${keys}, ${old.subject} AS subject, t.${old.clear} AS words
     FROM ${old.table} t ${old.join ?? ''}
     WHERE t.${old.clear} IS NOT NULL AND (${keys}) > (${marks})
     ORDER BY ${keys} LIMIT ${BATCH} FOR UPDATE`,
    after,
  );
  for (const row of rows) {
    const sealed = await cipher.encrypt(tx, row.subject, old.field, row.words);
    const named = old.sealedFor ? `, ${old.sealedFor} = ?` : '';
    await tx.run(
      `UPDATE ${old.table} SET ${old.sealed} = ?${named}, ${old.clear} = NULL
       WHERE ${old.key.map((column) => `${column} = ?`).join(' AND ')}`,
      [sealed, ...(old.sealedFor ? [row.subject] : []), ...old.key.map((column) => row[column])],
    );
  }
  const last = rows.at(-1);
  return { count: rows.length, key: last ? old.key.map((column) => last[column]) : after };
}
