import { placeholders, type Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import { TX_FIELDS, type TxRow } from '../data/journal.js';
import type { Json } from '../ledger-types.js';
import { canonicalJson, entryHash } from '../rules/canonical.js';
import type { EntryBody } from '../rules/entry-body.js';
import { bad } from './verify-types.js';

/** A row of the journal whose hash was found right. */
export interface TrueEntry {
  readonly txId: number;
  readonly hash: Buffer;
  readonly postedAt: Date;
  readonly reversesTxId: number | null;
  readonly body: EntryBody;
}

/** The columns of the journal with the body as text: a driver that reads JSON by itself fails where it is none. */
export const RAW_FIELDS = TX_FIELDS.replace(/\bbody\b/, 'CAST(body AS CHAR) AS body');

/** The body as it was hashed; undefined where it is no such thing any more. */
function readBody(
  text: unknown,
): { readonly body: EntryBody; readonly canonical: string } | undefined {
  try {
    const body = JSON.parse(String(text)) as EntryBody;
    return { body, canonical: canonicalJson(body as unknown as Json) };
  } catch {
    return undefined;
  }
}

/** Reads what a journal row says, once its hash is found to be the one of all it says. */
export function trueEntry(row: TxRow): TrueEntry {
  const txId = toAmount(row.id);
  const read = readBody(row.body);
  if (!read) return bad('ledger_tx', txId, '这笔账的内容已无法读取');
  const reversesTxId = row.reverses_tx_id === null ? null : toAmount(row.reverses_tx_id);
  const hash = entryHash({
    ...{ entryNo: row.entry_no, kind: row.kind, bizKey: row.biz_key, reversesTxId },
    ...{ requestHash: row.request_hash, storeId: row.store_id, effectiveOn: row.effective_on },
    ...{ postedAt: row.posted_at, actorKind: row.actor_kind, actorId: row.actor_id },
    body: read.canonical,
  });
  if (!hash.equals(row.hash)) bad('ledger_tx', txId, '这笔账的内容与它的指纹不符');
  return { txId, hash, postedAt: row.posted_at, reversesTxId, body: read.body };
}

/** Journal rows by id, each of them true; the ones that are missing are not in the answer. */
export async function trueEntries(
  reader: Reader,
  ids: readonly number[],
): Promise<Map<number, TrueEntry>> {
  if (ids.length === 0) return new Map();
  const unique = [...new Set(ids)];
  const rows = await reader.rows<TxRow>(
    `SELECT ${RAW_FIELDS} FROM ledger_tx WHERE id IN (${placeholders(unique)})`,
    unique,
  );
  return new Map(rows.map((row) => [toAmount(row.id), trueEntry(row)]));
}
