import { COUNTED, type CountedTender } from './tenders.js';

/** What was counted of a tender, as somebody writes it down. Fen. */
export interface CountWish {
  readonly tender: CountedTender;
  readonly countedFen: number;
  /** Needed where it is not what the books expect. */
  readonly reason?: string;
}

/** What should be there, what was there, and why they differ. Fen. */
export interface Counted {
  readonly tender: CountedTender;
  readonly expectedFen: number;
  readonly countedFen: number;
  readonly differenceFen: number;
  readonly reason: string | null;
}

export interface CountFault {
  readonly field: string;
  readonly message: string;
}

/**
 * Holds what was counted against what the books expect, for every tender that is counted. What nobody counted is taken
 * to be nothing, so that money that should be there cannot be passed over.
 */
export function holdAgainst(
  counts: readonly CountWish[],
  expected: ReadonlyMap<CountedTender, number>,
): { readonly counted: Counted[]; readonly faults: CountFault[] } {
  const faults: CountFault[] = [];
  const places = new Map(counts.map((count, place) => [count.tender, place]));
  if (places.size < counts.length)
    faults.push({ field: 'counts', message: '每种付款方式只填一次' });
  const counted = COUNTED.map((tender): Counted => {
    const place = places.get(tender);
    const wish = place === undefined ? undefined : counts[place];
    const expectedFen = expected.get(tender) ?? 0;
    const countedFen = wish?.countedFen ?? 0;
    const differenceFen = countedFen - expectedFen;
    const reason = wish?.reason?.trim() ?? '';
    if (differenceFen !== 0 && reason === '') {
      const field = place === undefined ? `counts.${tender}` : `counts.${place}.reason`;
      faults.push({ field, message: '与账面不一致，请填写原因' });
    }
    return {
      ...{ tender, expectedFen, countedFen, differenceFen },
      reason: differenceFen === 0 ? null : reason,
    };
  });
  return { counted, faults };
}
