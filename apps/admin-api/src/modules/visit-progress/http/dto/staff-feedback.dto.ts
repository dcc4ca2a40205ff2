import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { OwnFeedbackDto } from './progress.dto.js';

export class UnseenQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;
}

/** A word that nobody has seen yet. */
export class UnseenFeedbackDto extends OwnFeedbackDto {
  appointmentId: string;
  customerName: string;
  serviceNames: string[];
  staffNames: string[];
}

export class UnseenFeedbackListDto {
  /** Oldest first. */
  items: UnseenFeedbackDto[];
}

export class VisitFeedbackDto {
  /** Oldest first. */
  items: OwnFeedbackDto[];
}

export class SeenDto {
  /** When it was seen first; RFC 3339 in the store's offset. */
  seenAt: string;
}
