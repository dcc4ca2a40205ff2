import { productsByIds, serviceNames } from '../catalog/index.js';
import type { Reader } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import {
  tidyContents,
  type TreatmentContents,
  type TreatmentDone,
  type TreatmentProduct,
} from './rules/contents.js';

/** Contents as they come from a screen: names of what the catalogue knows are looked up here. */
export interface TypedContents extends Omit<TreatmentContents, 'done' | 'reason'> {
  readonly done: readonly Omit<TreatmentDone, 'serviceName'>[];
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

/**
 * The contents as they are kept.
 * @param reason why an earlier version is corrected; empty for a first one
 * @throws Refusal INVALID_INPUT naming `done` or `products` for what the catalogue does not know
 */
export async function keptContents(
  reader: Reader,
  typed: TypedContents,
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
  return tidyContents({ ...typed, done, products, reason });
}
