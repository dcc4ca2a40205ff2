import {
  WORK_PARAMETERS,
  WORK_UNITS,
  isWorkParameter,
  isWorkProduct,
  wordsOfTemplates,
} from '@yance/shared-types';
import type { TreatmentDraft, VisitTreatment } from '../../../shared/api/contract';

/** Which words a record of this visit may have: any, while she agrees to health data; else those that are plain work. */
export interface RecordWords {
  readonly isFree: boolean;
  readonly house: ReadonlySet<string>;
  /** To choose from, where words are not free. */
  readonly parameters: readonly string[];
  readonly products: readonly string[];
  readonly units: readonly string[];
}

const once = (words: readonly string[]): string[] => [...new Set(words)].filter(Boolean);

export function wordsFor({
  consent,
  templates,
}: Pick<VisitTreatment, 'consent' | 'templates'>): RecordWords {
  const parameters = templates.flatMap((one) => one.parameters);
  const products = templates.flatMap((one) => one.products);
  return {
    isFree: consent === 'given',
    house: wordsOfTemplates(templates),
    parameters: once([...parameters.map(({ name }) => name), ...WORK_PARAMETERS]),
    products: once(products.map(({ name }) => name)),
    units: once([...[...parameters, ...products].map(({ unit }) => unit), ...WORK_UNITS]),
  };
}

/** A draft without what is not a measure yet: half a number is no words that need her consent. */
export function workOnly(draft: TreatmentDraft, { isFree, house }: RecordWords): TreatmentDraft {
  if (isFree) return draft;
  return {
    ...draft,
    done: draft.done.map((one) => ({
      ...one,
      parameters: one.parameters.filter((parameter) => isWorkParameter(parameter, house)),
    })),
    products: draft.products.filter((product) => isWorkProduct(product, house)),
  };
}
