import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { Json } from '../ledger-types.js';
import type { Account } from './accounts.js';
import { TX_FIELDS, bodyOf, type TxRow } from './journal.js';
import { linesOfEntry } from './ledger-reads.js';
import { postedLegsOf } from './posted-legs.js';

/** The effect of a posting on one account that keeps a balance. */
export interface TracedLine {
  readonly seq: number;
  readonly delta: number;
  readonly balanceAfter: number;
  readonly hash: string;
}

export interface TracedPosting {
  readonly line: number;
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: number;
  /** Undefined for house accounts, which keep no balance. */
  readonly debitLine: TracedLine | undefined;
  readonly creditLine: TracedLine | undefined;
}

/** An entry with everything that it did and what it is tied to. */
export interface TracedEntry {
  readonly txId: number;
  readonly entryNo: string;
  readonly kind: string;
  readonly bizKey: string;
  readonly storeId: string;
  readonly effectiveOn: string;
  readonly postedAt: Date;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly about: { readonly [name: string]: Json };
  readonly hash: string;
  readonly reversesEntryNo: string | undefined;
  readonly reversedByEntryNo: string | undefined;
  /** The seal that covers it; undefined while its hour is not sealed. */
  readonly sealNo: number | undefined;
  readonly postings: readonly TracedPosting[];
}

/** Finds an entry by its number; undefined when there is none. */
export async function traceEntry(
  reader: Reader,
  entryNo: string,
): Promise<TracedEntry | undefined> {
  const row = await reader.row<
    TxRow & { reverses_no: string | null; reversed_no: string | null; seal_no: unknown }
  >(
    `SELECT ${TX_FIELDS.split(', ')
      .map((name) => `t.${name}`)
      .join(', ')},
            o.entry_no AS reverses_no, r.entry_no AS reversed_no,
            (SELECT MIN(s.no) FROM ledger_seal s WHERE s.from_at <= t.posted_at AND s.to_at > t.posted_at) AS seal_no
     FROM ledger_tx t
     LEFT JOIN ledger_tx o ON o.id = t.reverses_tx_id
     LEFT JOIN ledger_tx r ON r.reverses_tx_id = t.id
     WHERE t.entry_no = ?`,
    [entryNo],
  );
  if (!row) return undefined;
  const txId = toAmount(row.id);
  return {
    ...{ txId, entryNo, kind: row.kind, bizKey: row.biz_key, storeId: row.store_id },
    ...{ effectiveOn: row.effective_on, postedAt: row.posted_at },
    ...{ actor: { kind: row.actor_kind, id: row.actor_id }, about: bodyOf(row).about ?? {} },
    ...{ hash: row.hash.toString('hex'), reversesEntryNo: row.reverses_no ?? undefined },
    ...{ reversedByEntryNo: row.reversed_no ?? undefined },
    sealNo: row.seal_no === null ? undefined : toAmount(row.seal_no),
    postings: await tracedPostings(reader, txId),
  };
}

async function tracedPostings(reader: Reader, txId: number): Promise<TracedPosting[]> {
  const legs = await postedLegsOf(reader, txId);
  const lines = await linesOfEntry(reader, txId);
  return legs.map(({ debit, credit, amount }, index) => {
    const of = (account: Account): TracedLine | undefined => {
      const line = lines.find((one) => one.line === index + 1 && one.accountId === account.id);
      return (
        line && {
          ...{ seq: line.seq, delta: line.delta, balanceAfter: line.balanceAfter, hash: line.hash },
        }
      );
    };
    return { line: index + 1, debit, credit, amount, debitLine: of(debit), creditLine: of(credit) };
  });
}
