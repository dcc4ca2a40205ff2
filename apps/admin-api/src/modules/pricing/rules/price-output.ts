import type { LineRuleKind } from './price-input.js';

export type ReasonKind =
  | LineRuleKind
  | 'member_price'
  | 'tier'
  | 'combo'
  | 'parts'
  | 'session'
  | 'time_card'
  | 'coupon'
  | 'manual';

/** Why a line costs less than its list price. All savings of a line together are list less pay. */
export interface Reason {
  readonly kind: ReasonKind;
  /** The rule, coupon or card; null for the member price, the tier and what was given by hand. */
  readonly sourceId: string | null;
  /** 金卡八八折, 会员价, 「生日券」. */
  readonly label: string;
  /** Units that it is about. */
  readonly units: number;
  /** Fen. */
  readonly savesFen: number;
}

export interface PricedPart {
  readonly serviceId: string;
  readonly listFen: number;
  readonly payFen: number;
}

export interface PricedLine {
  readonly id: string;
  /** Of all units. */
  readonly listFen: number;
  readonly payFen: number;
  /** Units that are paid with money at the price below, coupons and hand discounts aside. */
  readonly paidUnits: number;
  readonly unitFen: number;
  readonly because: readonly Reason[];
  /** Combos: how list and pay are split. Else empty. */
  readonly parts: readonly PricedPart[];
}

export interface UsedCoupon {
  readonly couponId: string;
  readonly name: string;
  /** What it takes off, line by line. */
  readonly savesFen: number;
  readonly lines: readonly { readonly lineId: string; readonly savesFen: number }[];
}

export interface ProposedSession {
  readonly sessionId: string;
  readonly name: string;
  readonly kind: 'package' | 'time_card';
  readonly lineId: string;
  readonly units: number;
  /** It was reserved when the visit was booked. */
  readonly isReserved: boolean;
}

/** Something that was tried and lost. */
export interface Beaten {
  readonly kind: 'coupon' | 'line_price';
  /** The coupon, or the line. */
  readonly id: string;
  /** 「满300减50」未用：还差 ¥20 */
  readonly sentence: string;
  /** What the whole bill would come to with this coupon; null when it cannot be used at all, and for line prices. */
  readonly wouldPayFen: number | null;
}

/** The least to pay for a bill and how it comes about. Amounts in fen. */
export interface BestPrice {
  readonly listFen: number;
  readonly payFen: number;
  readonly lines: readonly PricedLine[];
  readonly coupons: readonly UsedCoupon[];
  readonly sessions: readonly ProposedSession[];
  /** What points could pay of it; null when none. Not taken off. */
  readonly points: { readonly points: number; readonly worthFen: number } | null;
  readonly beaten: readonly Beaten[];
  /** For the client and the receptionist, in the order of the bill. */
  readonly sentences: readonly string[];
  readonly search: { readonly nodes: number; readonly exact: boolean };
}
