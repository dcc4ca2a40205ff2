import type { DailyCap, DailyCapDraft } from '../../shared/api/contract';

/** What a cap is known by on the page. */
export const keyOfCap = ({ kind, subjectId }: Pick<DailyCap, 'kind' | 'subjectId'>): string =>
  `${kind}:${subjectId}`;

/** The numbers as they are on the page; null where nothing is filled in. */
export const mostIn = (caps: readonly DailyCap[]): Map<string, number | null> =>
  new Map(caps.map((cap) => [keyOfCap(cap), cap.most]));

/** What is sent: only what has a number. */
export const cappedIn = (
  caps: readonly DailyCap[],
  most: ReadonlyMap<string, number | null>,
): DailyCapDraft[] =>
  caps.flatMap(({ kind, subjectId }) => {
    const number = most.get(keyOfCap({ kind, subjectId }));
    return number ? [{ kind, subjectId, most: number }] : [];
  });
