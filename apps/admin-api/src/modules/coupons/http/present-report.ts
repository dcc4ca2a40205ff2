import type { ReportLine } from '../data/changes.js';
import type { CouponReportDto, CouponReportSumsDto } from './dto/coupon.dto.js';

/** First and last month, both included, `YYYY-MM`. */
export interface ReportMonths {
  readonly fromMonth: string;
  readonly untilMonth: string;
}

const COUNTED = ['issued', 'used', 'returned', 'expired', 'revoked', 'costFen'] as const;

export function presentReport(
  months: ReportMonths,
  lines: readonly ReportLine[],
  names: ReadonlyMap<string, string>,
): CouponReportDto {
  const total: CouponReportSumsDto = {
    ...{ issued: 0, used: 0, returned: 0, expired: 0, revoked: 0, costFen: 0 },
  };
  for (const line of lines) for (const what of COUNTED) total[what] += line[what];
  const named = lines.map((line) => ({ ...line, templateName: names.get(line.templateId) ?? '' }));
  return { ...months, lines: named, total };
}
