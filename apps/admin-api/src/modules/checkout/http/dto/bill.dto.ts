import type { BillState, LineKind } from '../../rules/bill.js';
import type { TenderKind } from '../../rules/tenders.js';

/** Who did a line and how much of it. */
export class LineStaffDto {
  staffId: string;
  name: string;
  /** Thousandths. */
  sharePermille: number;
}

/** Why a line costs less than its list price. */
export class BecauseDto {
  kind: string;
  label: string;
  /** Fen. */
  savesFen: number;
}

/** What was taken off by hand. */
export class LineDiscountDto {
  kind: 'manual' | 'complimentary';
  /** Fen. */
  amountFen: number;
  reason: string;
  givenBy: string;
  approvedBy: string | null;
}

/** A line of a bill. Amounts in fen. */
export class BillLineDto {
  seq: number;
  kind: LineKind;
  itemId: string;
  name: string;
  unitFen: number;
  quantity: number;
  listFen: number;
  /** After the best price. */
  priceFen: number;
  /** After what was taken off by hand. */
  payFen: number;
  because: BecauseDto[];
  staff: LineStaffDto[];
  discount: LineDiscountDto | null;
  note: string;
}

/** What paid for a part of a bill. Amounts in fen. */
export class BillTenderDto {
  kind: TenderKind;
  amountFen: number;
  givenFen: number | null;
  changeFen: number | null;
  channel: string | null;
  reference: string | null;
  /** Of stored value. */
  principalFen: number | null;
  bonusFen: number | null;
  /** How many points paid it. */
  points: number | null;
  note: string;
}

/** What the salon answered to a dispute. */
export class DisputeAnswerDto {
  words: string;
  byName: string;
  at: string;
}

/** How the client agreed. */
export class BillConfirmationDto {
  way: 'member_code' | 'tap' | 'slip';
  slipNo: string | null;
  at: string;
  disputedAt: string | null;
  disputeNote: string | null;
  /** How the salon answered what she said; null while it did not, or where it reversed the bill instead. */
  settled: DisputeAnswerDto | null;
}

/** Who did what to a bill. */
export class BillChangeDto {
  version: number;
  act: string;
  byName: string;
  reason: string | null;
  at: string;
}

/** A bill on a list. Amounts in fen. */
export class BillSummaryDto {
  id: string;
  /** The day on which it was opened and its number of that day. */
  date: string;
  no: number;
  storeId: string;
  state: BillState;
  version: number;
  clientId: string | null;
  clientName: string | null;
  appointmentId: string | null;
  listFen: number;
  payFen: number;
  paidAt: string | null;
  openedBy: string;
}

export class BillListDto {
  items: BillSummaryDto[];
}

/** A coupon that the bill uses. */
export class BillCouponDto {
  couponId: string;
  name: string;
  /** Fen. */
  savesFen: number;
}

/** Units of a line that a package or card by time covers. */
export class BillSessionDto {
  lineSeq: number;
  itemId: string;
  name: string;
  kind: 'package' | 'time_card';
  units: number;
  /** Kept when the visit was booked. */
  isReserved: boolean;
}

/** What was tried for the best price and lost. */
export class TriedPriceDto {
  kind: 'coupon' | 'line_price';
  /** The coupon, or the line. */
  id: string;
  sentence: string;
  /** What the bill would come to with it, fen; null where it cannot be used. */
  wouldPayFen: number | null;
}

/** How the price came about. */
export class BillPricingDto {
  sentences: string[];
  tried: TriedPriceDto[];
  /** What she keeps for another time. */
  keptCoupons: string[];
  keptSessions: string[];
}

/** What a bill did to the client's points. */
export class BillPointsDto {
  /** Brought by it; 0 once it was reversed. */
  earned: number;
  /** Taken back when it was reversed, but used before: her next points make up for them. */
  missing: number;
}

/** What the client's points could pay of a bill that is not paid yet. */
export class PointsOfferDto {
  /** Good today. */
  balance: number;
  /** What 100 points pay, fen. */
  fenPerHundred: number;
  /** The most that the house takes, in hundreds; 0 when not even one. */
  points: number;
  /** What these pay, fen. */
  worthFen: number;
}

/** A bill with everything on it; also what is printed. */
export class BillDto extends BillSummaryDto {
  storeName: string;
  note: string;
  lines: BillLineDto[];
  coupons: BillCouponDto[];
  sessions: BillSessionDto[];
  pricing: BillPricingDto;
  points: BillPointsDto;
  pointsOffer: PointsOfferDto | null;
  /** Her member code, her tap or a slip is needed for what it takes from her. */
  needsConsent: boolean;
  tenders: BillTenderDto[];
  /** What the client is asked to agree to. */
  proposed: BillTenderDto[];
  confirmation: BillConfirmationDto | null;
  changes: BillChangeDto[];
  /** The reversed bill that this one does again. */
  copyOf: string | null;
  takenBy: string | null;
  /** Entry in the books of what was not stored value. */
  txId: string | null;
}

/** A line as the client reads it. Amounts in fen. */
export class ReceiptLineDto {
  name: string;
  quantity: number;
  listFen: number;
  payFen: number;
  because: BecauseDto[];
  staffNames: string[];
}

/** A client's bill on her phone. Amounts in fen. */
export class ReceiptDto {
  id: string;
  date: string;
  no: number;
  storeName: string;
  state: BillState;
  version: number;
  listFen: number;
  payFen: number;
  lines: ReceiptLineDto[];
  coupons: BillCouponDto[];
  sessions: BillSessionDto[];
  points: BillPointsDto;
  tenders: BillTenderDto[];
  proposed: BillTenderDto[];
  confirmation: BillConfirmationDto | null;
  paidAt: string | null;
  reverseReason: string | null;
}

/** A client's bill on a list. */
export class ReceiptSummaryDto {
  id: string;
  date: string;
  no: number;
  storeName: string;
  state: BillState;
  /** Fen. */
  payFen: number;
  paidAt: string | null;
}

export class ReceiptListDto {
  items: ReceiptSummaryDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

export class DebtPaymentDto {
  id: string;
  clientId: string;
  /** Fen. */
  amountFen: number;
  /** What is still owed, fen. */
  owedFen: number;
  txId: string;
}
