import {
  listIn,
  moveRows,
  moveRowsBack,
  moveTables,
  moveTablesBack,
} from '../../../../platform/client-data/index.js';
import { toSafeInteger, type Tx } from '../../../../platform/database/index.js';

const TABLES = {
  ...{ points_earning: 'id', points_shortfall: 'id', points_use: 'id', points_adjustment: 'id' },
};

interface Turn {
  readonly id: string;
  readonly turn: number;
}

interface CheckIn {
  readonly on: string;
  readonly streak: number;
  readonly points: number;
  readonly at: string;
}

/**
 * Points every row of one file at another. A day that both checked in stays one day of the file that goes on.
 * @returns what moved, by table
 */
export async function givePointsRows(
  tx: Tx,
  from: string,
  to: string,
): Promise<Record<string, unknown[]>> {
  const moved = await moveTables(tx, TABLES, from, to);
  const turns = await tx.rows<Turn>(
    'SELECT id, turn FROM points_redemption WHERE customer_id = ? FOR UPDATE',
    [from],
  );
  const last = await tx.row<{ turn: unknown }>(
    'SELECT COALESCE(MAX(turn), 0) AS turn FROM points_redemption WHERE customer_id = ?',
    [to],
  );
  // Turns of one reward are counted on: no two of them are the same.
  await tx.run(
    'UPDATE points_redemption SET customer_id = ?, turn = turn + ? WHERE customer_id = ?',
    [to, toSafeInteger(last?.turn ?? 0), from],
  );
  const twice = await tx.rows<Omit<CheckIn, 'at'> & { at: Date }>(
    `SELECT mine.on_date AS \`on\`, mine.streak, mine.points, mine.at
     FROM check_in mine JOIN check_in theirs
       ON theirs.customer_id = ? AND theirs.on_date = mine.on_date WHERE mine.customer_id = ?`,
    [to, from],
  );
  await tx.run(
    `DELETE mine FROM check_in mine JOIN check_in theirs
       ON theirs.customer_id = ? AND theirs.on_date = mine.on_date WHERE mine.customer_id = ?`,
    [to, from],
  );
  const days = await moveRows(tx, 'check_in', from, to, 'on_date');
  const dropped = twice.map(({ at, ...day }) => ({ ...day, at: at.toISOString() }));
  return { ...moved, turns, days, dropped };
}

/** Points the rows back that were given. */
export async function takePointsRowsBack(
  tx: Tx,
  moved: unknown,
  files: { readonly from: string; readonly to: string },
): Promise<void> {
  await moveTablesBack(tx, TABLES, moved, files);
  for (const { id, turn } of listIn(moved, 'turns') as readonly Turn[])
    await tx.run(
      'UPDATE points_redemption SET customer_id = ?, turn = ? WHERE customer_id = ? AND id = ?',
      [files.from, turn, files.to, id],
    );
  await moveRowsBack(tx, 'check_in', listIn(moved, 'days'), files, 'on_date');
  for (const { on, streak, points, at } of listIn(moved, 'dropped') as readonly CheckIn[])
    await tx.run(
      'INSERT INTO check_in (customer_id, on_date, streak, points, at) VALUES (?, ?, ?, ?, ?)',
      [files.from, on, streak, points, new Date(at)],
    );
}
