import { toSafeInteger, type Tx } from '../../../../platform/database/index.js';

/** Points every row of one file at another. A day that both checked in stays one day of the file that goes on. */
export async function givePointsRows(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of ['points_earning', 'points_shortfall', 'points_use', 'points_adjustment'])
    await tx.run(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`, [to, from]);
  const last = await tx.row<{ turn: unknown }>(
    'SELECT COALESCE(MAX(turn), 0) AS turn FROM points_redemption WHERE customer_id = ?',
    [to],
  );
  // Turns of one reward are counted on: no two of them are the same.
  await tx.run(
    'UPDATE points_redemption SET customer_id = ?, turn = turn + ? WHERE customer_id = ?',
    [to, toSafeInteger(last?.turn ?? 0), from],
  );
  await tx.run(
    `DELETE mine FROM check_in mine JOIN check_in theirs
       ON theirs.customer_id = ? AND theirs.on_date = mine.on_date WHERE mine.customer_id = ?`,
    [to, from],
  );
  await tx.run('UPDATE check_in SET customer_id = ? WHERE customer_id = ?', [to, from]);
}
