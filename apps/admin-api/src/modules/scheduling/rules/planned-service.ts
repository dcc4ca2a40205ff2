import type { ResourceId } from './availability-types.js';
import type { Bitmap } from './bitmap.js';
import type { Need, ServiceNeeds } from './needs.js';

/** A need with those of its candidates that the window knows, each with the service starts it is free for. */
export interface PlannedNeed extends Need {
  readonly able: readonly AbleResource[];
}

export interface AbleResource {
  readonly id: ResourceId;
  /** Bit t: free for all spans of the need when the service starts at slot t of the window. */
  readonly starts: Bitmap;
}

export interface PlannedService extends ServiceNeeds {
  readonly staff: readonly PlannedNeed[];
  readonly rooms: readonly PlannedNeed[];
  readonly devices: readonly PlannedNeed[];
  readonly mayRunInsideGap: boolean;
  /** Bit t: this service, seen alone, can start at slot t of the window. */
  readonly alone: Bitmap;
  /** Bit t: it can start there after whatever came before it, and the rest of the chain fits behind or inside. */
  readonly withRest: Bitmap;
}
