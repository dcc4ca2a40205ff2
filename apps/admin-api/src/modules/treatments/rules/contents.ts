import type { Reaction } from '@yance/shared-types';

/** A setting of a device or a step as it was used: 能量 12 J. */
export interface TreatmentParameter {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

/** A service as it was done. */
export interface TreatmentDone {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly parameters: readonly TreatmentParameter[];
}

/** A product that was used; one that is not in the catalogue has only its name. */
export interface TreatmentProduct {
  readonly productId: string | null;
  readonly name: string;
  /** In `unit`, two decimals at most; null where it was not measured. */
  readonly amount: number | null;
  readonly unit: string;
}

/** Everything that a record says. Kept sealed; opened and judged in memory only. */
export interface TreatmentContents {
  readonly done: readonly TreatmentDone[];
  readonly products: readonly TreatmentProduct[];
  readonly reaction: Reaction;
  readonly reactionWords: string;
  /** For her, shown on her phone. */
  readonly advice: string;
  /** What she does at home, shown on her phone. */
  readonly homeCare: string;
  /** For colleagues, never on her phone. */
  readonly staffNote: string;
  /** The day on which she should come again, YYYY-MM-DD. */
  readonly nextOn: string | null;
  /** Why something was done that her health file speaks against; for colleagues. */
  readonly deviation: string;
  /** What it speaks against, in words, as it was found when this was written. */
  readonly deviatesFrom: readonly string[];
  /** Why it was corrected; empty in a first version. */
  readonly reason: string;
  /** Words in it that templates of the house said when it was written: they are work, not about her. */
  readonly houseWords: readonly string[];
}

const filled = ({ name, value }: TreatmentParameter): boolean =>
  name.trim() !== '' && value.trim() !== '';

/** As it is kept: without spaces around words, and without lines that say nothing. */
export function tidyContents(contents: TreatmentContents): TreatmentContents {
  const { done, products, reaction, nextOn } = contents;
  return {
    done: done.map((one) => ({
      ...one,
      parameters: one.parameters.filter(filled).map(({ name, value, unit }) => ({
        ...{ name: name.trim(), value: value.trim(), unit: unit.trim() },
      })),
    })),
    products: products
      .filter(({ name }) => name.trim() !== '')
      .map((one) => ({ ...one, name: one.name.trim(), unit: one.unit.trim() })),
    reaction,
    reactionWords: contents.reactionWords.trim(),
    advice: contents.advice.trim(),
    homeCare: contents.homeCare.trim(),
    staffNote: contents.staffNote.trim(),
    nextOn,
    deviation: contents.deviation.trim(),
    deviatesFrom: contents.deviatesFrom,
    reason: contents.reason.trim(),
    houseWords: contents.houseWords,
  };
}
