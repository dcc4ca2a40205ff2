import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  FEEDBACK_LENGTH,
  FEEDBACK_WISHES,
  type AppointmentState,
  type FeedbackWish,
} from '@yance/shared-types';
import { CleanText } from '../../../../platform/input/index.js';
import type { Step, StepState } from '../../rules/steps.js';

/** A stretch of her visit. */
export class ProgressStepDto {
  kind: Step['kind'];
  /** Null while she waits between services. */
  serviceName: string | null;
  /** Name that clients see; null where nobody has to be there. */
  staffName: string | null;
  /** As it comes, not as it was planned; RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  state: StepState;
}

/** A word that she said. */
export class OwnFeedbackDto {
  id: string;
  wish: FeedbackWish;
  words: string | null;
  /** RFC 3339 in the store's offset. */
  at: string;
  /** When the house saw it; RFC 3339 in the store's offset. */
  seenAt: string | null;
}

/** Where her visit stands. */
export class VisitProgressDto {
  state: AppointmentState;
  /** When she was begun; RFC 3339 in the store's offset. */
  begunAt: string | null;
  /** When she is likely to be finished; null while she is not there. RFC 3339 in the store's offset. */
  expectedEnd: string | null;
  /** It takes longer than was expected. */
  isOver: boolean;
  steps: ProgressStepDto[];
  /** Names of products used so far. */
  products: string[];
  feedback: OwnFeedbackDto[];
  /** She can say a word now. */
  canTell: boolean;
}

/** What she says. */
export class TellDto {
  @IsIn(FEEDBACK_WISHES, { message: '请点一个想说的' })
  wish: FeedbackWish;

  /** Needed for `words`. */
  @IsOptional()
  @CleanText()
  @IsString()
  @MaxLength(FEEDBACK_LENGTH)
  words?: string;
}
