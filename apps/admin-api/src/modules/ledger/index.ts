export { LedgerModule } from './ledger.module.js';
export { Ledger, type Locked, type Spend } from './ledger.js';
export { LedgerWork, type OnceKey } from './ledger-work.js';
export { EntryExists } from './entry-exists.js';
export * from './ledger-types.js';
export type { Reversal, Reversed } from './reverse-entry.js';
export type { Bought, Buying, PaidInto } from './rules/spend-legs.js';
export type { UnitsUse } from './use-units.js';
export type { LotShare, LotTransfer, Transferred } from './transfer-lots.js';
export {
  ACCOUNT_CODES,
  ruleOf,
  type AccountCode,
  type Asset,
  type OwnerKind,
} from './rules/chart-of-accounts.js';
export { ENTRY_KINDS, type EntryKind } from './rules/entry-kinds.js';
export { aboutsByKeys, aboutsOf, type About } from './data/abouts.js';
export { entryByKey, type KnownEntry } from './data/journal.js';
export { holdByKey, holdsByIds, type Hold } from './data/holds.js';
export { lotsByIds, lotsOf, lotsOfEntry } from './data/lots.js';
export { lotsMovedTo } from './data/moved-lots.js';
export { lapsedUnits, unitLotsOf, type LapsedUnits } from './data/unit-lots.js';
export {
  balancesOf,
  lastStoreOf,
  linesOfEntry,
  linesOfLot,
  statementLines,
  type Balance,
  type StatementLine,
  type StatementPage,
  type StatementQuery,
} from './data/ledger-reads.js';
export { balancesBefore } from './data/balances-before.js';
export { brandLiability, storeLiabilities } from './data/liability.js';
export type { BrandLiability, StoreLiability } from './data/liability.js';
export { traceEntry, type TracedEntry, type TracedPosting } from './data/trace.js';
export { houseMoves, lastTxId, type BookStretch } from './data/till-moves.js';
export { SealLedger } from './seal-ledger.js';
export { SealFiles } from './seal-files.js';
export { SealKeys } from './seal-keys.js';
export { VerifyLedger, type Verdict } from './verify-ledger.js';
export type { BadRow, Checked } from './verify/verify-types.js';
