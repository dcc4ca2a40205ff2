import { freshKey } from '../../shared/format/fresh-key';

interface Named {
  key: string;
  name: string;
}

/** Options by the names that stand there now: what is known keeps its key, so that what was chosen stays readable. */
export const withOptions = (known: readonly Named[], names: readonly string[]): Named[] =>
  names.map((name) => known.find((one) => one.name === name) ?? { key: freshKey(), name });
