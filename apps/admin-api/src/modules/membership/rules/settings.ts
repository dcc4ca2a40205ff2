import type { FieldError } from '@yance/shared-types';

/** What the law and the house leave open, for the brand or for one store (compliance.md 3 and 4: places differ). */
export interface MembershipSettings {
  /** The most paid value that one card may hold, fen; null where no cap applies. A registered card: 5,000 yuan. */
  readonly cardCapFen: number | null;
  /**
   * The most paid value that a client's packages may hold unused, fen; null where the place does not count them as
   * prepaid cards (compliance.md 3: local rules differ).
   */
  readonly packageCapFen: number | null;
  /** Days from payment in which a first card is given back without a reason. 7 by law, more in some places. */
  readonly coolingOffDays: number;
  /** Days after payment for which WeChat still takes money back; later it goes by bank transfer. */
  readonly originalWayDays: number;
  /** The most that is paid back in cash, fen; more goes by bank transfer (商务部令2012-9 art. 21). */
  readonly cashRefundMostFen: number;
  /** Wrong entries are mirrored on their own day only; later ones go by refund. */
  readonly reversalSameDayOnly: boolean;
  /** A deduction may rest on a signed slip instead of the client's code. */
  readonly slipAllowed: boolean;
  /** A top-up on the phone is paid only after its contract was signed; else the contract may be signed after it. */
  readonly signBeforePaying: boolean;
  /** A session kept for a visit to which nobody came counts as used; else it is given back. */
  readonly noShowUsesSession: boolean;
}

/** Where nothing was set: the registered card of 商务部令2012-9, the seven days of 法释〔2025〕4号 art. 14, WeChat's year. */
export const DEFAULT_SETTINGS: MembershipSettings = {
  cardCapFen: 500_000,
  packageCapFen: null,
  coolingOffDays: 7,
  originalWayDays: 365,
  cashRefundMostFen: 10_000,
  reversalSameDayOnly: true,
  slipAllowed: true,
  signBeforePaying: true,
  noShowUsesSession: false,
};

export type SettingName = keyof MembershipSettings;
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as SettingName[];

const MOST_CAP_FEN = 100_000_000;

/** Whether a number of days can be. The law gives at least seven days; WeChat refunds for a year at most. */
const RANGES = {
  coolingOffDays: [7, 90],
  originalWayDays: [1, 365],
} as const;

/** What is wrong with a change; empty when it holds. */
export function settingErrors(change: Partial<MembershipSettings>): FieldError[] {
  const errors: FieldError[] = [];
  for (const name of ['cardCapFen', 'packageCapFen'] as const) {
    const cap = change[name];
    if (typeof cap === 'number' && (cap < 1 || cap > MOST_CAP_FEN))
      errors.push({ field: name, message: '限额应在 0.01 元到 100 万元之间' });
  }
  const { cashRefundMostFen: cash } = change;
  if (cash !== undefined && (cash < 0 || cash > MOST_CAP_FEN))
    errors.push({ field: 'cashRefundMostFen', message: '金额应在 0 到 100 万元之间' });
  for (const name of ['coolingOffDays', 'originalWayDays'] as const) {
    const value = change[name];
    const [least, most] = RANGES[name];
    if (value !== undefined && (value < least || value > most))
      errors.push({ field: name, message: `应在 ${least} 到 ${most} 天之间` });
  }
  return errors;
}

/** The settings of a store: its own, else the brand's, else those of the law. */
export function effectiveSettings(
  brand: Partial<MembershipSettings>,
  store: Partial<MembershipSettings>,
): MembershipSettings {
  return { ...DEFAULT_SETTINGS, ...brand, ...store };
}
