import type { AutomationState, FieldError, LeapDay } from '@yance/shared-types';

/** A birthday automation as marketing writes it. */
export interface AutomationDraft {
  readonly name: string;
  readonly state: AutomationState;
  /** The coupon that it gives. */
  readonly templateId: string;
  /** The stores whose clients it is for. */
  readonly storeIds: readonly string[];
  /** Given so many days before the birthday. */
  readonly daysBefore: number;
  /** Good until so many days after the birthday. */
  readonly daysAfter: number;
  readonly leapDay: LeapDay;
  /** The most coupons of a year; null without a limit. */
  readonly budgetCount: number | null;
  /** What the coupons of a year can take off at the most, in fen; null without a limit. */
  readonly budgetFen: number | null;
  /** What the client reads with it. */
  readonly words: string;
  /** Where no subscribe message reaches her: a text message, then a call, if she agreed to it. */
  readonly bySms: boolean;
  readonly byCall: boolean;
}

const MOST_DAYS = 60;

/** What does not hold; empty when all does. */
export function automationErrors(draft: AutomationDraft): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: keyof AutomationDraft, message: string): void =>
    void errors.push({ field, message });
  if (draft.name.trim() === '') add('name', '请填写名称');
  if (draft.words.trim() === '') add('words', '请填写祝福语');
  if (draft.storeIds.length === 0) add('storeIds', '请至少选一家门店');
  if (draft.daysBefore > MOST_DAYS) add('daysBefore', '最早提前 60 天发放');
  if (draft.daysAfter > MOST_DAYS) add('daysAfter', '生日后最长再用 60 天');
  if (draft.budgetCount === 0) add('budgetCount', '张数预算应大于 0，不限请留空');
  if (draft.budgetFen === 0) add('budgetFen', '金额预算应大于 0，不限请留空');
  return errors;
}
