import { toRfc3339 } from '../../../platform/clock/index.js';
import type { ShownRequest } from '../read-requests.js';
import type { ShiftRequestDto } from './dto/shift-request.dto.js';

const MIDNIGHT = 'T00:00';

/** @param now tells whether an agreed leave is over */
export function presentRequest(shown: ShownRequest, now: Date): ShiftRequestDto {
  const { request, timeZone: zone, staffName, templateName, steps } = shown;
  const [start, end] = [toRfc3339(request.startsAt, zone), toRfc3339(request.endsAt, zone)];
  return {
    ...{ id: request.id, staffId: request.staffId, staffName, storeId: request.storeId },
    ...{ kind: request.kind, leaveKind: request.leaveKind, state: request.state },
    ...{ from: request.firstDate, to: request.lastDate, start, end, templateName },
    wholeDays: start.includes(MIDNIGHT) && end.includes(MIDNIGHT),
    steps: steps.map(({ state, byName, at, words }) => ({
      ...{ state, byName, at: toRfc3339(at, zone), words },
    })),
    isAhead: request.endsAt > now,
  };
}
