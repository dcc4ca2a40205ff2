import { toSafeInteger, type Reader } from '../../../platform/database/index.js';

/** So many files are looked at to say how many clients there are of something, however many there are in all. */
const SAMPLE = 4_000;
/** Steps of this part of a whole never come close to a rhythm in which files were opened. */
const GOLDEN = 0.618033988749895;

/** How many clients there are of something; `exact` is false where it was reckoned from a sample. */
export interface Reckoned {
  readonly clients: number;
  readonly exact: boolean;
}

/** Files that stand for all of them. */
export interface Sample {
  /** What leaves these files of a column with clients' ids. */
  of(column: string): string;
  /** What so many of the sample are of all. */
  reckon(found: number): Reckoned;
}

/** One number of each of so many equal parts of 1 to `last`, the same ones each time it is asked. */
export function sampledNumbers(last: number, parts: number): number[] {
  const width = last / parts;
  return Array.from(
    { length: parts },
    (_, part) => 1 + Math.floor(part * width + ((part * GOLDEN) % 1) * width),
  );
}

/**
 * Client numbers are handed out one after the other, so numbers spread evenly are files spread evenly: old ones and
 * new ones. A salon with few files is looked at whole.
 */
export async function aSample(reader: Reader): Promise<Sample> {
  const row = await reader.row<{ last: unknown }>(
    'SELECT COALESCE(MAX(number), 0) AS last FROM customer_number',
  );
  const last = toSafeInteger(row?.last ?? 0);
  if (last <= SAMPLE) return { of: () => 'TRUE', reckon: (clients) => ({ clients, exact: true }) };
  const numbers = sampledNumbers(last, SAMPLE).join(', ');
  return {
    of: (column) =>
      `${column} IN (SELECT n.customer_id FROM customer_number n WHERE n.number IN (${numbers}))`,
    reckon: (found) => ({ clients: Math.round((found * last) / SAMPLE), exact: false }),
  };
}
