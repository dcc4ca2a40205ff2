import type { FieldError, OwnReasonBasis, PlanState, SpendOrder } from '@yance/shared-types';
import { VOID_TERMS_MESSAGE, hasVoidTerms } from './void-terms.js';

/** A stored-value plan as a manager writes it. Amounts in fen. */
export interface PlanDraft {
  readonly name: string;
  /** What the client pays. */
  readonly priceFen: number;
  /** What is given on top. */
  readonly bonusFen: number;
  readonly spendOrder: SpendOrder;
  /** 通店: valid in all stores; else only in the store that sold it (本店). */
  readonly validEverywhere: boolean;
  /** Clients may buy it on the phone. */
  readonly onPhone: boolean;
  /** Stores that sell it. */
  readonly storeIds: readonly string[];
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  readonly state: PlanState;
  /** Its place, smallest first. */
  readonly sort: number;
}

const MOST_FEN = 100_000_000;

/** What does not hold; empty when all does. @param capFen the brand's cap of a card; null without one */
export function planErrors(draft: PlanDraft, capFen: number | null): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: keyof PlanDraft, message: string): void =>
    void errors.push({ field, message });
  if (draft.name.trim() === '') add('name', '请填写名称');
  if (draft.priceFen < 1 || draft.priceFen > MOST_FEN)
    add('priceFen', '金额应在 0.01 元到 100 万元之间');
  else if (capFen !== null && draft.priceFen > capFen)
    add('priceFen', '超过了单张卡的限额，不能出售');
  if (draft.bonusFen < 0 || draft.bonusFen > MOST_FEN) add('bonusFen', '赠送金额不正确');
  if (draft.storeIds.length === 0) add('storeIds', '请至少选一家门店');
  if (draft.refundTerms.trim() === '') add('refundTerms', '请写明退款约定');
  else if (hasVoidTerms(draft.refundTerms)) add('refundTerms', VOID_TERMS_MESSAGE);
  return errors;
}
