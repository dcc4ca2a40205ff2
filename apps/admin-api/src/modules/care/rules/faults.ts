/** What is wrong with something written. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** The place of the first item whose key came before; -1 where each has its own. */
export function twice<One>(list: readonly One[], keyOf: (one: One) => string): number {
  const keys = list.map(keyOf);
  return keys.findIndex((key, place) => keys.indexOf(key) < place);
}
