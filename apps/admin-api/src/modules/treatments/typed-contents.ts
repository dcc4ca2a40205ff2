import { wordsOfTemplates } from '@yance/shared-types';
import type { VisitDetail } from '../appointments/index.js';
import { productsByIds, serviceNames } from '../catalog/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { templatesOf } from './data/templates.js';
import {
  tidyContents,
  type TreatmentContents,
  type TreatmentDone,
  type TreatmentProduct,
} from './rules/contents.js';

/** Contents as they come from a screen: names of what the catalogue knows are looked up here. */
export interface TypedContents extends Omit<
  TreatmentContents,
  'done' | 'reason' | 'deviation' | 'deviatesFrom' | 'houseWords'
> {
  readonly done: readonly Omit<TreatmentDone, 'serviceName'>[];
  readonly deviation?: string;
}

async function namedProducts(
  reader: Reader,
  products: readonly TreatmentProduct[],
): Promise<TreatmentProduct[]> {
  const ids = products.flatMap(({ productId }) => (productId === null ? [] : [productId]));
  const known = new Map((await productsByIds(reader, ids)).map((one) => [one.id, one]));
  return products.map((one) => {
    if (one.productId === null) return one;
    const product = known.get(one.productId);
    return product
      ? { ...one, name: product.name }
      : refuseField('products', '有用品已不在产品目录里，请重新选择');
  });
}

/** The words of a record that stand in a template of what was booked or done. */
async function houseWordsOf(
  reader: Reader,
  { done, products }: TreatmentContents,
  { items }: Pick<VisitDetail, 'items'>,
): Promise<string[]> {
  const serviceIds = new Set([...items, ...done].map(({ serviceId }) => serviceId));
  const house = wordsOfTemplates(await templatesOf(reader, [...serviceIds]));
  const said = [
    ...done.flatMap(({ parameters }) =>
      parameters.flatMap(({ name, value, unit }) => [name, value, unit]),
    ),
    ...products.flatMap(({ name, unit }) => [name, unit]),
  ];
  return [...new Set(said)].filter((word) => house.has(word));
}

/**
 * The contents as they are kept.
 * @param visit whose booked services’ templates the form began with
 * @param reason why an earlier version is corrected; empty for a first one
 * @throws Refusal INVALID_INPUT naming `done` or `products` for what the catalogue does not know
 */
export async function keptContents(
  reader: Reader,
  typed: TypedContents,
  visit: Pick<VisitDetail, 'items'>,
  reason = '',
): Promise<TreatmentContents> {
  const names = await serviceNames(
    reader,
    typed.done.map(({ serviceId }) => serviceId),
  );
  const done = typed.done.map((one) => ({
    ...one,
    serviceName: names.get(one.serviceId) ?? refuseField('done', '有项目已不在目录里，请重新选择'),
  }));
  const products = await namedProducts(reader, typed.products);
  const { deviation = '' } = typed;
  const whole = { ...typed, deviation, done, products, reason, deviatesFrom: [], houseWords: [] };
  const tidy = tidyContents(whole);
  return { ...tidy, houseWords: await houseWordsOf(reader, tidy, visit) };
}
