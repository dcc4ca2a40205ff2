import {
  isWorkCorrection,
  isWorkDeviation,
  isWorkParameter,
  isWorkProduct,
} from '@yance/shared-types';
import type { TreatmentContents } from './contents.js';

/**
 * What of a record is health data, and what is work.
 *
 * Work, written for everybody and owed to her: services and products of the catalogue, amounts, the day of the next
 * visit, and settings that are a number with a known name and unit; and words that the house wrote before she came: its
 * templates', and the reasons of the lists in shared-types.
 *
 * Health data: how she took it, advice, home care, the note for colleagues, and every other word that somebody typed
 * about this visit, also where it stands as a setting, as the name of a product or as a reason: it may say “孕早期”.
 */
const PARTS = {
  reaction: ({ reaction, reactionWords }) => reaction !== 'none' || reactionWords !== '',
  advice: ({ advice }) => advice !== '',
  homeCare: ({ homeCare }) => homeCare !== '',
  staffNote: ({ staffNote }) => staffNote !== '',
  done: (contents) =>
    contents.done.some(({ parameters }) => parameters.some((one) => !isWork(contents, one))),
  products: (contents) => contents.products.some((one) => !isWorkProduct(one, houseOf(contents))),
  reason: ({ reason }) => reason !== '' && !isWorkCorrection(reason),
  deviation: ({ deviation }) => deviation !== '' && !isWorkDeviation(deviation),
} satisfies Record<string, (contents: TreatmentContents) => boolean>;

type Part = keyof typeof PARTS;

/** What a refusal calls them. */
export const PART_WORDS: Readonly<Record<Part, string>> = {
  reaction: '护理后的反应',
  advice: '给顾客的建议',
  homeCare: '居家护理',
  staffNote: '给同事的话',
  done: '自己写的参数',
  products: '自己写的用品',
  reason: '自己写的更正原因',
  deviation: '自己写的不合原因',
};

const houseOf = ({ houseWords }: TreatmentContents): ReadonlySet<string> => new Set(houseWords);

const isWork = (
  contents: TreatmentContents,
  parameter: Parameters<typeof isWorkParameter>[0],
): boolean => isWorkParameter(parameter, houseOf(contents));

/** The parts of a tidy record that tell of her health; none: it is plain work. */
export const healthParts = (contents: TreatmentContents): Part[] =>
  (Object.keys(PARTS) as Part[]).filter((part) => PARTS[part](contents));

/** Once she took her consent to health data back: what was done, which is owed to her, and no word of her health. */
export function withoutHealth(contents: TreatmentContents): TreatmentContents {
  const house = houseOf(contents);
  return {
    ...contents,
    done: contents.done.map((one) => ({
      ...one,
      parameters: one.parameters.filter((parameter) => isWorkParameter(parameter, house)),
    })),
    products: contents.products.filter((product) => isWorkProduct(product, house)),
    ...{ reaction: 'none', reactionWords: '', advice: '', homeCare: '', staffNote: '' },
    // That something was deviated from tells that there was something.
    ...{ deviation: '', deviatesFrom: [] },
    reason: isWorkCorrection(contents.reason) ? contents.reason : '',
  };
}
