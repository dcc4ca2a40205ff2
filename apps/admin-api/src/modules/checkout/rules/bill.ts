import type { LocalDate } from '../../../platform/clock/index.js';

export const BILL_STATES = ['open', 'parked', 'awaiting', 'paid', 'reversed', 'void'] as const;
export type BillState = (typeof BILL_STATES)[number];

/** States in which a bill is not finished: they block the close of their day. */
export const UNFINISHED: readonly BillState[] = ['open', 'parked', 'awaiting'];

export const LINE_KINDS = ['service', 'product', 'package', 'top_up'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What is kept for the client: the item of its line is a plan. */
export type CardKind = 'package' | 'top_up';
/** What is used or taken home at once. */
export type GoodsKind = 'service' | 'product';

export const isCard = (line: { readonly kind: LineKind }): boolean =>
  line.kind === 'package' || line.kind === 'top_up';

/** Who did a line, and how much of it in thousandths. */
export interface StaffShare {
  readonly staffId: string;
  readonly sharePermille: number;
}

/** What was taken off a line by hand, in fen, and who answers for it. */
export interface LineDiscount {
  readonly kind: 'manual' | 'complimentary';
  readonly amountFen: number;
  readonly reason: string;
  readonly givenBy: string;
  readonly givenName: string;
  readonly approvedBy: string | null;
  readonly approvedName: string | null;
}

/** Why a line costs less than its list price. */
export interface Because {
  readonly kind: string;
  readonly label: string;
  readonly savesFen: number;
}

/** A coupon that a bill uses, and what it takes off, in fen. */
export interface BillCoupon {
  readonly couponId: string;
  readonly name: string;
  readonly savesFen: number;
}

/** Units of a line that a package or card by time covers. */
export interface BillSession {
  readonly lineSeq: number;
  readonly itemId: string;
  readonly name: string;
  readonly kind: 'package' | 'time_card';
  readonly units: number;
  /** Kept when the visit was booked. */
  readonly isReserved: boolean;
}

/** What the client keeps for another time: ids of coupons, and of items of packages. */
export interface Kept {
  readonly coupons: readonly string[];
  readonly sessions: readonly string[];
}

/** How the price of a bill came about. */
export interface BillPricing {
  readonly sentences: readonly string[];
  readonly tried: readonly {
    readonly kind: 'coupon' | 'line_price';
    readonly id: string;
    readonly sentence: string;
    readonly wouldPayFen: number | null;
  }[];
  readonly kept: Kept;
}

export const NOTHING_KEPT: Kept = { coupons: [], sessions: [] };
export const NO_PRICING: BillPricing = { sentences: [], tried: [], kept: NOTHING_KEPT };

/** One line of a bill. Amounts in fen: list = unit x quantity, price after the best rule, pay after discount by hand. */
export interface BillLine {
  readonly seq: number;
  readonly kind: LineKind;
  readonly itemId: string;
  readonly name: string;
  readonly unitFen: number;
  readonly quantity: number;
  readonly listFen: number;
  readonly priceFen: number;
  readonly payFen: number;
  readonly because: readonly Because[];
  readonly note: string;
  readonly staff: readonly StaffShare[];
  readonly discount: LineDiscount | null;
  /** Of a card: the version of its plan that was shown. */
  readonly planVersion: number | null;
}

/** A bill without its parts. Amounts in fen. */
export interface Bill {
  readonly id: string;
  readonly storeId: string;
  /** The store's day on which it was opened; with `no` its number. */
  readonly onDate: LocalDate;
  readonly no: number;
  readonly customerId: string | null;
  readonly appointmentId: string | null;
  readonly state: BillState;
  readonly version: number;
  readonly note: string;
  readonly listFen: number;
  readonly payFen: number;
  readonly paidFen: number;
  readonly paidOn: LocalDate | null;
  readonly paidAt: Date | null;
  readonly paidName: string | null;
  readonly txId: number | null;
  readonly entryNo: string | null;
  /** The reversed bill that this one does again. */
  readonly copyOf: string | null;
  readonly reversedOn: LocalDate | null;
  readonly openedName: string;
  readonly createdAt: Date;
}

/** What the lines of a bill come to. */
export function totalsOf(lines: readonly Pick<BillLine, 'listFen' | 'payFen'>[]): {
  listFen: number;
  payFen: number;
} {
  const sum = (of: 'listFen' | 'payFen'): number => lines.reduce((all, line) => all + line[of], 0);
  return { listFen: sum('listFen'), payFen: sum('payFen') };
}

/** What is to pay for each kind of line, in fen. */
export interface PayByKind {
  readonly serviceFen: number;
  readonly productFen: number;
  readonly packageFen: number;
  readonly topUpFen: number;
}

/** What is to pay for each kind of line. */
export function payByKind(lines: readonly Pick<BillLine, 'kind' | 'payFen'>[]): PayByKind {
  const of = (kind: LineKind): number =>
    lines.reduce((all, line) => (line.kind === kind ? all + line.payFen : all), 0);
  return {
    ...{ serviceFen: of('service'), productFen: of('product') },
    ...{ packageFen: of('package'), topUpFen: of('top_up') },
  };
}

/** What is to pay for what is used or taken home at once, in fen: what points may pay a share of. */
export function goodsFen(lines: readonly Pick<BillLine, 'kind' | 'payFen'>[]): number {
  const { serviceFen, productFen } = payByKind(lines);
  return serviceFen + productFen;
}

/** What a client sees of her bills: not what the desk is still writing. */
export const SHOWN_TO_CLIENTS: readonly BillState[] = ['awaiting', 'paid', 'reversed'];
