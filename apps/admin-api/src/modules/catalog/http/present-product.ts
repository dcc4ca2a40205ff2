import type { Product, ProductChange } from '../data/products.js';
import type { ProductChangeDto, ProductDto, StaffProductDto } from './dto/product.dto.js';

export function presentProduct(product: Product): ProductDto {
  const { id, name, category, brand, unit, description } = product;
  const { priceFen, memberPriceFen, imageUrl } = product;
  return { id, name, category, brand, unit, description, priceFen, memberPriceFen, imageUrl };
}

export function presentStaffProduct(product: Product): StaffProductDto {
  return {
    ...presentProduct(product),
    ...{ barcode: product.barcode, storeIds: [...product.storeIds], state: product.state },
    ...{ sort: product.sort, version: product.version },
    updatedAt: product.updatedAt.toISOString(),
  };
}

export function presentProductChange(change: ProductChange): ProductChangeDto {
  const { version, at, byName, product } = change;
  return {
    ...{ version, at: at.toISOString(), byName },
    product: { ...product, storeIds: [...product.storeIds] },
  };
}
