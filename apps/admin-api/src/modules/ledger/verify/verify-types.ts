import type { Reader } from '../../../platform/database/index.js';

/** A row that is not as the rest of the books says it must be. */
export interface BadRow {
  readonly table: string;
  /** Its primary key, parts joined by a slash; of a seal file, its name and line. */
  readonly key: string;
  /** What is wrong, in Chinese. */
  readonly problem: string;
}

/** How much was looked at. */
export interface Checked {
  accounts: number;
  txs: number;
  postings: number;
  lines: number;
  lots: number;
  holds: number;
  dailySums: number;
  seals: number;
}

/** What every part of the check works with. */
export interface Checking {
  readonly reader: Reader;
  /** Rows read at once: memory is a few times this, however long the books are. */
  readonly batch: number;
  readonly checked: Checked;
}

export type Key = number | string;

/** Leaves the check: the first bad row is the answer. */
export class BadRowFound extends Error {
  readonly row: BadRow;

  constructor(table: string, key: Key | readonly Key[], problem: string) {
    super(problem);
    this.name = 'BadRowFound';
    this.row = { table, key: Array.isArray(key) ? key.join('/') : String(key), problem };
  }
}

export function bad(table: string, key: Key | readonly Key[], problem: string): never {
  throw new BadRowFound(table, key, problem);
}
