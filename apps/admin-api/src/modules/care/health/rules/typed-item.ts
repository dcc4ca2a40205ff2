import type { CareItem, IngredientWords } from './judge.js';
import { compact, tells } from './told-words.js';

/** How much of it there is: taken out before the name is read, so that no number of the name goes with it. */
const SIZE = /\d+(?:\.\d+)?\s*(?:ml|毫升|升|g|克|片|支|瓶|盒|罐|包|袋)装?/giu;
const bare = (name: string): string => compact(name.normalize('NFKC').replace(SIZE, ''));

/** A product of the catalogue, as far as somebody may have typed it. */
export interface NamedProduct {
  readonly id: string;
  readonly name: string;
}

/** The products whose whole names a typed name holds, whatever size and other words stand beside them. */
export function productsNamed<T extends NamedProduct>(label: string, products: readonly T[]): T[] {
  const typed = bare(label);
  return products.filter(({ name }) => tells(bare(name)) && typed.includes(bare(name)));
}

/** Whether a typed name says no more than that it is one of these. */
export const isJust = (label: string, products: readonly NamedProduct[]): boolean =>
  products.some(({ name }) => bare(name) === bare(label));

/** A product that is known by its name alone: it holds what the name says. */
export function typedItem(name: string, words: IngredientWords): CareItem {
  const label = compact(name);
  const says = (word: string): boolean => tells(word) && label.includes(word);
  const ingredientIds = [...words].flatMap(([id, called]) =>
    called.some((word) => says(compact(word))) ? id : [],
  );
  return {
    ...{ kind: 'product', id: `typed:${name}`, name, isTyped: true, ingredientIds },
    ...{ categoryId: null, patchTestDays: null, intervalDays: null },
  };
}
