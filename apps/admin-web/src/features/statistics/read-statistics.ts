import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { VisitStatistics } from '../../shared/api/contract';
import { keys } from '../../shared/api/keys';
import { answerOf, api } from '../../shared/api/transport';

export interface Asked {
  readonly storeId: string;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
}

/** How a store's days are used, how early its clients book, who did not come. */
export const readStatistics = (query: Asked, signal?: AbortSignal): Promise<VisitStatistics> =>
  answerOf(api.GET('/api/staff/appointment-statistics', { params: { query }, signal }));

export const useStatistics = (asked: Asked) =>
  useQuery({
    queryKey: keys.statistics(asked),
    queryFn: ({ signal }) => readStatistics(asked, signal),
    placeholderData: keepPreviousData,
  });
