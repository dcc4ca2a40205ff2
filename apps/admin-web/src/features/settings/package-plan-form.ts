import type { PackagePlan, PackagePlanDraft } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

/** One entitlement as it is typed: money in yuan. */
export interface PackageItemFields {
  name: string;
  serviceIds: string[];
  sessions: string;
  giftSessions: string;
  listPrice: string;
}

/** A package plan as it is typed: money in yuan, an empty number for no limit. */
export interface PackagePlanFields extends Omit<
  PackagePlanDraft,
  'priceFen' | 'validDays' | 'usesPerDay' | 'sort' | 'items'
> {
  price: string;
  validDays: string;
  usesPerDay: string;
  sort: string;
  items: PackageItemFields[];
}

export const NEW_ITEM: PackageItemFields = {
  ...{ name: '', serviceIds: [], sessions: '10', giftSessions: '0', listPrice: '' },
};

const numberText = (value: number | null): string => (value === null ? '' : String(value));

/** What the form opens with: the plan, or what most plans are like. */
export function packageFieldsOf(
  plan: PackagePlan | null,
  storeIds: readonly string[],
): PackagePlanFields {
  if (!plan)
    return {
      ...{ name: '', kind: 'fixed', price: '', validDays: '365', usesPerDay: '', sort: '0' },
      ...{ validEverywhere: true, onPhone: true, storeIds: [...storeIds], refundTerms: '' },
      ...{ ownReasonBasis: 'list_price', state: 'draft', items: [{ ...NEW_ITEM }] },
    };
  const { name, kind, validEverywhere, onPhone, refundTerms, ownReasonBasis, state } = plan;
  return {
    ...{ name, kind, validEverywhere, onPhone, refundTerms, ownReasonBasis, state },
    storeIds: plan.stores.map(({ id }) => id),
    ...{ price: yuanText(plan.priceFen), sort: String(plan.sort) },
    ...{ validDays: numberText(plan.validDays), usesPerDay: numberText(plan.usesPerDay) },
    items: plan.items.map((item) => ({
      ...{ name: item.name, serviceIds: item.services.map(({ id }) => id) },
      ...{ sessions: String(item.sessions), giftSessions: String(item.giftSessions) },
      listPrice: yuanText(item.listPriceFen),
    })),
  };
}

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What is sent. The form's own rules have held: what is no amount does not get here. */
export function packageDraftOf(fields: PackagePlanFields): PackagePlanDraft {
  const { kind, validEverywhere, onPhone, ownReasonBasis, state, storeIds } = fields;
  const isTime = kind === 'time';
  return {
    ...{ kind, validEverywhere, onPhone, ownReasonBasis, state, storeIds },
    ...{ name: fields.name.trim(), refundTerms: fields.refundTerms.trim() },
    ...{ priceFen: readYuan(fields.price) ?? 0, sort: Number(fields.sort) },
    ...{ validDays: numberOf(fields.validDays) },
    usesPerDay: isTime ? numberOf(fields.usesPerDay) : null,
    items: fields.items.map((item) => ({
      ...{ name: item.name.trim(), serviceIds: item.serviceIds },
      sessions: isTime ? 0 : Number(item.sessions),
      giftSessions: isTime ? 0 : Number(item.giftSessions),
      listPriceFen: readYuan(item.listPrice) ?? 0,
    })),
  };
}

/** What one session of each item is worth, gifts counted in; null for an item that is given whole. In fen, rounded down. */
export function sessionWorth({ kind, priceFen, items }: PackagePlanDraft): (number | null)[] {
  const units = items.map((item) =>
    kind === 'time' ? 1 : item.sessions === 0 ? 0 : item.sessions + item.giftSessions,
  );
  const hasPrices = items.some(({ listPriceFen }, at) => listPriceFen * (units[at] ?? 0) > 0);
  const weightOf = (at: number) => (hasPrices ? (items[at]?.listPriceFen ?? 0) : 1);
  const all = units.reduce((sum, unit, at) => sum + unit * weightOf(at), 0);
  return units.map((unit, at) =>
    unit === 0 || all === 0 ? null : Math.floor((priceFen * weightOf(at)) / all),
  );
}

/** What all of it would cost before discount, in fen. */
export const listFenOf = ({ kind, items }: PackagePlanDraft): number =>
  items.reduce(
    (sum, item) =>
      sum + item.listPriceFen * (kind === 'time' ? 1 : item.sessions + item.giftSessions),
    0,
  );
