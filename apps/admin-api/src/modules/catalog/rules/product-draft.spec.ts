import { describe, expect, it } from '@jest/globals';
import { productErrors, productInitials, type ProductDraft } from './product-draft.js';

const MASK: ProductDraft = {
  ...{ name: '舒缓面膜', category: '面部居家', brand: '颜册', unit: '5片/盒', description: '' },
  ...{ priceFen: 16_800, memberPriceFen: 14_800, barcode: '6901234567892', imageUrl: null },
  ...{ storeIds: ['s'], state: 'on_sale', sort: 1 },
};

describe('a product', () => {
  it('is found by the first letters of its name, whatever letters and digits are in it', () => {
    expect(productInitials('舒缓面膜')).toBe('shmm');
    expect(productInitials('B5 修护精华 30ml')).toBe('b5xhjh30ml');
  });

  it('may be sold as it stands', () => expect(productErrors(MASK)).toEqual([]));

  it.each<[keyof ProductDraft, Partial<ProductDraft>]>([
    ['name', { name: ' ' }],
    ['name', { name: '\u{f1234}' }],
    ['category', { category: '' }],
    ['brand', { brand: '　' }],
    ['unit', { unit: ' ' }],
    ['memberPriceFen', { memberPriceFen: 16_801 }],
    ['storeIds', { storeIds: [] }],
  ])('is refused by its %s', (field, change) => {
    expect(productErrors({ ...MASK, ...change })).toMatchObject([{ field }]);
  });
});
