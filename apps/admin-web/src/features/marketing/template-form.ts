import type { CouponKind } from '@yance/shared-types';
import type { CouponTemplate, CouponTemplateDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

type Kept =
  | 'name'
  | 'kind'
  | 'scope'
  | 'serviceIds'
  | 'storeIds'
  | 'withTier'
  | 'withCoupons'
  | 'validKind'
  | 'claimable'
  | 'atDesk'
  | 'note'
  | 'state';

/** A template as it is typed: money in yuan, discounts in 折, numbers as text, days as a pair. */
export interface TemplateFields extends Pick<CouponTemplateDraft, Kept> {
  amountFen: string;
  /** 8.5 for 8.5 折. */
  permille: string;
  capFen: string;
  minSpendFen: string;
  days: [string, string] | null;
  validDays: string;
  quota: string;
  perClientCap: string;
  returnDays: string;
  sort: string;
}

/** Kinds that are for a service that the template names. */
export const isForService = (kind: CouponKind): boolean =>
  kind === 'free_service' || kind === 'trial_price' || kind === 'gift_session';

const DISCOUNT = /^\d(?:\.\d{1,2})?$/;
const WHOLE = /^\d{1,8}$/;

/** `8.5` is 850 of a thousand. @returns undefined for what is no discount */
export function readDiscount(text: string): number | undefined {
  const typed = text.replace(/折|\s/g, '');
  if (!DISCOUNT.test(typed)) return undefined;
  const permille = Math.round(Number(typed) * 100);
  return permille >= 1 && permille <= 999 ? permille : undefined;
}

/** A number above nothing; undefined for anything else. */
export function readCount(text: string): number | undefined {
  const typed = text.trim();
  return WHOLE.test(typed) && Number(typed) > 0 ? Number(typed) : undefined;
}

const textOf = (number: number | null): string => (number === null ? '' : String(number));
const moneyText = (fen: number | null): string => (fen === null ? '' : yuanText(fen));

/** What the form opens with: the template, or what most are like. */
export function fieldsOf(
  template: CouponTemplate | null,
  storeIds: readonly string[],
): TemplateFields {
  if (!template)
    return {
      ...{ name: '', kind: 'money_off', amountFen: '', permille: '', capFen: '', minSpendFen: '' },
      ...{ scope: 'all', serviceIds: [], storeIds: [...storeIds], withTier: true },
      ...{ withCoupons: false, validKind: 'days', days: null, validDays: '30', quota: '' },
      ...{ perClientCap: '1', claimable: false, atDesk: true, returnDays: '7', note: '' },
      ...{ state: 'draft', sort: '0' },
    };
  const { name, kind, scope, withTier, withCoupons, validKind, claimable, atDesk } = template;
  const { note, state, validFrom, validUntil } = template;
  return {
    ...{ name, kind, scope, withTier, withCoupons, validKind, claimable, atDesk, note, state },
    amountFen: moneyText(template.amountFen),
    permille: template.permille === null ? '' : String(template.permille / 100),
    capFen: moneyText(template.capFen),
    minSpendFen: template.minSpendFen === 0 ? '' : yuanText(template.minSpendFen),
    serviceIds: template.services.map(({ id }) => id),
    storeIds: template.stores.map(({ id }) => id),
    days: validFrom !== null && validUntil !== null ? [validFrom, validUntil] : null,
    validDays: textOf(template.validDays),
    quota: textOf(template.quota),
    perClientCap: textOf(template.perClientCap),
    ...{ returnDays: String(template.returnDays), sort: String(template.sort) },
  };
}

/** What is sent: members that the kind does not have are left empty, whatever was typed into them before. */
export function draftOf(
  fields: TemplateFields,
  productIds: readonly string[],
): CouponTemplateDraft {
  const { kind, validKind, days } = fields;
  const scope = isForService(kind) ? 'listed' : fields.scope;
  const isPercent = kind === 'percent';
  const hasAmount = kind === 'money_off' || kind === 'trial_price';
  return {
    ...{ kind, scope, validKind, withTier: fields.withTier, withCoupons: fields.withCoupons },
    ...{ name: fields.name.trim(), note: fields.note.trim(), state: fields.state },
    ...{ storeIds: fields.storeIds, claimable: fields.claimable, atDesk: fields.atDesk },
    amountFen: hasAmount ? (readYuan(fields.amountFen) ?? null) : null,
    permille: isPercent ? (readDiscount(fields.permille) ?? null) : null,
    capFen: isPercent ? (readYuan(fields.capFen) ?? null) : null,
    minSpendFen: readYuan(fields.minSpendFen) ?? 0,
    serviceIds: scope === 'listed' ? fields.serviceIds : [],
    productIds: scope === 'listed' && !isForService(kind) ? [...productIds] : [],
    validFrom: validKind === 'fixed' ? (days?.[0] ?? null) : null,
    validUntil: validKind === 'fixed' ? (days?.[1] ?? null) : null,
    validDays: validKind === 'days' ? (readCount(fields.validDays) ?? null) : null,
    quota: readCount(fields.quota) ?? null,
    perClientCap: readCount(fields.perClientCap) ?? null,
    returnDays: readCount(fields.returnDays) ?? 7,
    sort: Number(fields.sort) || 0,
  };
}
