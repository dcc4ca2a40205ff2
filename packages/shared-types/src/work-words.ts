/**
 * What a treatment record may say of a client who does not agree that health data is kept: plain work. Services and
 * products of the catalogue, what machines were set to, amounts, words that the house wrote into its templates, and
 * reasons of these lists. Whatever else somebody types may tell of her body, and counts as health data.
 */

/** Settings that every record may name. */
export const WORK_PARAMETERS = [
  ...(['时间', '温度', '能量', '功率', '强度', '频率', '负压', '流量'] as const),
  ...(['波长', '光斑', '脉宽', '深度', '档位', '次数', '发数'] as const),
] as const;

/** Units of settings and amounts. */
export const WORK_UNITS = [
  ...(['分钟', '秒', '℃', '档', '次', '发', '%', 'J', 'J/cm²', 'W', 'Hz', 'kHz', 'MHz'] as const),
  ...(['kPa', 'L/min', 'nm', 'mm', 'cm', 'ms', 'ml', 'g', '滴', '泵', '片', '支', '瓶'] as const),
  ...(['贴', '包', '块'] as const),
] as const;

/** Why a record is corrected, without a word about her. */
export const CORRECTION_REASONS = [
  ...(['项目选错了', '用品或用量写错了', '参数写错了', '日期写错了'] as const),
  ...(['漏记了项目', '漏记了用品', '写错了顾客', '顾客要求更正'] as const),
] as const;

/** Why something was done that was to be asked about first, without a word about her. */
export const DEVIATION_REASONS = [
  ...(['临时加做，来不及先做皮试', '写记录时才发现还没有皮试', '顾客要求当天做'] as const),
] as const;

/** A number, or from one to another: what a machine was set to. Nothing else can be read into it. */
const MEASURE = /^\d{1,4}(?:\.\d{1,2})?(?:[-~]\d{1,4}(?:\.\d{1,2})?)?$/;

const isIn = (list: readonly string[], text: string): boolean => list.includes(text);
const isUnit = (unit: string, house: ReadonlySet<string>): boolean =>
  unit === '' || isIn(WORK_UNITS, unit) || house.has(unit);

/** Whether a setting is work by its name, its value and its unit. @param house words of the house's templates */
export const isWorkParameter = (
  { name, value, unit }: { readonly name: string; readonly value: string; readonly unit: string },
  house: ReadonlySet<string>,
): boolean =>
  (isIn(WORK_PARAMETERS, name) || house.has(name)) &&
  (MEASURE.test(value) || house.has(value)) &&
  isUnit(unit, house);

/** Whether a product is of the catalogue or of the house's templates, and its unit is one. */
export const isWorkProduct = (
  product: { readonly productId: string | null; readonly name: string; readonly unit: string },
  house: ReadonlySet<string>,
): boolean =>
  (product.productId !== null || house.has(product.name)) && isUnit(product.unit, house);

export const isWorkCorrection = (reason: string): boolean => isIn(CORRECTION_REASONS, reason);
export const isWorkDeviation = (reason: string): boolean => isIn(DEVIATION_REASONS, reason);

/** What templates of the house say: names, units and usual values. */
export function wordsOfTemplates(
  templates: readonly {
    readonly parameters: readonly { readonly name: string; unit: string; usual: string }[];
    readonly products: readonly { readonly name: string; readonly unit: string }[];
  }[],
): Set<string> {
  const words = templates.flatMap(({ parameters, products }) => [
    ...parameters.flatMap(({ name, unit, usual }) => [name, unit, usual]),
    ...products.flatMap(({ name, unit }) => [name, unit]),
  ]);
  return new Set(words.filter((word) => word !== ''));
}
