import type { CellFault } from './rules/read-row.js';

/** A rule refused a row that the check had let through; the transaction wrote nothing. */
export class RowRefused extends Error {
  constructor(
    readonly no: number,
    readonly fault: CellFault,
  ) {
    super(`row ${no} was refused`);
    this.name = 'RowRefused';
  }
}
