import {
  insertSql,
  placeholders,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import type { Reasons } from '../rules/alike.js';

/** Two files in the order of their ids, and why they may be one person's. */
export interface DuplicatePair extends Reasons {
  readonly id: string;
  readonly lowId: string;
  readonly highId: string;
  readonly foundAt: Date;
}

export type WalkName = 'files' | 'changes';

/** Locks a walk and says how far it is. */
export async function lockWalk(tx: Tx, name: WalkName): Promise<string> {
  const row = await tx.row<{ after: string }>(
    'SELECT after_id AS after FROM duplicate_walk WHERE name = ? FOR UPDATE',
    [name],
  );
  return row?.after ?? '';
}

export async function moveWalk(tx: Tx, name: WalkName, after: string): Promise<void> {
  await tx.run('UPDATE duplicate_walk SET after_id = ? WHERE name = ?', [after, name]);
}

/** Writes what was found; a pair that is known keeps its place and what was said of it. */
export async function keepPairs(tx: Tx, pairs: readonly DuplicatePair[]): Promise<void> {
  if (pairs.length === 0) return;
  const columns = [
    ...['id', 'low_id', 'high_id', 'state', 'same_phone', 'same_birthday', 'same_tail', 'found_at'],
  ];
  await tx.run(
    `${insertSql('duplicate_pair', columns, pairs.length)}
     ON DUPLICATE KEY UPDATE same_phone = VALUES(same_phone), same_birthday = VALUES(same_birthday),
       same_tail = VALUES(same_tail)`,
    pairs.flatMap((one) => [
      ...[one.id, one.lowId, one.highId, 'open', one.samePhone ? 1 : 0, one.sameBirthday ? 1 : 0],
      ...[one.sameTail ? 1 : 0, one.foundAt],
    ]),
  );
}

/** Open pairs of these files that are no longer found: a name was mended, a phone taken off. */
export async function dropOthers(
  tx: Tx,
  ids: readonly string[],
  found: readonly DuplicatePair[],
): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx.rows<{ id: string; lowId: string; highId: string }>(
    `SELECT id, low_id AS lowId, high_id AS highId FROM duplicate_pair
     WHERE state = 'open' AND (low_id IN (${placeholders(ids)}) OR high_id IN (${placeholders(ids)}))`,
    [...ids, ...ids],
  );
  const kept = new Set(found.map(({ lowId, highId }) => `${lowId} ${highId}`));
  const gone = known.filter(({ lowId, highId }) => !kept.has(`${lowId} ${highId}`));
  if (gone.length === 0) return;
  const list = gone.map(({ id }) => id);
  await tx.run(`DELETE FROM duplicate_pair WHERE id IN (${placeholders(list)})`, list);
}

type Row = Omit<DuplicatePair, keyof Reasons> & Readonly<Record<keyof Reasons, number>>;

/** Pairs of files that both stand, the latest found first. */
export async function openPairs(
  reader: Reader,
  before: string | undefined,
  limit: number,
): Promise<DuplicatePair[]> {
  const rows = await reader.rows<Row>(
    `SELECT p.id, p.low_id AS lowId, p.high_id AS highId, p.same_phone AS samePhone,
       p.same_birthday AS sameBirthday, p.same_tail AS sameTail, p.found_at AS foundAt
     FROM duplicate_pair p JOIN customer l ON l.id = p.low_id AND l.state = 'active'
       JOIN customer h ON h.id = p.high_id AND h.state = 'active'
     WHERE p.state = 'open' ${before === undefined ? '' : 'AND p.id < ?'} ORDER BY p.id DESC LIMIT ?`,
    before === undefined ? [limit] : [before, limit],
  );
  return rows.map((row) => ({
    ...{ ...row, samePhone: row.samePhone === 1 },
    ...{ sameBirthday: row.sameBirthday === 1, sameTail: row.sameTail === 1 },
  }));
}

/** Says that a pair is two people. @returns false for an unknown pair or one that was said so before */
export async function dismissPair(
  tx: Tx,
  pairId: string,
  by: { readonly staffId: string; readonly name: string; readonly at: Date },
): Promise<boolean> {
  const { affectedRows } = await tx.run(
    `UPDATE duplicate_pair SET state = 'dismissed', dismissed_by = ?, dismissed_by_name = ?, dismissed_at = ?
     WHERE id = ? AND state = 'open'`,
    [by.staffId, by.name, by.at, pairId],
  );
  return affectedRows === 1;
}

/** Two files that were one and were parted again are two people, for good. */
export async function dismissParted(tx: Tx, one: string, other: string, at: Date): Promise<void> {
  const [lowId, highId] = one < other ? [one, other] : [other, one];
  await tx.run(
    `UPDATE duplicate_pair SET state = 'dismissed', dismissed_at = ?
     WHERE low_id = ? AND high_id = ? AND state = 'open'`,
    [at, lowId, highId],
  );
}

/** The pairs of a file that is withdrawn. */
export async function dropPairsOf(tx: Tx, id: string): Promise<void> {
  for (const column of ['low_id', 'high_id'])
    await tx.run(`DELETE FROM duplicate_pair WHERE ${column} = ?`, [id]);
}
