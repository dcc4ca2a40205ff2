import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import type { Position } from '../../../staff/index.js';

export class TurnQueueQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

/** Somebody in the queue. */
export class TurnInQueueDto {
  staffId: string;
  name: string;
  /** Turns that she had today, those that she passed on, and visits by turn that she still has ahead. */
  served: number;
  passed: number;
  ahead: number;
  /** RFC 3339; until when she is busy with a visit, null while she is free. */
  busyUntil: string | null;
}

/** Somebody who has a shift today and has not signed in. */
export class AbsentDto {
  staffId: string;
  name: string;
}

/** The queue of a position, the next one first. */
export class PositionQueueDto {
  position: Position;
  inQueue: TurnInQueueDto[];
  absent: AbsentDto[];
}

export class TurnQueueDto {
  isKept: boolean;
  /** Empty where the store keeps no turns. */
  queues: PositionQueueDto[];
}
