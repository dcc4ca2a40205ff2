import { toAmount } from '../../../platform/money/index.js';
import type { TxRow } from '../data/journal.js';
import { isAccountCode, ruleOf } from '../rules/chart-of-accounts.js';
import { newLotIndex, type BodyLeg, type BodyLot, type EntryBody } from '../rules/entry-body.js';
import { holdId } from '../rules/hold-id.js';
import { RAW_FIELDS, trueEntry, type TrueEntry } from './journal-rows.js';
import { readAhead } from './read-ahead.js';
import {
  rowsOfStretch,
  type Stretch,
  type HoldRow,
  type LotRow,
  type PostingRow,
} from './stretch-rows.js';
import { bad, type Checking } from './verify-types.js';

/**
 * Every row of the journal is as it was written, and everything it says is in the other tables: nothing less, nothing
 * more, nothing else.
 */
export async function checkJournal(checking: Checking): Promise<void> {
  for await (const { rows, stretch } of readAhead<Page>((before) => nextPage(checking, before))) {
    checking.checked.txs += rows.length;
    for (const row of rows) checkEntry(trueEntry(row), stretch);
    requireAllTold(stretch, new Set(rows.map((row) => toAmount(row.id))));
  }
}

/** Entries with everything that belongs to them. */
interface Page {
  readonly rows: readonly TxRow[];
  readonly stretch: Stretch;
  /** The number of its last entry; of the last page, past all numbers: nothing at all may be there. */
  readonly to: number;
}

async function nextPage(checking: Checking, before: Page | undefined): Promise<Page | undefined> {
  const { reader, batch } = checking;
  const after = before?.to ?? 0;
  if (after === Number.MAX_SAFE_INTEGER) return undefined;
  const rows = await reader.rows<TxRow>(
    `SELECT ${RAW_FIELDS} FROM ledger_tx WHERE id > ? ORDER BY id LIMIT ${batch}`,
    [after],
  );
  const to = rows.length < batch ? Number.MAX_SAFE_INTEGER : toAmount(rows.at(-1)?.id);
  return { rows, to, stretch: await rowsOfStretch(checking, after, to) };
}

function checkEntry(entry: TrueEntry, stretch: Stretch): void {
  const lots = stretch.lots.get(entry.txId) ?? [];
  checkLots(entry, lots, stretch.postings.get(entry.txId) ?? []);
  checkPostings(entry, stretch, lots);
  checkHolds(entry, stretch);
}

function checkLots(
  { txId, body }: TrueEntry,
  lots: readonly LotRow[],
  postings: readonly PostingRow[],
): void {
  for (const [index, facts] of (body.lots ?? []).entries()) {
    const lot = lots.find((one) => one.sourceIndex === index);
    if (!lot)
      return bad('lot', lostLot(body, index, postings) ?? `${txId}#${index}`, '这一批储值不见了');
    const wrong = Object.entries(facts).find(([name, value]) => lot.facts[name] !== value);
    if (wrong) return bad('lot', lot.id, '这一批储值的内容与入账时不符');
  }
  const extra = lots.find((lot) => lot.sourceIndex >= (body.lots?.length ?? 0));
  if (extra) bad('lot', extra.id, '这一批储值没有对应的入账');
}

/** The number of a lot that is gone, as the posting that filled it still has it. */
function lostLot(
  body: EntryBody,
  index: number,
  postings: readonly PostingRow[],
): number | null | undefined {
  const line = body.legs.findIndex(([, , , , , creditLot]) => newLotIndex(creditLot) === index) + 1;
  return postings.find((posting) => posting.line === line)?.creditLot;
}

function checkPostings(entry: TrueEntry, stretch: Stretch, lots: readonly LotRow[]): void {
  const postings = stretch.postings.get(entry.txId) ?? [];
  for (const [index, leg] of entry.body.legs.entries()) {
    const posting = postings.find((one) => one.line === index + 1);
    const key = [entry.txId, index + 1];
    if (!posting) return bad('ledger_posting', key, '这条分录不见了');
    checkPosting(posting, leg, lots, stretch, key);
    checkLinesOf(entry, leg, index + 1, stretch);
  }
  const extra = postings.find((one) => one.line > entry.body.legs.length || one.line < 1);
  if (extra) bad('ledger_posting', [entry.txId, extra.line], '这笔账里没有这条分录');
  const legLines = linesTold(entry.body.legs, stretch);
  const extraLine = (stretch.lines.get(entry.txId) ?? []).find(
    (line) => !legLines.has(`${line.line}/${line.accountId}`),
  );
  if (extraLine) bad('account_line', [extraLine.accountId, extraLine.seq], '这笔账里没有这条流水');
}

