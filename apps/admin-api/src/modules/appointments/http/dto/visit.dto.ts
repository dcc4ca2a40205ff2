import type { AppointmentState, BookingChannel } from '@yance/shared-types';
import type { DeclineReason, Waiting } from '../../data/visit.js';
import type { Transition } from '../../rules/transitions.js';

/** The session of a package that covers a service. */
export class VisitItemSessionDto {
  packageId: string;
  itemId: string;
  packageName: string;
  /** False while it only waits for the visit. */
  used: boolean;
}

/** A service of a visit. */
export class VisitItemDto {
  serviceId: string;
  serviceName: string;
  staffId: string;
  /** Name that clients see. */
  staffName: string;
  staffTitle: string;
  /** 点客: the client asked for this person. */
  requested: boolean;
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  /** List price for this person's grade, in fen. */
  priceFen: number;
  /** The session of a package that covers it; null where it is paid another way. */
  session: VisitItemSessionDto | null;
}

/** A line of a visit's history in the client's words. */
export class VisitHistoryDto {
  /** RFC 3339 in the store's offset. */
  at: string;
  /** What happened, a short Chinese sentence. */
  what: string;
}

/** A service of an offered time. */
export class VisitOptionItemDto {
  serviceId: string;
  staffId: string;
  /** Name that clients see. */
  staffName: string;
  priceFen: number;
}

/** Another time that is kept for her until the visit expires. */
export class VisitOptionDto {
  id: string;
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  /** In fen. */
  priceFen: number;
  items: VisitOptionItemDto[];
}

/** A visit as its client sees it. */
export class VisitDto {
  id: string;
  state: AppointmentState;
  storeId: string;
  storeName: string;
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  /** Sum of the items, in fen. */
  priceFen: number;
  note: string | null;
  items: VisitItemDto[];
  /** The caller may cancel it now. */
  cancellable: boolean;
  /** The caller may move it now. */
  reschedulable: boolean;
  /** Until when cancelling is free; RFC 3339 in the store's offset. */
  freeCancelUntil: string;
  /** RFC 3339 in the store's offset. */
  createdAt: string;
  cancelReason: string | null;
  /** Why the salon could not take it. */
  declineReason: DeclineReason | null;
  /** What a held visit waits for. */
  heldFor: Waiting['heldFor'];
  /** While it is held or requested: when it falls through if nobody acts; RFC 3339 in the store's offset. */
  expiresAt: string | null;
  /** The times that the salon offers instead, the best first. */
  options: VisitOptionDto[];
  /** It was cancelled by the client after the free time. */
  lateCancel: boolean;
  history: VisitHistoryDto[];
}

export class VisitListDto {
  items: VisitDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

/** The client of a visit, as a line. */
export class VisitCustomerDto {
  id: string;
  name: string;
  phoneMasked: string | null;
  memberNo: string;
}

/** A stretch of time that a person, room or device spends on a visit. */
export class VisitAllocationDto {
  resourceId: string;
  /** Null for rooms and devices. */
  staffId: string | null;
  kind: 'staff' | 'room' | 'device';
  name: string;
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
}

/** A change of a visit with who, when and why. */
export class VisitChangeDto {
  /** RFC 3339 in the store's offset. */
  at: string;
  transition: 'book' | Transition;
  from: AppointmentState | null;
  to: AppointmentState;
  byKind: 'client' | 'staff' | 'system';
  byName: string;
  reason: string | null;
  /** For a move or a choice: where it was before; RFC 3339 in the store's offset. */
  movedFrom: string | null;
  /** For an offer: the starts offered; RFC 3339 in the store's offset. */
  offered: string[];
  /** Services and people whose day was full when the desk put the visit there all the same, each with its cap. */
  beyond: string[];
}

/** A visit as the salon sees it. */
export class StaffVisitDto extends VisitDto {
  customer: VisitCustomerDto;
  channel: BookingChannel;
  /** When the manager was told that it waits; RFC 3339 in the store's offset. */
  escalatedAt: string | null;
  /** Names of the rooms and beds it uses. */
  rooms: string[];
  allocations: VisitAllocationDto[];
  /** Send it back when moving: another value means that somebody changed the visit meanwhile. */
  version: number;
  /** What the caller may do with it in this state. */
  allowed: Transition[];
  changes: VisitChangeDto[];
}

export class StaffVisitListDto {
  items: StaffVisitDto[];
}
