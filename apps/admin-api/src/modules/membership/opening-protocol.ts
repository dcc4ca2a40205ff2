import { createHash } from 'node:crypto';
import { readMemberNo } from '../customers/index.js';
import type { OpeningFault, OpeningRow } from './rules/opening-rows.js';

/** What a salon that moves in brings along: each client's value by a signed protocol. */
export interface OpeningProtocol {
  readonly storeId: string;
  /** Number of the signed protocol. */
  readonly protocolNo: string;
  readonly validEverywhere: boolean;
  readonly rows: readonly OpeningRow[];
  /** Somebody looked at the warnings and wants it all the same. */
  readonly confirmed?: boolean;
}

/** What became of a protocol, or would. Amounts in fen. */
export interface OpeningResult {
  readonly imported: boolean;
  readonly rows: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly faults: readonly OpeningFault[];
  /** Rows that may be there twice, or are above the cap. */
  readonly warnings: readonly OpeningFault[];
  readonly batchId: string | null;
}

/** A client's number as files keep it; empty for what is none. */
export const normalMemberNo = (text: string): string => readMemberNo(text.trim()) ?? '';

/** How much a protocol brings over, in fen. */
export const sums = ({ rows }: OpeningProtocol) => ({
  rows: rows.length,
  principalFen: rows.reduce((sum, row) => sum + row.principalFen, 0),
  bonusFen: rows.reduce((sum, row) => sum + (row.bonusFen ?? 0), 0),
});

/** What a protocol says, for telling a repeat from other rows under its number. */
export function hashOf({ storeId, validEverywhere, rows }: OpeningProtocol): Buffer {
  const cells = rows.map((row) => [
    ...[normalMemberNo(row.memberNo), row.principalFen, row.bonusFen ?? 0],
    ...[row.originalPriceFen ?? row.principalFen, row.paidOn],
  ]);
  return createHash('sha256')
    .update(JSON.stringify([storeId, validEverywhere, cells]))
    .digest();
}
