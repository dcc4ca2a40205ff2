/** A shade in a mixture. */
export interface FormulaPart {
  readonly brand: string;
  readonly shade: string;
  readonly grams: number;
}

/** What hair was coloured with, so that it can be mixed again. */
export interface FormulaContents {
  readonly parts: readonly FormulaPart[];
  /** Colour to developer, `1:1.5`; empty where none was used. */
  readonly ratio: string;
  /** Strength of the developer in percent; null where none was used. */
  readonly developerPercent: number | null;
  /** How long it stayed on. */
  readonly minutes: number | null;
  /** Zones of the hair by key. */
  readonly zones: readonly string[];
  readonly remark: string;
}
