import { placeholders, type Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { Json } from '../ledger-types.js';
import type { EntryKind } from '../rules/entry-kinds.js';
import { bodyOf } from './journal.js';

/** What an entry's caller told of it. */
export type About = { readonly [name: string]: Json };

/** What was told of entries, by their ids. */
export async function aboutsOf(
  reader: Reader,
  txIds: readonly number[],
): Promise<Map<number, About>> {
  if (txIds.length === 0) return new Map();
  const rows = await reader.rows<{ id: unknown; body: unknown }>(
    `SELECT id, body FROM ledger_tx WHERE id IN (${placeholders(txIds)})`,
    txIds,
  );
  return new Map(rows.map((row) => [toAmount(row.id), bodyOf(row).about ?? {}]));
}

/** What was told of the entries of one kind with these business keys, by key. */
export async function aboutsByKeys(
  reader: Reader,
  kind: EntryKind,
  keys: readonly string[],
): Promise<Map<string, About>> {
  if (keys.length === 0) return new Map();
  const rows = await reader.rows<{ bizKey: string; body: unknown }>(
    `SELECT biz_key AS bizKey, body FROM ledger_tx WHERE kind = ? AND biz_key IN (${placeholders(keys)})`,
    [kind, ...keys],
  );
  return new Map(rows.map((row) => [row.bizKey, bodyOf(row).about ?? {}]));
}
