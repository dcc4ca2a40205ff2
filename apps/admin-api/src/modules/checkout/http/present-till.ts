import { toRfc3339 } from '../../../platform/clock/index.js';
import { COUNTED, TENDER_KINDS, type CountedTender } from '../rules/tenders.js';
import type { DaySight, ShiftSight } from '../till-queries.js';
import type { DailyCloseDto, ExpectedDto, TillShiftDto } from './dto/till.dto.js';

const presentExpected = (expected: ReadonlyMap<CountedTender, number>): ExpectedDto[] =>
  COUNTED.map((tender) => ({ tender, expectedFen: expected.get(tender) ?? 0 }));

export function presentShift({ shift, expected, counts, timeZone }: ShiftSight): TillShiftDto {
  return {
    ...{ id: shift.id, storeId: shift.storeId, date: shift.onDate, floatFen: shift.floatFen },
    state: shift.closedAt === null ? 'open' : 'closed',
    ...{ openedBy: shift.openedName, openedAt: toRfc3339(shift.openedAt, timeZone) },
    ...{
      closedBy: shift.closedName,
      closedAt: shift.closedAt && toRfc3339(shift.closedAt, timeZone),
    },
    ...{ expected: presentExpected(expected), counts: [...counts] },
  };
}

export function presentDay(sight: DaySight): DailyCloseDto {
  const { tenders, ...figures } = sight.figures;
  return {
    ...{ storeId: sight.storeId, date: sight.date, state: sight.closed ? 'closed' : 'open' },
    ...figures,
    tenders: TENDER_KINDS.map((tender) => ({ tender, amountFen: tenders[tender] })),
    ...{ expected: presentExpected(sight.expected), counts: [...sight.counts] },
    openBills: sight.openBills.map(({ id, onDate, no, state }) => ({
      id,
      date: onDate,
      no,
      state,
    })),
    closedBy: sight.closedName,
    closedAt: sight.closedAt && toRfc3339(sight.closedAt, sight.timeZone),
  };
}
