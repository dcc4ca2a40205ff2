import type { CareKnowledge } from '../api/contract';

/** Ingredients to choose from: shown by name, found by any of their names. */
export const ingredientOptions = (known: CareKnowledge, chosen: readonly string[] = []) =>
  known.ingredients
    .filter(({ id, state }) => state === 'active' || chosen.includes(id))
    .map(({ id, name, inci, also, kind }) => ({
      value: id,
      label: kind === 'group' ? `${name}（一类）` : name,
      words: [name, inci, ...also].join(' '),
    }));

/** How they are searched: letter case does not matter. */
export const INGREDIENT_SEARCH = { optionFilterProp: 'words' };