function checkPosting(
  posting: PostingRow,
  [debit, credit, asset, amount, debitLot, creditLot]: BodyLeg,
  lots: readonly LotRow[],
  stretch: Stretch,
  key: number[],
): void {
  const same =
    posting.debit === debit &&
    posting.credit === credit &&
    posting.asset === asset &&
    posting.amount === amount;
  if (!same) bad('ledger_posting', key, '分录与这笔账的内容不符');
  for (const [lot, at] of [
    [debitLot, posting.debitLot],
    [creditLot, posting.creditLot],
  ] as const) {
    if (lotIdOf(lot, lots) === at) continue;
    const newIndex = newLotIndex(lot);
    const made = lots.find((one) => one.sourceIndex === newIndex);
    // The lot was given another number if the line, whose hash is right, has the posting's.
    const witness = stretch.lines
      .get(key[0] ?? 0)
      ?.some((line) => line.line === key[1] && line.lotId === at);
    if (made && at !== null && witness) bad('lot', made.id, '这一批储值的编号与入账时不符');
    bad('ledger_posting', key, '分录的批次与这笔账的内容不符');
  }
  for (const id of [debit, credit]) {
    if (!stretch.accounts.has(id)) bad('ledger_account', id, '账户不见了，但还有它的分录');
  }
}

const lotIdOf = (lot: BodyLot, lots: readonly LotRow[]): number | null => {
  const index = newLotIndex(lot);
  if (index === undefined) return lot as number | null;
  return lots.find((one) => one.sourceIndex === index)?.id ?? null;
};

const isTracked = (code: string | undefined): boolean =>
  code !== undefined && isAccountCode(code) && ruleOf(code).owner !== 'house';

function checkLinesOf(entry: TrueEntry, leg: BodyLeg, line: number, stretch: Stretch): void {
  const lines = stretch.lines.get(entry.txId) ?? [];
  for (const accountId of [leg[0], leg[1]]) {
    if (!isTracked(stretch.accounts.get(accountId))) continue;
    if (!lines.some((one) => one.line === line && one.accountId === accountId))
      bad('account_line', `${accountId}@${entry.txId}/${line}`, '这条流水不见了');
  }
}

function linesTold(legs: readonly BodyLeg[], { accounts }: Stretch): Set<string> {
  return new Set(
    legs.flatMap(([debit, credit], index) =>
      [debit, credit].filter((id) => isTracked(accounts.get(id))).map((id) => `${index + 1}/${id}`),
    ),
  );
}

function checkHolds({ txId, body }: TrueEntry, stretch: Stretch): void {
  const opened = stretch.opened.get(txId) ?? [];
  for (const [index, facts] of (body.opens ?? []).entries()) {
    const hold = opened.find((one) => one.openedIndex === index);
    if (!hold) return bad('ledger_hold', holdId(txId, index), '这笔冻结不见了');
    const [account, lot, amount, bizKey] = facts;
    const same =
      hold.accountId === account &&
      hold.lotId === lot &&
      hold.amount === amount &&
      hold.bizKey === bizKey &&
      hold.id === holdId(txId, index) &&
      (hold.state === 'open') === (hold.closedTxId === null);
    if (!same) bad('ledger_hold', hold.id, '冻结的内容与记录不符');
  }
  const extra = opened.find((hold) => hold.openedIndex >= (body.opens?.length ?? 0));
  if (extra) bad('ledger_hold', extra.id, '这笔冻结没有对应的记录');
  checkClosed(txId, body.closes ?? [], stretch.closed.get(txId) ?? []);
}

function checkClosed(
  txId: number,
  closes: readonly (readonly [number, string])[],
  closed: readonly HoldRow[],
): void {
  for (const [id, as] of closes) {
    const hold = closed.find((one) => one.id === id);
    if (hold?.state !== as) bad('ledger_hold', id, '冻结的状态与记录不符');
  }
  const extra = closed.find((hold) => !closes.some(([id]) => id === hold.id));
  if (extra) bad('ledger_hold', extra.id, `冻结不是由第 ${txId} 笔账解除的`);
}

/** @throws BadRowFound for a row whose entry is gone */
function requireAllTold(stretch: Stretch, there: ReadonlySet<number>): void {
  const parts = [stretch.postings, stretch.lines, stretch.lots, stretch.opened, stretch.closed];
  for (const part of parts) {
    for (const txId of part.keys()) {
      if (!there.has(txId)) bad('ledger_tx', txId, '这笔账不见了，但还有它的明细');
    }
  }
}
