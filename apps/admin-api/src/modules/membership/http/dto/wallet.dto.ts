import { Matches } from 'class-validator';
import type { SpendOrder, StatementKind } from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { IfGiven } from '../../../../platform/input/index.js';

/** A package of sessions. */
export class WalletPackageDto {
  id: string;
  name: string;
  left: number;
  total: number;
  /** YYYY-MM-DD; null without an end. */
  expiresOn: string | null;
}

/** A coupon that is not over. */
export class WalletCouponDto {
  id: string;
  name: string;
  /** `满300减50` */
  words: string;
  /** YYYY-MM-DD; null without an end. */
  expiresOn: string | null;
}

/** What a client has. */
export class WalletDto {
  /** Paid value, in fen. */
  principalFen: number;
  /** Value given on top, in fen. */
  bonusFen: number;
  /** Of both, what is held for a refund under way; it cannot be spent. */
  heldFen: number;
  points: number;
  tier: string | null;
  packages: WalletPackageDto[];
  coupons: WalletCouponDto[];
  /** Number of the card; null before the first value. */
  cardNo: string | null;
  /** True: nothing can be spent, moved or given back until it is released at the desk. */
  frozen: boolean;
  /** Id of the refund under way; null when there is none. */
  openRefundId: string | null;
  /** Contracts that wait for a signature. */
  unsignedContracts: number;
  /** What she owes after a reversal, in fen. */
  owedFen: number;
}

/** One movement of a client's value. */
/** What a line did to a package of hers. */
export class StatementMoveDto {
  packageId: string;
  /** Change of the sessions that are left, those that wait for visits included. */
  sessions: number;
  /** Change of those that wait for a visit. */
  reserved: number;
  /** Change of the money that waits in it, in fen. */
  leftFen: number;
}

export class StatementLineDto {
  /** Tells it from every other line. */
  id: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
  kind: StatementKind;
  /** What it was, in words. */
  title: string;
  /** Change of the paid value, in fen; negative when it went out. */
  principalFen: number;
  /** Change of the value given on top, in fen. */
  bonusFen: number;
  points: number;
  /** Principal and bonus together afterwards, in fen. */
  balanceAfter: number;
  /** The bill that it paid. */
  billId?: string;
  /** What it did to her packages; empty where it has nothing to do with one. */
  packages: StatementMoveDto[];
  /** The entry in the ledger; absent where nothing was posted, such as for a card that rests. */
  txId?: string;
  /** The use of a session, for opening or disputing it. */
  sessionUseId?: string;
  /** The payment order behind it. */
  orderNo?: string;
  /** The deduction, for opening or disputing it. */
  spendId?: string;
  /** The refund behind it. */
  refundId?: string;
  /** The contract behind it. */
  contractId?: string;
  storeName?: string;
}

export class StatementDto {
  /** YYYY-MM. */
  month: string;
  /** Latest first. */
  lines: StatementLineDto[];
  /** Principal and bonus together when the month began, in fen. */
  openingFen: number;
  /** Principal and bonus together at its end or now, in fen. */
  closingFen: number;
  /** Hash of the month's last line over her stored value, hex: whoever has it can tell whether lines went missing. Empty without one. */
  sealHash: string;
}

export class WalletQueryDto {
  /** The desk where it is looked at: what may still be paid in is told for a sale there; for all of one's own unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

export class StatementQueryDto {
  /** YYYY-MM; this month unless told. */
  @IfGiven()
  @Matches(/^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/, { message: '应为年-月，如 2026-11' })
  month?: string;
}

/** The code that the desk scans. */
export class MemberCodeDto {
  /** Digits only: what the QR code holds. */
  code: string;
  /** The same in groups, to be read out. */
  shown: string;
  /** RFC 3339: fetch the next one then. */
  shownUntil: string;
  /** The server's time, RFC 3339. */
  now: string;
}

/** A lot of stored value: one sale with what is left of it. */
export class LotDto {
  id: string;
  title: string;
  storeId: string;
  storeName: string;
  validEverywhere: boolean;
  spendOrder: SpendOrder;
  /** Paid and given, in fen, as it was sold or received. */
  principalFen: number;
  bonusFen: number;
  principalLeftFen: number;
  bonusLeftFen: number;
  /** YYYY-MM-DD. */
  paidOn: string;
  orderNo: string | null;
}

/** A deduction. */
export class SpendDto {
  id: string;
  state: 'done' | 'reversed';
  title: string;
  storeId: string;
  storeName: string;
  /** Fen. */
  amountFen: number;
  /** What it would have cost before discount, in fen: a refund for her own reason reckons the used part by it. */
  listPriceFen: number;
  principalFen: number;
  bonusFen: number;
  /** `slip`: signed on paper. */
  consent: 'member_code' | 'tap' | 'slip';
  slipNo: string | null;
  byName: string;
  /** RFC 3339 in the store's offset. */
  at: string;
  /** RFC 3339 in the store's offset; null unless the client disputes it. */
  disputedAt: string | null;
  disputeNote: string | null;
  reverseReason: string | null;
  txId: string;
}

/** A freeze of a wallet. */
export class FreezeDto {
  reason: string;
  byName: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
  releaseReason: string | null;
  releasedByName: string | null;
  /** RFC 3339 in the salon's offset; null while it lasts. */
  releasedAt: string | null;
}

/** A wallet as staff see it. */
export class StaffWalletDto extends WalletDto {
  lots: LotDto[];
  /** Latest first. */
  freezes: FreezeDto[];
  /** How much may still be paid onto the card, in fen; null without a cap. */
  roomFen: number | null;
  /** The latest fifty deductions. */
  spends: SpendDto[];
}
