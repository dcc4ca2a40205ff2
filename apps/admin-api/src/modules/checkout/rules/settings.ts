import type { FieldError, StaffRole } from '@yance/shared-types';

/** What the house leaves to its people at the till, for the brand or for one store. */
export interface CheckoutSettings {
  /** The most that a desk takes off a line by hand, in thousandths of its price. */
  readonly deskDiscountPermille: number;
  readonly managerDiscountPermille: number;
  readonly ownerDiscountPermille: number;
  /** The most that one person gives away whole in a month and store, in fen. */
  readonly complimentaryMonthFen: number;
  /** The most coupons that the house takes on one bill. */
  readonly mostCoupons: number;
}

export const DEFAULT_SETTINGS: CheckoutSettings = {
  deskDiscountPermille: 100,
  managerDiscountPermille: 300,
  ownerDiscountPermille: 1000,
  complimentaryMonthFen: 200_000,
  mostCoupons: 3,
};

export type SettingName = keyof CheckoutSettings;
export const SETTING_NAMES = Object.keys(DEFAULT_SETTINGS) as SettingName[];

const WHOLE = 1000;
const MOST_FEN = 100_000_000;
const MOST_COUPONS = 10;
/** What a setting may be at most. */
const MOST: Readonly<Partial<Record<SettingName, number>>> = {
  complimentaryMonthFen: MOST_FEN,
  mostCoupons: MOST_COUPONS,
};

/** What is wrong with a change; empty when it holds. */
export function settingErrors(change: Partial<CheckoutSettings>): FieldError[] {
  return SETTING_NAMES.flatMap((field) => {
    const value = change[field];
    const most = MOST[field] ?? WHOLE;
    const wrong = value !== undefined && (value < 0 || value > most);
    return wrong ? [{ field, message: `应在 0 到 ${most} 之间` }] : [];
  });
}

/** The most that somebody with these roles takes off by hand, in thousandths; the best of her roles. */
export function discountQuota(settings: CheckoutSettings, roles: readonly StaffRole[]): number {
  const quotas: Partial<Record<StaffRole, number>> = {
    desk: settings.deskDiscountPermille,
    manager: settings.managerDiscountPermille,
    owner: settings.ownerDiscountPermille,
  };
  return Math.max(0, ...roles.map((role) => quotas[role] ?? 0));
}

/** Whether so much off is within a quota: compared exactly, nothing is rounded. */
export function isWithinQuota(amountFen: number, priceFen: number, quotaPermille: number): boolean {
  return BigInt(amountFen) * BigInt(WHOLE) <= BigInt(priceFen) * BigInt(quotaPermille);
}
