import {
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { usedShare, type MovedShare, type UsedPart } from '../rules/used-share.js';

/**
 * A share of a lot goes on to another client as a lot of its own: the sale behind it and the share of what was used of
 * it go along, so that a refund gives neither more nor less than before. The wallets are locked.
 */
export async function handOnLot(
  tx: Tx,
  lots: { readonly from: number; readonly to: number },
  share: MovedShare,
): Promise<void> {
  await inheritOrigin(tx, lots);
  const rows = await usedRows(tx, lots.from);
  const gone = usedShare(rows, share);
  for (const [place, row] of rows.entries()) {
    const moved = gone[place];
    if (moved) await giveUse(tx, { ...lots, row, moved });
  }
}

/** A lot that comes of another has the same sale behind it. */
export async function inheritOrigin(
  tx: Tx,
  lots: { readonly from: number; readonly to: number },
): Promise<void> {
  await tx.run(
    `INSERT INTO lot_origin (lot_id, top_up_id)
     SELECT ?, id FROM top_up WHERE lot_id = ?
     UNION SELECT ?, top_up_id FROM lot_origin WHERE lot_id = ?`,
    [lots.to, lots.from, lots.to, lots.from],
  );
}

/** A lot that a sale leaves behind. */
export async function addOrigin(tx: Tx, lotId: number, topUpId: string): Promise<void> {
  await tx.run('INSERT INTO lot_origin (lot_id, top_up_id) VALUES (?, ?)', [lotId, topUpId]);
}

/** Every lot that a sale's value went to when it was handed on. */
export async function lotIdsOfSale(reader: Reader, topUpId: string): Promise<number[]> {
  const rows = await reader.rows<{ lotId: unknown }>(
    'SELECT lot_id AS lotId FROM lot_origin WHERE top_up_id = ?',
    [topUpId],
  );
  return rows.map(({ lotId }) => toSafeInteger(lotId));
}

interface UsedRow extends UsedPart {
  readonly spendId: string;
}

/** Of deductions that stand; one that was undone took nothing. */
async function usedRows(tx: Tx, lotId: number): Promise<UsedRow[]> {
  const rows = await tx.rows<Record<keyof UsedPart, unknown> & { spendId: string }>(
    `SELECT l.spend_id AS spendId, l.principal_fen AS principalFen, l.bonus_fen AS bonusFen,
       l.list_price_fen AS listPriceFen
     FROM wallet_spend_lot l JOIN wallet_spend s ON s.id = l.spend_id AND s.state = 'done'
     WHERE l.lot_id = ? ORDER BY l.spend_id`,
    [lotId],
  );
  return rows.map((row) => ({
    ...{ spendId: row.spendId, principalFen: toSafeInteger(row.principalFen) },
    ...{ bonusFen: toSafeInteger(row.bonusFen), listPriceFen: toSafeInteger(row.listPriceFen) },
  }));
}

async function giveUse(
  tx: Tx,
  { from, to, row, moved }: { from: number; to: number; row: UsedRow; moved: UsedPart },
): Promise<void> {
  const { spendId } = row;
  if (moved.principalFen + moved.bonusFen === 0) return;
  if (moved.principalFen === row.principalFen && moved.bonusFen === row.bonusFen) {
    await tx.run('UPDATE wallet_spend_lot SET lot_id = ? WHERE spend_id = ? AND lot_id = ?', [
      ...[to, spendId, from],
    ]);
    return;
  }
  const amounts = [moved.principalFen, moved.bonusFen, moved.listPriceFen];
  await tx.run(
    `UPDATE wallet_spend_lot SET principal_fen = principal_fen - ?, bonus_fen = bonus_fen - ?,
       list_price_fen = list_price_fen - ? WHERE spend_id = ? AND lot_id = ?`,
    [...amounts, spendId, from],
  );
  await tx.run(
    `INSERT INTO wallet_spend_lot (spend_id, lot_id, principal_fen, bonus_fen, list_price_fen)
     VALUES (?, ?, ?, ?, ?)`,
    [spendId, to, ...amounts],
  );
}

/** The sales behind lots that were handed on, by lot. */
export async function originsOf(
  reader: Reader,
  lotIds: readonly number[],
): Promise<Map<number, string>> {
  if (lotIds.length === 0) return new Map();
  const rows = await reader.rows<{ lotId: unknown; topUpId: string }>(
    `SELECT lot_id AS lotId, top_up_id AS topUpId FROM lot_origin WHERE lot_id IN (${placeholders(lotIds)})`,
    lotIds,
  );
  return new Map(rows.map(({ lotId, topUpId }) => [toSafeInteger(lotId), topUpId]));
}
