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

/** What a body says; undefined where it is no such thing any more. */
function readBody(text: string): EntryBody | undefined {
  try {
    return JSON.parse(text) as EntryBody;
  } catch {
    return undefined;
  }
}

/** Reads what a journal row says, once its hash is found to be the one of all it says. */
export function trueEntry(row: TxRow): TrueEntry {
  const txId = toAmount(row.id);
  const text = String(row.body);
  const body = readBody(text);
  if (!body) return bad('ledger_tx', txId, '这笔账的内容已无法读取');
  const reversesTxId = row.reverses_tx_id === null ? null : toAmount(row.reverses_tx_id);
  const head = {
    ...{ entryNo: row.entry_no, kind: row.kind, bizKey: row.biz_key, reversesTxId },
    ...{ requestHash: row.request_hash, storeId: row.store_id, effectiveOn: row.effective_on },
    ...{ postedAt: row.posted_at, actorKind: row.actor_kind, actorId: row.actor_id },
  };
  // MariaDB gives the text back as it was written, and that is what was hashed; MySQL gives another text of the same.
  if (!entryHash({ ...head, body: text }).equals(row.hash)) {
    const canonical = canonicalOf(body);
    if (canonical === undefined) return bad('ledger_tx', txId, '这笔账的内容已无法读取');
    if (!entryHash({ ...head, body: canonical }).equals(row.hash))
      bad('ledger_tx', txId, '这笔账的内容与它的指纹不符');
  }
  return { txId, hash: row.hash, postedAt: row.posted_at, reversesTxId, body };
}

/** The text that would have been hashed; undefined for what no entry ever held, such as a broken number. */
function canonicalOf(body: EntryBody): string | undefined {
  try {
    return canonicalJson(body as unknown as Json);
  } catch {
    return undefined;
  }
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
