import type { ExportsState } from '../../shared/navigation/exports-state';
import { addDays } from '../../shared/format/time';
import type { ClientFilter } from './api/list-by-filter';

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/**
 * A list as it is looked at, to be exported: a need is one of the tags there. Its order is no part of it, and days without a visit are counted from
 * `today`, so that the file holds who was asked for.
 */
export function exportsStateOf({ order: _, ...filter }: ClientFilter, today: string): ExportsState {
  const { birthMonth, minBalanceFen, awayDays, lastVisitUntil, tagIds, ...others } = filter;
  const { needId, belowPercent, ...rest } = others;
  const tags = [...(needId === undefined ? [] : [needId]), ...(tagIds?.split(',') ?? [])];
  const away = awayDays === undefined ? undefined : addDays(today, -Number(awayDays));
  const [until] = [away, lastVisitUntil].filter((day) => day !== undefined).sort();
  return {
    filter: {
      ...rest,
      lastVisitUntil: until,
      tagIds: tags.length === 0 ? undefined : [...new Set(tags)],
      belowPercent: numberOf(belowPercent),
      ...{ birthMonth: numberOf(birthMonth), minBalanceFen: numberOf(minBalanceFen) },
    },
  };
}
