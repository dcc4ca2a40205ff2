import type { FieldError, OwnReasonBasis, PackageKind, PlanState } from '@yance/shared-types';
import { VOID_TERMS_MESSAGE, hasVoidTerms } from '../../rules/void-terms.js';

/** One entitlement of a plan. */
export interface PlanItem {
  readonly name: string;
  /** Any of these; one for a fixed plan. */
  readonly serviceIds: readonly string[];
  /** Paid for; none for a card by time. */
  readonly sessions: number;
  /** Given on top. */
  readonly giftSessions: number;
  /** Of one session before discount, in fen; of the whole card for a card by time. */
  readonly listPriceFen: number;
}

/** A package plan as a manager writes it. */
export interface PackagePlanDraft {
  readonly name: string;
  readonly kind: PackageKind;
  /** What the client pays, in fen. */
  readonly priceFen: number;
  /** Days from payment, that day included; null without a date. */
  readonly validDays: number | null;
  /** Of a card by time; null without a limit. */
  readonly usesPerDay: number | null;
  /** 通店: valid in all stores; else only in the store that sold it (本店). */
  readonly validEverywhere: boolean;
  readonly onPhone: boolean;
  /** Stores that sell it. */
  readonly storeIds: readonly string[];
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  readonly state: PlanState;
  readonly sort: number;
  readonly items: readonly PlanItem[];
}

const MOST_FEN = 100_000_000;

/** What all of it would cost before discount, in fen. */
export function listPriceOf({ kind, items }: Pick<PackagePlanDraft, 'kind' | 'items'>): number {
  return items.reduce((sum, item) => sum + item.listPriceFen * unitsOf(kind, item), 0);
}

/** How many units an item is: all of its sessions, gifts too; a card by time is one. */
const unitsOf = (kind: PackageKind, item: PricedItem): number =>
  kind === 'time' ? 1 : item.sessions + item.giftSessions;

/** What an item's share of the price depends on. */
type PricedItem = Pick<PlanItem, 'sessions' | 'giftSessions' | 'listPriceFen'>;

/**
 * The items' weights in the price. One that is given whole has none: it lapses without money. Where nothing has a list
 * price, sessions count alike.
 */
export function priceWeights(plan: {
  readonly kind: PackageKind;
  readonly items: readonly PricedItem[];
}): number[] {
  const units = plan.items.map((item) =>
    plan.kind !== 'time' && item.sessions === 0 ? 0 : unitsOf(plan.kind, item),
  );
  const weights = plan.items.map((item, at) => item.listPriceFen * (units[at] ?? 0));
  return weights.some((weight) => weight > 0) ? weights : units;
}

/** What does not hold; empty when all does. */
export function packagePlanErrors(draft: PackagePlanDraft): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: string, message: string): void => void errors.push({ field, message });
  if (draft.name.trim() === '') add('name', '请填写名称');
  if (draft.priceFen < 1 || draft.priceFen > MOST_FEN)
    add('priceFen', '金额应在 0.01 元到 100 万元之间');
  if (draft.storeIds.length === 0) add('storeIds', '请至少选一家门店');
  if (draft.refundTerms.trim() === '') add('refundTerms', '请写明退款约定');
  else if (hasVoidTerms(draft.refundTerms)) add('refundTerms', VOID_TERMS_MESSAGE);
  if (draft.kind === 'time' && draft.validDays === null) add('validDays', '时间卡要写明天数');
  if (draft.kind !== 'time' && draft.usesPerDay !== null)
    add('usesPerDay', '只有时间卡可以限制每天次数');
  for (const [at, item] of draft.items.entries())
    if (item.name.trim() === '') add(`items.${at}.name`, '请填写名称');
  for (const message of itemErrors(draft)) add('items', message);
  const listFen = listPriceOf(draft);
  if (listFen > MOST_FEN) add('items', '优惠前的价格合计不能超过 100 万元');
  if (draft.priceFen > listFen && listFen > 0) add('priceFen', '售价不能高于优惠前的价格合计');
  return errors;
}

function itemErrors({ kind, items }: PackagePlanDraft): string[] {
  if (items.length === 0) return ['请至少写一个项目'];
  const errors = items.flatMap((item) => {
    if (item.serviceIds.length === 0) return ['每一项都要选可用的项目'];
    if (kind === 'fixed' && item.serviceIds.length > 1) return ['固定项目卡的每一项只能选一个项目'];
    const all = item.sessions + item.giftSessions;
    if (kind === 'time') return all > 0 ? ['时间卡不写次数'] : [];
    return all === 0 ? ['每一项至少要有一次'] : [];
  });
  const whole = kind === 'fixed' || items.length === 1;
  const paid = kind === 'time' || items.some((item) => item.sessions > 0);
  return [
    ...new Set(errors),
    ...(whole ? [] : ['任选项目卡和时间卡只写一项']),
    ...(paid ? [] : ['至少要有一次是付费的']),
  ];
}
