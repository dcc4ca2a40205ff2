import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CouponReport } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

export interface ReportQuery {
  /** YYYY-MM, both included. */
  readonly fromMonth?: string;
  readonly untilMonth?: string;
  /** All of one's stores when absent. */
  readonly storeId?: string;
}

/** What became of coupons by template and month. */
export function readReport(query: ReportQuery, signal?: AbortSignal): Promise<CouponReport> {
  return answerOf(api.GET('/api/staff/coupon-report', { params: { query }, signal }));
}

export function useReport(query: ReportQuery) {
  return useQuery({
    queryKey: keys.couponReport(query),
    queryFn: ({ signal }) => readReport(query, signal),
    placeholderData: keepPreviousData,
  });
}
