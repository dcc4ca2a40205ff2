import type { FieldError, ProductState } from '@yance/shared-types';
import { pinyin } from 'pinyin-pro';

/** A product as a manager writes it. Prices in fen. */
export interface ProductDraft {
  readonly name: string;
  /** 面部护理, 洗护: the heading it stands under. */
  readonly category: string;
  readonly brand: string;
  /** What one of it is: 50ml/瓶. */
  readonly unit: string;
  readonly description: string;
  readonly priceFen: number;
  /** Null when members pay what all pay. */
  readonly memberPriceFen: number | null;
  readonly barcode: string | null;
  readonly imageUrl: string | null;
  readonly storeIds: readonly string[];
  readonly state: ProductState;
  /** Its place, smallest first. */
  readonly sort: number;
}

/** What is printed under the bars of a code: digits, letters and hyphens. */
export const BARCODE_PATTERN = /^[0-9A-Za-z-]{4,32}$/;

/** Something that can be read; spaces and signs that nobody sees are no name. */
const HAS_LETTERS = /[^\s\p{C}]/u;

/** What does not hold; empty when all does. */
export function productErrors(draft: ProductDraft): FieldError[] {
  const errors: FieldError[] = [];
  const must = (holds: boolean, field: keyof ProductDraft, message: string): void => {
    if (!holds) errors.push({ field, message });
  };
  must(HAS_LETTERS.test(draft.name), 'name', '请填写产品名称');
  must(draft.category.trim() !== '', 'category', '请填写分类');
  must(draft.brand.trim() !== '', 'brand', '请填写品牌');
  must(draft.unit.trim() !== '', 'unit', '请填写规格');
  must(
    draft.memberPriceFen === null || draft.memberPriceFen <= draft.priceFen,
    'memberPriceFen',
    '会员价不能高于零售价',
  );
  must(draft.storeIds.length > 0, 'storeIds', '请至少选一家门店');
  return errors;
}

/** First letters of a name as it is read, Latin letters and digits as they are: 舒缓面膜B5 → shmmb5. */
export function productInitials(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 120);
}
