import type { LocalDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountRef, Lot } from '../ledger-types.js';
import { ruleOf } from '../rules/chart-of-accounts.js';
import { inExpiryOrder } from '../rules/units-plan.js';
import { lotsWithUnits } from './lots.js';

/** The lots of an account of points, coupons or sessions that are not used up: those that lapse first come first. */
export async function unitLotsOf(reader: Reader, ref: AccountRef): Promise<Lot[]> {
  const { owner } = ruleOf(ref.code);
  const ownerId = ref.ownerId ?? '';
  if (owner === 'house' || owner === 'staff') throw new Error(`${ref.code} has no lots`);
  const account = await reader.row<{ id: unknown }>(
    `SELECT id FROM ledger_account WHERE owner_kind = ? AND owner_id = ? AND store_id = '' AND code = ?`,
    [owner, ownerId, ref.code],
  );
  if (!account) return [];
  return inExpiryOrder(
    await lotsWithUnits(reader, { kind: owner, id: ownerId }, toAmount(account.id)),
  );
}

/** A lot that nobody used up in time. */
export interface LapsedUnits {
  readonly lotId: number;
  readonly ownerId: string;
  readonly storeId: string;
  readonly units: number;
  readonly expiresOn: LocalDate;
}

/** Lots of such accounts whose last day lies in this half-open stretch, oldest first. Held units are left alone. */
export async function lapsedUnits(
  reader: Reader,
  code: AccountRef['code'],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  limit: number,
): Promise<LapsedUnits[]> {
  const rows = await reader.rows<
    Omit<LapsedUnits, 'lotId' | 'units'> & Record<'lotId' | 'units', unknown>
  >(
    `SELECT l.id AS lotId, l.owner_id AS ownerId, l.store_id AS storeId, l.units_left AS units,
       l.expires_on AS expiresOn
     FROM lot l JOIN ledger_account a
       ON a.owner_kind = l.owner_kind AND a.owner_id = l.owner_id AND a.store_id = '' AND a.code = ? AND a.held = 0
     WHERE l.expires_on >= ? AND l.expires_on < ? AND l.units_left > 0
       AND EXISTS (SELECT 1 FROM account_line m WHERE m.lot_id = l.id AND m.account_id = a.id)
     ORDER BY l.expires_on, l.id LIMIT ?`,
    [code, from, to, limit],
  );
  return rows.map((row) => ({ ...row, lotId: toAmount(row.lotId), units: toAmount(row.units) }));
}
