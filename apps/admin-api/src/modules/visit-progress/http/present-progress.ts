import { toRfc3339 } from '../../../platform/clock/index.js';
import type { WordedFeedback } from '../feedback-words.js';
import type { Progress } from '../read-progress.js';
import type { OwnFeedbackDto, VisitProgressDto } from './dto/progress.dto.js';

export function presentFeedback(
  { id, wish, words, at, seenAt }: WordedFeedback,
  zone: string,
): OwnFeedbackDto {
  return {
    ...{ id, wish, words, at: toRfc3339(at, zone) },
    seenAt: seenAt && toRfc3339(seenAt, zone),
  };
}

export function presentProgress(progress: Progress): VisitProgressDto {
  const { visit, begunAt, steps, products, feedback, now } = progress;
  const { state, timeZone: zone } = visit;
  const end = steps.at(-1)?.endsAt ?? null;
  const isHere = state === 'arrived' || state === 'in_service';
  return {
    ...{ state, begunAt: begunAt && toRfc3339(begunAt, zone) },
    expectedEnd: isHere && end ? toRfc3339(end, zone) : null,
    isOver: state === 'in_service' && end !== null && now > end,
    steps: steps.map(({ kind, serviceName, staffName, startsAt, endsAt, state: stands }) => ({
      ...{ kind, serviceName, staffName, state: stands },
      ...{ start: toRfc3339(startsAt, zone), end: toRfc3339(endsAt, zone) },
    })),
    products: [...products],
    feedback: feedback.map((one) => presentFeedback(one, zone)),
    canTell: isHere,
  };
}
