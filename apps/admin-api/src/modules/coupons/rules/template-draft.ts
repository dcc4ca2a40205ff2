import type {
  CouponKind,
  CouponScope,
  CouponTemplateState,
  CouponValidity,
  FieldError,
} from '@yance/shared-types';
import { addDays, type LocalDate } from '../../../platform/clock/index.js';

/** A kind of coupon as marketing writes it. Amounts in fen. */
export interface TemplateDraft {
  readonly name: string;
  readonly kind: CouponKind;
  /** money_off: what is taken off; trial_price: what one unit costs; null for the others. */
  readonly amountFen: number | null;
  /** percent: what is paid of a thousand. */
  readonly permille: number | null;
  /** percent: the most that is saved; null without a limit. */
  readonly capFen: number | null;
  /** What the lines it is good for must come to. */
  readonly minSpendFen: number;
  readonly scope: CouponScope;
  readonly serviceIds: readonly string[];
  readonly productIds: readonly string[];
  readonly storeIds: readonly string[];
  readonly withTier: boolean;
  readonly withCoupons: boolean;
  readonly validKind: CouponValidity;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
  readonly validDays: number | null;
  /** How many there are; null without a limit. */
  readonly quota: number | null;
  /** How many one client can have, ever; null without a limit. */
  readonly perClientCap: number | null;
  /** Clients may take it on the phone. */
  readonly claimable: boolean;
  /** The desk may give it away. */
  readonly atDesk: boolean;
  readonly returnDays: number;
  readonly note: string;
  readonly state: CouponTemplateState;
  /** Its place, smallest first. */
  readonly sort: number;
}

type Add = (field: keyof TemplateDraft, message: string) => void;

const MOST_FEN = 100_000_000;
const LONGEST_DAYS = 3_660;
const OF_SERVICES: readonly CouponKind[] = ['free_service', 'trial_price', 'gift_session'];

function amountErrors(draft: TemplateDraft, add: Add): void {
  const { kind, amountFen, permille, capFen, minSpendFen } = draft;
  const wantsAmount = kind === 'money_off' || kind === 'trial_price';
  if (!wantsAmount && amountFen !== null) add('amountFen', '这种优惠券不用填金额');
  if (wantsAmount && (amountFen === null || amountFen > MOST_FEN)) add('amountFen', '请填写金额');
  else if (kind === 'money_off' && amountFen === 0) add('amountFen', '减免金额应大于 0');
  if (kind !== 'percent' && permille !== null) add('permille', '只有折扣券可以填折扣');
  if (kind === 'percent' && (permille === null || permille < 1 || permille > 999))
    add('permille', '折扣应在 0.01 折到 9.99 折之间');
  if (kind !== 'percent' && capFen !== null) add('capFen', '只有折扣券可以设最多减免');
  if (capFen !== null && (capFen < 1 || capFen > MOST_FEN)) add('capFen', '最多减免金额不正确');
  if (minSpendFen < 0 || minSpendFen > MOST_FEN) add('minSpendFen', '使用门槛不正确');
  else if (kind === 'money_off' && minSpendFen > 0 && (amountFen ?? 0) > minSpendFen)
    add('amountFen', '减免金额不能超过使用门槛');
}

function scopeErrors(draft: TemplateDraft, add: Add): void {
  const { kind, scope, serviceIds, productIds, storeIds } = draft;
  if (storeIds.length === 0) add('storeIds', '请至少选一家门店');
  const named = serviceIds.length + productIds.length;
  if (scope !== 'listed' && named > 0) add('scope', '选了项目或产品时，适用范围应为指定');
  if (OF_SERVICES.includes(kind)) {
    if (scope !== 'listed' || serviceIds.length === 0) add('serviceIds', '请选择送的是哪个项目');
    if (productIds.length > 0) add('productIds', '这种优惠券只能用于项目');
  } else if (scope === 'listed' && named === 0) add('serviceIds', '请选择适用的项目或产品');
}

function validityErrors(draft: TemplateDraft, add: Add): void {
  const { validKind, validFrom, validUntil, validDays } = draft;
  if (validKind === 'fixed') {
    if (validFrom === null) add('validFrom', '请填写开始日期');
    if (validUntil === null) add('validUntil', '请填写结束日期');
    else if (validFrom !== null && validUntil < validFrom)
      add('validUntil', '结束日期不能早于开始日期');
    else if (validFrom !== null && validUntil > addDays(validFrom, LONGEST_DAYS))
      add('validUntil', '有效期最长十年');
  } else {
    if (validFrom !== null) add('validFrom', '这种有效期不用填开始日期');
    if (validUntil !== null) add('validUntil', '这种有效期不用填结束日期');
  }
  if (validKind === 'days' && (validDays === null || validDays < 1 || validDays > LONGEST_DAYS))
    add('validDays', '有效天数应在 1 到 3660 之间');
  if (validKind !== 'days' && validDays !== null) add('validDays', '这种有效期不用填天数');
}

/** What does not hold; empty when all does. @param issued how many coupons of it there are already */
export function templateErrors(draft: TemplateDraft, issued: number): FieldError[] {
  const errors: FieldError[] = [];
  const add: Add = (field, message) => void errors.push({ field, message });
  if (draft.name.trim() === '') add('name', '请填写名称');
  amountErrors(draft, add);
  scopeErrors(draft, add);
  validityErrors(draft, add);
  if (draft.quota !== null && draft.quota < Math.max(1, issued))
    add('quota', issued > 0 ? `已经发出 ${issued} 张，总量不能更少` : '总量应大于 0');
  if (draft.perClientCap !== null && draft.perClientCap < 1)
    add('perClientCap', '每人限领应大于 0');
  if (draft.state === 'draft' && issued > 0) add('state', '已经发出过，不能再改回草稿');
  return errors;
}
