import { mysqlDriver } from '../../scripts/lib/paths.mjs';
import { id } from './ids.mjs';
import { CLIENTS } from './seed.mjs';

export const APPID = 'wx0000000000000000';
export const TOP_UP_FEN = 100_000;
const BONUS_FEN = 20_000;
const ROWS = 1_000;
const FIFTEEN_MINUTES_MS = 15 * 60_000;

/** @param {Record<string, unknown>[]} rows */
const columnsOf = ([first]) => Object.keys(first).join(', ');

/** @param {number} n  @param {{ mchid: string, stores: number, now: Date }} of */
function orderRow(n, { mchid, stores, now }) {
  return {
    ...{ order_no: id('PO', 0, n), purpose: 'top_up', subject_id: id('TU', 0, n) },
    ...{ store_id: id('ST', n % stores), customer_id: id('CM', 0, n % CLIENTS) },
    ...{ openid: `o${n}`, app_id: APPID, mch_id: mchid, amount_fen: TOP_UP_FEN, currency: 'CNY' },
    ...{ description: '充值 1000 元', state: 'pending', created_at: now },
    expires_at: new Date(now.getTime() + FIFTEEN_MINUTES_MS),
  };
}

/** @param {number} n  @param {{ stores: number, now: Date }} of */
function topUpRow(n, { stores, now }) {
  const customer = id('CM', 0, n % CLIENTS);
  return {
    ...{ id: id('TU', 0, n), customer_id: customer, store_id: id('ST', n % stores) },
    ...{ title: '充值 1000 元', price_fen: TOP_UP_FEN, bonus_fen: BONUS_FEN },
    ...{ list_price_fen: TOP_UP_FEN + BONUS_FEN, spend_order: 'principal_first' },
    ...{ valid_everywhere: 1, refund_terms: '', own_reason_basis: 'ratio', renewal: 0 },
    ...{ tender: 'wechat', order_no: id('PO', 0, n), state: 'pending', by_kind: 'client' },
    ...{ by_id: customer, by_name: '顾客', created_at: now },
  };
}

/**
 * Opens orders for top-ups that nobody has paid yet, as plain rows.
 * @param {string} url  @param {{ mchid: string, stores: number, first: number, count: number }} plan
 */
export async function openTopUps(url, { mchid, stores, first, count }) {
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  try {
    const now = new Date();
    for (let from = first; from < first + count; from += ROWS) {
      const size = Math.min(ROWS, first + count - from);
      const numbers = Array.from({ length: size }, (_, index) => from + index);
      const tables = {
        payment_order: numbers.map((n) => orderRow(n, { mchid, stores, now })),
        top_up: numbers.map((n) => topUpRow(n, { stores, now })),
      };
      for (const [table, rows] of Object.entries(tables)) {
        const sql = `INSERT INTO ${table} (${columnsOf(rows)}) VALUES ?`;
        await connection.query(sql, [rows.map((row) => Object.values(row))]);
      }
    }
  } finally {
    await connection.end();
  }
}
