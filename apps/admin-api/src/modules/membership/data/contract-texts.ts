import type { Reader, Tx } from '../../../platform/database/index.js';

/** What a text is for. */
export const TEXT_KINDS = ['stored_value', 'package'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** A version of the words that clients agree to; it never changes. */
export interface ContractText {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly createdAt: Date;
}

const SELECT = 'SELECT id, version, title, body, created_at AS createdAt FROM contract_text';

/** The version in force; undefined before the first. */
export function currentText(reader: Reader, kind: TextKind): Promise<ContractText | undefined> {
  const sql = `${SELECT} WHERE kind = ? ORDER BY version DESC LIMIT 1`;
  return reader.row<ContractText>(sql, [kind]);
}

/** Every version, latest first. */
export function allTexts(reader: Reader, kind: TextKind): Promise<ContractText[]> {
  return reader.rows<ContractText>(`${SELECT} WHERE kind = ? ORDER BY version DESC LIMIT 100`, [
    kind,
  ]);
}

/** The unique key on the version decides between two who publish at once. */
export async function insertText(
  tx: Tx,
  text: ContractText & { readonly kind: TextKind; readonly hash: Buffer; readonly staffId: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO contract_text (id, kind, version, title, body, body_hash, created_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[text.id, text.kind, text.version, text.title, text.body, text.hash],
      ...[text.staffId, text.createdAt],
    ],
  );
}
