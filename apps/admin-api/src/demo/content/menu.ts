import type { CategoryContent, ServiceContent, StoreKey } from './content-types.js';
import { CARE_CATEGORIES } from './services-care.js';
import { HAIR_CATEGORIES } from './services-hair.js';
import { HAND_CATEGORIES } from './services-hands.js';

/** The menu in the order in which it is shown. */
export const MENU: readonly CategoryContent[] = [
  ...CARE_CATEGORIES,
  ...HAIR_CATEGORIES,
  ...HAND_CATEGORIES,
];

export const STORE_KEYS: readonly StoreKey[] = ['wukang', 'binjiang'];

export function storesOf(service: ServiceContent): readonly StoreKey[] {
  return service.stores ?? STORE_KEYS;
}

/** Pairs that people book in one visit: the first, then the second. */
export const COMBINATIONS: readonly (readonly [string, string])[] = [
  ['基础清洁补水护理', '眼周淡纹护理'],
  ['小气泡深层清洁', '眼周淡纹护理'],
  ['玻尿酸深层补水护理', '肩颈舒缓'],
  ['头皮检测与深层清洁', '洗剪吹'],
  ['发根补染', '洗剪吹'],
  ['纯色甲油胶', '角蛋白翘睫'],
  ['手部深层护理', '纯色甲油胶'],
  ['肩颈舒缓', '日式头皮水疗'],
];
