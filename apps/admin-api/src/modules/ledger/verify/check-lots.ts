import { toAmount } from '../../../platform/money/index.js';
import { isAccountCode, ruleOf, type LotPart } from '../rules/chart-of-accounts.js';
import { bad, type Checking } from './verify-types.js';

interface LotRow {
  id: unknown;
  principal_left: unknown;
  bonus_left: unknown;
  units_left: unknown;
}

/** What is left of every lot is the sum of its movements. */
export async function checkLots({ reader, batch }: Checking): Promise<void> {
  for (let after = 0; ;) {
    const rows = await reader.rows<LotRow>(
      `SELECT id, principal_left, bonus_left, units_left FROM lot WHERE id > ? ORDER BY id LIMIT ${batch}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    const sums = await reader.rows<{ lot_id: unknown; code: string; left_over: unknown }>(
      `SELECT l.lot_id, a.code, SUM(l.delta) AS left_over
       FROM account_line l FORCE INDEX (ix_account_line_lot) JOIN ledger_account a ON a.id = l.account_id
       WHERE l.lot_id > ? AND l.lot_id <= ? GROUP BY l.lot_id, a.code`,
      [after, toAmount(last.id)],
    );
    const left = new Map<string, number>();
    for (const { lot_id: lotId, code, left_over: amount } of sums) {
      const part = isAccountCode(code) ? ruleOf(code).lotPart : undefined;
      const key = `${toAmount(lotId)} ${part}`;
      left.set(key, (left.get(key) ?? 0) + toAmount(amount));
    }
    for (const row of rows) {
      const id = toAmount(row.id);
      const is = (part: LotPart, value: unknown): boolean =>
        toAmount(value) === (left.get(`${id} ${part}`) ?? 0);
      const right =
        is('principal', row.principal_left) &&
        is('bonus', row.bonus_left) &&
        is('units', row.units_left);
      if (!right) bad('lot', id, '剩余金额与流水之和不符');
    }
    after = toAmount(last.id);
  }
}
