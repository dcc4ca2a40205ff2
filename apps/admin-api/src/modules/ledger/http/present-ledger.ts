import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { Account } from '../data/accounts.js';
import type { TracedEntry, TracedLine } from '../data/trace.js';
import type { Json } from '../ledger-types.js';
import { ruleOf } from '../rules/chart-of-accounts.js';
import { ENTRY_KINDS } from '../rules/entry-kinds.js';
import type { SeenSeal } from '../read-seals.js';
import type { Verdict } from '../verify-ledger.js';
import type {
  LedgerAboutDto,
  LedgerAccountDto,
  LedgerLineDto,
  LedgerSealDto,
  LedgerTransactionDto,
  LedgerVerdictDto,
} from './dto/ledger.dto.js';

export function presentVerdict(verdict: Verdict): LedgerVerdictDto {
  const { ok, checked, firstBadRow, tookMs } = verdict;
  return { ok, checked: { ...checked }, firstBadRow: firstBadRow ?? null, tookMs };
}

/** A seal closes the books of every store, so its hours are those of the salon. */
export function presentSeal({ seal, ...seen }: SeenSeal): LedgerSealDto {
  const isFirst = seal.no === 1;
  return {
    no: seal.no,
    from: isFirst ? null : toRfc3339(seal.from, HOME_ZONE),
    to: toRfc3339(seal.to, HOME_ZONE),
    ...{ txCount: seal.txCount, root: seal.root.toString('hex'), hash: seal.hash.toString('hex') },
    previousHash: isFirst ? null : seal.prevHash.toString('hex'),
    ...seen,
  };
}

export function presentEntry(entry: TracedEntry, zone: string): LedgerTransactionDto {
  return {
    ...{ entryNo: entry.entryNo, kind: entry.kind, kindName: kindName(entry.kind) },
    ...{ bizKey: entry.bizKey, storeId: entry.storeId, effectiveOn: entry.effectiveOn },
    postedAt: toRfc3339(entry.postedAt, zone),
    actorKind: entry.actor.kind as LedgerTransactionDto['actorKind'],
    ...{ actorId: entry.actor.id, about: presentAbout(entry.about), hash: entry.hash },
    reversesEntryNo: entry.reversesEntryNo ?? null,
    reversedByEntryNo: entry.reversedByEntryNo ?? null,
    sealNo: entry.sealNo ?? null,
    postings: entry.postings.map((posting) => ({
      ...{ debit: presentAccount(posting.debit), credit: presentAccount(posting.credit) },
      ...{ asset: posting.debit.asset, amount: posting.amount },
      ...{ debitLine: presentLine(posting.debitLine), creditLine: presentLine(posting.creditLine) },
    })),
  };
}

const kindName = (kind: string): string =>
  Object.hasOwn(ENTRY_KINDS, kind) ? ENTRY_KINDS[kind as keyof typeof ENTRY_KINDS] : kind;

/** Lists and nested facts are for programs. */
const presentAbout = (about: { readonly [name: string]: Json }): LedgerAboutDto[] =>
  Object.entries(about).flatMap(([name, value]) =>
    value === null || typeof value === 'object' ? [] : [{ name, value: String(value) }],
  );

const presentAccount = (account: Account): LedgerAccountDto => ({
  ...{ code: account.code, name: ruleOf(account.code).name, ownerKind: account.ownerKind },
  ownerId: account.ownerId === '' ? null : account.ownerId,
  storeId: account.storeId === '' ? null : account.storeId,
});

const presentLine = (line: TracedLine | undefined): LedgerLineDto | null =>
  line
    ? { seq: line.seq, delta: line.delta, balanceAfter: line.balanceAfter, hash: line.hash }
    : null;
