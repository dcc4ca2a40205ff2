import { couponFace, couponLimits, couponWords, validityWords } from '@yance/shared-types';
import type { Template, TemplateChange } from '../data/templates.js';
import { itemNamesOf } from '../item-names.js';
import type { TemplateDraft } from '../rules/template-draft.js';
import type { CouponOfferDto } from './dto/coupon.dto.js';
import type {
  CouponTemplateChangeDto,
  CouponTemplateDto,
  NamedThingDto,
} from './dto/template.dto.js';

/** Names of stores, services and products by their ids. */
export type NamesById = ReadonlyMap<string, string>;

/** Those that are known, in the given order. */
export const named = (ids: readonly string[], names: NamesById): NamedThingDto[] =>
  ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });

const wordsOf = (draft: TemplateDraft, names: NamesById) => ({
  words: couponWords({ ...draft, itemNames: itemNamesOf(draft, names) }),
  validityWords: validityWords(draft),
});

export function presentTemplate(template: Template, names: NamesById): CouponTemplateDto {
  const { serviceIds, productIds, storeIds, updatedAt, ...facts } = template;
  return {
    ...facts,
    services: named(serviceIds, names),
    products: named(productIds, names),
    stores: named(storeIds, names),
    updatedAt: updatedAt.toISOString(),
    ...wordsOf(template, names),
  };
}

export function presentTemplateChange(
  { version, at, byName, template }: TemplateChange,
  names: NamesById,
): CouponTemplateChangeDto {
  const { name, state, quota, perClientCap } = template;
  const said = { name, state, quota, perClientCap, ...wordsOf(template, names) };
  return { version, at: at.toISOString(), byName, template: said };
}

/** @param had how many of it the client has taken */
export function presentOffer(template: Template, names: NamesById, had: number): CouponOfferDto {
  const itemNames = itemNamesOf(template, names);
  const { value: faceValue, unit: faceUnit } = couponFace(template);
  const { id: templateId, name, kind, note, quota, issued, perClientCap } = template;
  return {
    ...{ templateId, name, kind, note, faceValue, faceUnit, ...wordsOf(template, names) },
    limits: couponLimits({ ...template, itemNames }),
    stores: named(template.storeIds, names),
    left: quota === null ? null : quota - issued,
    mayTake: perClientCap === null ? null : Math.max(0, perClientCap - had),
    taken: had > 0,
  };
}
