import type {
  FieldError,
  PriceEffectKind,
  PriceRuleKind,
  PriceRuleState,
  ScopeKind,
} from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import type { LineRule, LineRuleKind, PriceEffect } from './price-input.js';

/** One service of a combo and its share of the price, fen. */
export interface RulePart {
  readonly serviceId: string;
  readonly shareFen: number;
}

/** A price rule as a manager writes it: flat, as forms and the database have it. */
export interface PriceRuleDraft {
  readonly kind: PriceRuleKind;
  readonly name: string;
  readonly effectKind: PriceEffectKind;
  /** Fen, or what is paid of a thousand. */
  readonly effectValue: number;
  readonly scopeKind: ScopeKind;
  /** Services, products and service categories by id, product categories by name; empty unless `listed`. */
  readonly scopeIds: readonly string[];
  /** Combos only, else empty: what is in it. */
  readonly parts: readonly RulePart[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  /** 1 is Monday; empty for every day. */
  readonly weekdays: readonly number[];
  /** 1 to 31; empty for every day. */
  readonly monthDays: readonly number[];
  /** Minutes since midnight; null for the whole day. */
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
  readonly membersOnly: boolean;
  readonly daysBefore: number;
  readonly daysAfter: number;
  readonly storeIds: readonly string[];
  readonly state: PriceRuleState;
}

function comboErrors({ effectKind, effectValue, parts }: PriceRuleDraft): FieldError[] {
  if (effectKind !== 'price') return [{ field: 'effectKind', message: '套餐应填写一个价格' }];
  if (parts.length < 2) return [{ field: 'parts', message: '套餐至少包含两个项目' }];
  const shares = parts.reduce((sum, { shareFen }) => sum + shareFen, 0);
  if (shares === effectValue) return [];
  return [{ field: 'parts', message: '各项目分摊之和应等于套餐价' }];
}

/** Something that can be read; spaces and signs that nobody sees are no name. */
const HAS_LETTERS = /[^\s\p{C}]/u;

/** What does not hold; empty when all does. */
export function priceRuleErrors(draft: PriceRuleDraft): FieldError[] {
  const errors: FieldError[] = [];
  const must = (holds: boolean, field: keyof PriceRuleDraft, message: string): void => {
    if (!holds) errors.push({ field, message });
  };
  const { from, until, fromMinute, untilMinute, kind, scopeKind, scopeIds } = draft;
  must(HAS_LETTERS.test(draft.name), 'name', '请填写名称');
  must(draft.storeIds.length > 0, 'storeIds', '请至少选一家门店');
  must(from === null || until === null || from <= until, 'until', '结束日期不能早于开始日期');
  const bothHours = (fromMinute === null) === (untilMinute === null);
  must(bothHours, 'untilMinute', '开始和结束时间要么都填，要么都不填');
  if (bothHours && fromMinute !== null && untilMinute !== null)
    must(fromMinute < untilMinute, 'untilMinute', '结束时间应晚于开始时间');
  must(scopeKind !== 'listed' || scopeIds.length > 0, 'scopeIds', '请至少指定一项');
  must(scopeKind === 'listed' || scopeIds.length === 0, 'scopeIds', '只有“指定的”需要选择');
  if (kind === 'combo') return [...errors, ...comboErrors(draft)];
  must(draft.parts.length === 0, 'parts', '只有套餐可以包含项目');
  must(
    draft.effectKind !== 'permille' || draft.effectValue <= 1_000,
    'effectValue',
    '折扣应在 0 到 1000 之间，850 表示八五折',
  );
  return errors;
}

const effectOf = ({ effectKind, effectValue }: PriceRuleDraft): PriceEffect => {
  if (effectKind === 'price') return { kind: 'price', priceFen: effectValue };
  if (effectKind === 'off') return { kind: 'off', amountFen: effectValue };
  return { kind: 'permille', permille: effectValue };
};

const isLineKind = (kind: PriceRuleKind): kind is LineRuleKind => kind !== 'combo';

/** A rule as prices are reckoned with; null for a combo, which is a line of its own. */
export function lineRuleOf({
  id,
  ...draft
}: PriceRuleDraft & { readonly id: string }): LineRule | null {
  const { kind, name, membersOnly, daysBefore, daysAfter, fromMinute, untilMinute } = draft;
  if (!isLineKind(kind)) return null;
  const { from, until, weekdays, monthDays, scopeKind, scopeIds } = draft;
  const hours = fromMinute === null || untilMinute === null ? null : { fromMinute, untilMinute };
  return {
    ...{ id, kind, name, membersOnly, daysBefore, daysAfter, effect: effectOf(draft) },
    scope: { kind: scopeKind, ids: scopeIds },
    window: { from, until, weekdays, monthDays, hours },
  };
}
