import type { AppointmentState, BookingChannel } from '@yance/shared-types';
import type { StoredWords } from '../../../platform/crypto/index.js';
import type { Transition } from '../rules/transitions.js';

/** A service of a visit, with name and price as they were when it was booked. */
export interface VisitItem {
  readonly serviceId: string;
  readonly serviceName: string;
  readonly staffId: string;
  /** 点客: the client asked for this person. */
  readonly requested: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly priceFen: number;
}

/** A person, place or device that a service uses, without buffers. */
export interface Allocation {
  readonly itemSeq: number;
  readonly resourceId: string;
  readonly kind: 'staff' | 'room' | 'device';
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Where a visit was before it moved. */
export interface MovedFrom {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What she was offered instead. */
export interface Offered {
  readonly offered: readonly string[];
}

/** What the desk went beyond when it put the visit there: names of services and people whose day was full. */
export interface BeyondCaps {
  readonly beyond: readonly string[];
}

/** One change of a visit: who, when, why. */
export interface VisitChange {
  readonly seq: number;
  readonly transition: Transition | 'book';
  readonly from: AppointmentState | null;
  readonly to: AppointmentState;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly reasonStored: StoredWords;
  /** The file under whose key the reason lies; another one than the visit's once files were joined. */
  readonly sealedFor: string | null;
  /** For a move or a choice: where it was; for an offer: the starts offered. Instants as RFC 3339. */
  readonly detail: MovedFrom | (MovedFrom & BeyondCaps) | BeyondCaps | Offered | null;
  readonly at: Date;
}

/** Why the salon could not take a visit. */
export const DECLINE_REASONS = [
  'full',
  'staff_away',
  'not_suitable',
  'talk_first',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What a visit that is not agreed yet waits for, and until when. */
export interface Waiting {
  /** `choice`: she chooses among other times; null: the salon answers. */
  readonly heldFor: 'choice' | null;
  readonly expiresAt: Date;
  /** When the manager is told; null where the salon is not who keeps it waiting. */
  readonly escalatesAt: Date | null;
}

/** The visit itself. */
export interface Visit {
  readonly id: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly state: AppointmentState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly channel: BookingChannel;
  readonly noteStored: StoredWords;
  readonly priceFen: number;
  /** Grows by one with every change; also the seq of that change. */
  readonly version: number;
  readonly freeCancelUntil: Date;
  readonly lateCancel: boolean;
  readonly cancelReasonStored: StoredWords;
  readonly createdAt: Date;
  readonly heldFor: Waiting['heldFor'];
  /** When it falls through if nobody acts; set while it is held or requested. */
  readonly expiresAt: Date | null;
  readonly escalatesAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly declineReason: DeclineReason | null;
}

/** What a plan makes of a visit: its times, services and what they use. */
export interface VisitPlan {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly priceFen: number;
  readonly items: readonly VisitItem[];
  readonly allocations: readonly Allocation[];
}
