import { houseMoves, type BookStretch } from '../ledger/index.js';
import type { Reader } from '../../platform/database/index.js';
import { CLEARING, COUNTED, type CountedTender } from './rules/tenders.js';

/** What the books say came in by each counted tender, whatever it was for: bills, top-ups, debts, money paid back. */
export async function expectedIn(
  reader: Reader,
  storeId: string,
  stretch: BookStretch,
): Promise<Map<CountedTender, number>> {
  const codes = COUNTED.map((tender) => CLEARING[tender]);
  const moves = await houseMoves(reader, storeId, codes, stretch);
  return new Map(COUNTED.map((tender) => [tender, moves.get(CLEARING[tender]) ?? 0]));
}
