import { IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../../../../platform/input/index.js';

export class SealsQueryDto {
  /** From the page before. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  cursor?: string;
}

/** The signed mark that closes the books of one stretch of time. */
export class LedgerSealDto {
  /** From 1, without gaps. */
  no: number;
  /** The first moment it covers, RFC 3339 in the salon's offset; null for the first seal, which covers all before. */
  from: string | null;
  /** The first moment after it, RFC 3339 in the salon's offset. */
  to: string;
  /** How many entries were posted in between. */
  txCount: number;
  /** Merkle root of these entries, hex. */
  root: string;
  /** Its own hash, hex. */
  hash: string;
  /** Hash of the seal before it, hex; null for the first. */
  previousHash: string | null;
  /** It names the hash of the seal before it. */
  chained: boolean;
  /** What it claims was signed by a key of the house. */
  signatureOk: boolean;
  /** Whether the files outside the database hold the same line. */
  exported: 'found' | 'missing' | 'different';
}

export class LedgerSealListDto {
  items: LedgerSealDto[];
  /** Where the next page begins; missing on the last one. */
  nextCursor?: string;
}

/** The first row of the books that is not as the rest says it must be. */
export class BadRowDto {
  table: string;
  /** Its primary key, parts joined by a slash. */
  key: string;
  /** What is wrong, in Chinese. */
  problem: string;
}

/** How many rows were looked at. */
export class CheckedRowsDto {
  accounts: number;
  txs: number;
  postings: number;
  lines: number;
  lots: number;
  holds: number;
  dailySums: number;
  seals: number;
}

export class LedgerVerdictDto {
  /** True when every row is as it must be. */
  ok: boolean;
  checked: CheckedRowsDto;
  /** Null when all is well. */
  firstBadRow: BadRowDto | null;
  /** Milliseconds it took. */
  tookMs: number;
}

export class LedgerAccountDto {
  code: string;
  /** As staff read it. */
  name: string;
  ownerKind: 'customer' | 'package' | 'card' | 'staff' | 'house';
  /** The client, package, card or member of staff; null for the house. */
  ownerId: string | null;
  /** The store of a house account; null for all others. */
  storeId: string | null;
}

export class LedgerLineDto {
  /** Its number among the lines of its account. */
  seq: number;
  /** Fen or units. */
  delta: number;
  balanceAfter: number;
  /** Hex. */
  hash: string;
}

export class LedgerPostingDto {
  debit: LedgerAccountDto;
  credit: LedgerAccountDto;
  asset: 'CNY' | 'SES' | 'PTS' | 'CPN';
  /** Fen for CNY, else units. */
  amount: number;
  /** Null for house accounts, which keep no balance. */
  debitLine: LedgerLineDto | null;
  creditLine: LedgerLineDto | null;
}

/** Something that the entry tells of itself. */
export class LedgerAboutDto {
  name: string;
  value: string;
}

/** An entry with all it did and what it is tied to. */
export class LedgerTransactionDto {
  entryNo: string;
  kind: string;
  /** As staff read it. */
  kindName: string;
  /** What makes it one of a kind: an order, a bill, a request. */
  bizKey: string;
  storeId: string;
  /** The business day. */
  effectiveOn: string;
  /** RFC 3339 in the store's offset. */
  postedAt: string;
  actorKind: 'client' | 'staff' | 'system';
  actorId: string;
  about: LedgerAboutDto[];
  /** Hex. */
  hash: string;
  /** The entry that this one undoes. */
  reversesEntryNo: string | null;
  /** The entry that undid this one. */
  reversedByEntryNo: string | null;
  /** The seal that covers it; null while its hour is not sealed. */
  sealNo: number | null;
  postings: LedgerPostingDto[];
}

/** What is still owed of what one store sold. */
export class StoreLiabilityDto {
  storeId: string;
  principalFen: number;
  bonusFen: number;
  packageFen: number;
  sessions: number;
  timeCardFen: number;
  /** Refunds that were approved and whose money has not left yet. */
  refundFen: number;
}

/** What is owed now: per store of hers, and for the brand as a whole. */
export class LiabilityDto {
  stores: StoreLiabilityDto[];
  /** Deposits of visits to come, all stores. */
  depositFen: number;
  giftCardFen: number;
  commissionFen: number;
  /** What clients owe. */
  receivableFen: number;
}
