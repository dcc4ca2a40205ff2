import type { LocalDate } from '../../../../platform/clock/index.js';
import { toSafeInteger, type Tx } from '../../../../platform/database/index.js';

/** What a person has moved by hand on a day on her own word, given and taken alike; nobody else of her reads on. */
export async function lockByHand(tx: Tx, staffId: string, on: LocalDate): Promise<number> {
  await tx.run(
    `INSERT INTO points_by_hand (staff_id, on_date, points) VALUES (?, ?, 0)
     ON DUPLICATE KEY UPDATE points = points`,
    [staffId, on],
  );
  const row = await tx.row<{ points: unknown }>(
    'SELECT points FROM points_by_hand WHERE staff_id = ? AND on_date = ? FOR UPDATE',
    [staffId, on],
  );
  return toSafeInteger(row?.points ?? 0);
}

export async function addByHand(
  tx: Tx,
  staffId: string,
  on: LocalDate,
  points: number,
): Promise<void> {
  await tx.run('UPDATE points_by_hand SET points = points + ? WHERE staff_id = ? AND on_date = ?', [
    ...[points, staffId, on],
  ]);
}
