import type { LocalDate } from '../../../platform/clock/index.js';
import type { Grade, GradePrice } from '../../catalog/index.js';
import type { CouponTerms, Scope } from './coupon-terms.js';

/** One service of a combo. Amounts in fen, for one combo. */
export interface ComboPart {
  readonly serviceId: string;
  readonly name: string;
  readonly categoryId: string;
  readonly listFen: number;
  readonly memberPriceFen: number | null;
  /** Its share of the combo's price; all shares together are the price. */
  readonly shareFen: number;
}

interface LineOf<Kind extends string> {
  readonly kind: Kind;
  /** The bill's own, unique on it. */
  readonly id: string;
  /** The service, product, combo rule or card plan. */
  readonly itemId: string;
  readonly name: string;
  /** Whole units, at least one. */
  readonly quantity: number;
  /** Price of one unit in fen. A service: its own, before the grade. A combo: its parts one by one. */
  readonly listFen: number;
}

export interface ServiceLine extends LineOf<'service'> {
  readonly categoryId: string;
  /** Of one unit; null when members pay what all pay. */
  readonly memberPriceFen: number | null;
  /** Of the person who does it; null when nobody in particular. */
  readonly grade: Grade | null;
  readonly gradePrices: readonly GradePrice[];
}

export interface ProductLine extends LineOf<'product'> {
  readonly categoryId: string;
  readonly memberPriceFen: number | null;
}

export interface ComboLine extends LineOf<'combo'> {
  /** What one combo costs. */
  readonly comboFen: number;
  readonly parts: readonly ComboPart[];
}

export type CardLine = LineOf<'card'>;

export type PriceLine = ServiceLine | ProductLine | ComboLine | CardLine;

/** What is known of the client when the bill is priced. */
export interface PriceClient {
  /** Member prices and member days are hers. */
  readonly isMember: boolean;
  /** Null without a tier. Permille that is paid; 1000 is no discount. */
  readonly tier: {
    readonly name: string;
    readonly servicePermille: number;
    readonly productPermille: number;
  } | null;
  /** The day her birthday is kept that lies nearest to the bill's, solar or lunar; null when not known. */
  readonly birthday: LocalDate | null;
  /** She was never served before. */
  readonly isFirstVisit: boolean;
}

/** What a rule makes of the list price. */
export type PriceEffect =
  | { readonly kind: 'price'; readonly priceFen: number }
  | { readonly kind: 'permille'; readonly permille: number }
  | { readonly kind: 'off'; readonly amountFen: number };

export const LINE_RULE_KINDS = ['timed', 'member_day', 'birthday', 'first_visit'] as const;
export type LineRuleKind = (typeof LINE_RULE_KINDS)[number];

/** When a rule holds, in the store's own time. An empty list and null say nothing. */
export interface RuleWindow {
  readonly from: LocalDate | null;
  /** Last day. */
  readonly until: LocalDate | null;
  /** 1 is Monday, 7 Sunday. */
  readonly weekdays: readonly number[];
  /** Days of the month, 1 to 31: a member day on the 8th, 18th and 28th. */
  readonly monthDays: readonly number[];
  /** Minutes since midnight; up to `untilMinute` and not including it. */
  readonly hours: { readonly fromMinute: number; readonly untilMinute: number } | null;
}

/** A price rule of the house. */
export interface LineRule {
  readonly id: string;
  readonly kind: LineRuleKind;
  readonly name: string;
  readonly effect: PriceEffect;
  readonly scope: Scope;
  readonly window: RuleWindow;
  /** Member days and birthdays are for members whatever this says. */
  readonly membersOnly: boolean;
  /** birthday: days on which it holds before and after the day itself. */
  readonly daysBefore: number;
  readonly daysAfter: number;
}

/** One package item or time card of the client. */
export interface SessionTerms {
  readonly id: string;
  readonly name: string;
  readonly kind: 'package' | 'time_card';
  readonly serviceIds: readonly string[];
  /** Units that may still be used today, without those that are reserved. */
  readonly available: number;
  /** What was reserved for lines of this bill when its visit was booked. */
  readonly reserved: readonly { readonly lineId: string; readonly units: number }[];
  /** Last day; null without one. */
  readonly expiresOn: LocalDate | null;
}

/** What her points are worth at the till. */
export interface PointsTerms {
  readonly balance: number;
  /** Points are taken in steps of so many, */
  readonly stepPoints: number;
  /** each worth so many fen. */
  readonly stepFen: number;
  /** The largest share of a bill that they pay, in permille. */
  readonly mostPermille: number;
}

/** A discount by hand; who may give it was decided before. */
export interface ManualDiscount {
  /** Null: the bill. */
  readonly lineId: string | null;
  /** `off`: fen off. `permille`: what is paid of a thousand. `price`: fen to pay for the whole line or bill. */
  readonly kind: 'off' | 'permille' | 'price';
  readonly value: number;
  readonly reason: string;
}

/** Everything a price depends on; plain data, so that a bill can keep it. */
export interface PriceInput {
  /** Day and minute of the bill in the store's time. */
  readonly at: { readonly date: LocalDate; readonly minute: number };
  readonly lines: readonly PriceLine[];
  /** Null: a passer-by without a file. */
  readonly client: PriceClient | null;
  readonly rules: readonly LineRule[];
  readonly coupons: readonly CouponTerms[];
  /** The most coupons that the house takes on one bill. */
  readonly mostCoupons: number;
  readonly sessions: readonly SessionTerms[];
  /** Null when points are not taken. */
  readonly points: PointsTerms | null;
  readonly manual: readonly ManualDiscount[];
}
