import type { AppointmentState, Reaction } from '@yance/shared-types';
import { TreatmentTemplateDto } from './template.dto.js';

export class TreatmentParameterDto {
  name: string;
  value: string;
  unit: string;
}

export class TreatmentDoneDto {
  serviceId: string;
  serviceName: string;
  parameters: TreatmentParameterDto[];
}

export class TreatmentProductDto {
  /** Null for a product that is not in the catalogue. */
  productId: string | null;
  name: string;
  /** In `unit`; null where it was not measured. */
  amount: number | null;
  unit: string;
}

/** What a record or a draft says. */
export class TreatmentContentsDto {
  done: TreatmentDoneDto[];
  products: TreatmentProductDto[];
  reaction: Reaction;
  reactionWords: string;
  advice: string;
  homeCare: string;
  staffNote: string;
  /** The day on which she should come again. */
  nextOn: string | null;
  /** Why something was done that her health file speaks against; empty where nothing was. */
  deviation: string;
  /** What it spoke against, as it was found then. */
  deviatesFrom: string[];
}

/** A version of a record. */
export class TreatmentVersionDto {
  version: number;
  contents: TreatmentContentsDto;
  /** Why the version before it was corrected; empty in a first one. */
  reason: string;
  byName: string;
  /** RFC 3339 in the store's offset. */
  at: string;
}

/** What the asker has typed so far. */
export class TreatmentDraftDto {
  revision: number;
  contents: TreatmentContentsDto;
  /** RFC 3339 in the store's offset. */
  savedAt: string;
}

/** The record of a visit with all that its form needs. */
export class VisitTreatmentDto {
  /** Null while nothing was written. */
  recordId: string | null;
  /** The newest first; empty while nothing was written. */
  versions: TreatmentVersionDto[];
  /** Null where she has none. */
  draft: TreatmentDraftDto | null;
  /** The caller may write or correct it now. */
  writable: boolean;
  /** What the booked services' records begin with. */
  templates: TreatmentTemplateDto[];
  /** The day of the visit in the store, YYYY-MM-DD. */
  visitedOn: string;
  /** Whether she agreed that health data is kept: words about her health, and words that somebody typed, are written while she does, and hidden once `withdrawn`. */
  consent: 'given' | 'withdrawn' | 'none';
}

export class TreatmentDraftSavedDto {
  /** Send it back with the next save. */
  revision: number;
}

/** A record in a client's list. */
export class TreatmentRecordDto {
  id: string;
  appointmentId: string;
  storeName: string;
  /** When the visit was; RFC 3339 in the store's offset. */
  visitedAt: string;
  version: number;
  contents: TreatmentContentsDto;
  /** She took her consent back: what it says of her health is not shown. */
  closed: boolean;
  /** Who wrote what it says now. */
  byName: string;
}

export class TreatmentRecordListDto {
  items: TreatmentRecordDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

/** A record as its client sees it: without what is for colleagues. */
export class ClientTreatmentDto {
  id: string;
  appointmentId: string;
  storeName: string;
  /** RFC 3339 in the store's offset. */
  visitedAt: string;
  done: TreatmentDoneDto[];
  products: TreatmentProductDto[];
  reaction: Reaction;
  reactionWords: string;
  advice: string;
  homeCare: string;
  nextOn: string | null;
  /** She took her consent back: what it says of her health is not shown. */
  closed: boolean;
}

export class ClientTreatmentListDto {
  items: ClientTreatmentDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

export class CareVisitServiceDto {
  serviceId: string;
  serviceName: string;
  staffName: string;
}

/** A visit of a therapist's day. */
export class CareVisitDto {
  id: string;
  customerId: string;
  customerName: string;
  state: AppointmentState;
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
  services: CareVisitServiceDto[];
  rooms: string[];
  /** The caller leads a service of it or does a step. */
  mine: boolean;
  /** The step that comes next and that the caller may take now; null where there is none. */
  next: 'arrive' | 'start' | 'complete' | null;
  /** The caller's draft counts; `none` where nothing was typed. */
  record: 'none' | 'draft' | 'written';
  /** The caller may write its record now. */
  writable: boolean;
}

/** A day of care in a store. */
export class CareDayDto {
  /** YYYY-MM-DD. */
  date: string;
  visits: CareVisitDto[];
  /** Finished visits of the thirty days before without a record: the caller's own, or the store's for a manager. */
  unwritten: CareVisitDto[];
}
