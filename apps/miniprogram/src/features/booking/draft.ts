import { isRecord } from '@/lib/failure';
import type { KeyValue } from '@/lib/storage';
import { Store } from '@/lib/store';
import type { AppointmentView, ServiceView } from '@/api/types';

/** What a client has chosen so far. It outlives the page and the app: going back never loses a choice. */
export interface BookingDraft {
  storeId: string | undefined;
  /** In the order they will be done. */
  serviceIds: string[];
  /** undefined is 不指定. */
  staffId: string | undefined;
  date: string | undefined;
  start: string | undefined;
  note: string;
  /** Services for which she would rather pay than use a session. */
  paidServiceIds: string[];
  /** The visit of her care plan that she books, while its service is chosen. */
  planned: PlannedStep | undefined;
}

/** A visit of a care plan. */
export interface PlannedStep {
  stepId: string;
  serviceId: string;
}

export const EMPTY_DRAFT: BookingDraft = {
  storeId: undefined,
  serviceIds: [],
  staffId: undefined,
  date: undefined,
  start: undefined,
  note: '',
  paidServiceIds: [],
  planned: undefined,
};

/** The API takes at most this many services in one visit; more would not fit a day either. */
export const MAX_SERVICES = 6;

const KEY = 'yance.booking-draft';

export class DraftStore extends Store<BookingDraft> {
  constructor(private readonly storage: KeyValue) {
    super(draftOf(storage.read(KEY)));
  }

  /** Another store has other people and other times; what is not offered there falls away when it is shown. */
  chooseStore(storeId: string): void {
    if (storeId === this.value.storeId) return;
    this.keep({ ...this.value, storeId, staffId: undefined, start: undefined });
  }

  toggleService(serviceId: string): void {
    const { serviceIds } = this.value;
    const chosen = serviceIds.includes(serviceId)
      ? serviceIds.filter((id) => id !== serviceId)
      : [...serviceIds, serviceId].slice(0, MAX_SERVICES);
    this.keep({ ...this.value, serviceIds: chosen });
  }

  /** Others may be chosen in their place; the time stays, where it is still free. */
  dropServices(gone: readonly string[]): void {
    const serviceIds = this.value.serviceIds.filter((id) => !gone.includes(id));
    this.keep({ ...this.value, serviceIds });
  }

  chooseStaff(staffId: string | undefined): void {
    this.keep({ ...this.value, staffId });
  }

  chooseDate(date: string): void {
    if (date !== this.value.date) this.keep({ ...this.value, date, start: undefined });
  }

  chooseStart(date: string, start: string): void {
    this.keep({ ...this.value, date, start });
  }

  dropStart(): void {
    this.keep({ ...this.value, start: undefined });
  }

  writeNote(note: string): void {
    this.keep({ ...this.value, note });
  }

  /** A session for this service, or money after all. */
  toggleSession(serviceId: string): void {
    const { paidServiceIds } = this.value;
    const paid = paidServiceIds.includes(serviceId)
      ? paidServiceIds.filter((id) => id !== serviceId)
      : [...paidServiceIds, serviceId];
    this.keep({ ...this.value, paidServiceIds: paid });
  }

  /** Anew, with what was chosen elsewhere; the store stays unless another one is asked for. */
  begin({ storeId, serviceIds }: { storeId?: string; serviceIds: string[] }): void {
    this.keep({ ...EMPTY_DRAFT, storeId: storeId ?? this.value.storeId, serviceIds });
  }

  /** Anew, for a visit of her care plan, looking at the first day that it allows. */
  beginPlanned(planned: PlannedStep, date: string): void {
    const { storeId } = this.value;
    const serviceIds = [planned.serviceId];
    this.keep({ ...EMPTY_DRAFT, storeId, serviceIds, planned, date });
  }

  /** The same again: services and, where she was asked for, the same person. */
  repeat(visit: AppointmentView): void {
    const serviceIds = [...new Set(visit.items.map((item) => item.serviceId))];
    const staff = new Set(visit.items.map((item) => (item.requested ? item.staffId : undefined)));
    const [only] = staff.size === 1 ? [...staff] : [];
    this.keep({ ...EMPTY_DRAFT, storeId: visit.storeId, serviceIds, staffId: only });
  }

  /** After a booking: the store stays chosen. */
  finish(): void {
    this.keep({ ...EMPTY_DRAFT, storeId: this.value.storeId });
  }

  private keep(next: BookingDraft): void {
    this.set(next);
    this.storage.write(KEY, next);
  }
}

/** What was kept, field by field; anything unreadable counts as not chosen. */
function draftOf(kept: unknown): BookingDraft {
  if (!isRecord(kept)) return EMPTY_DRAFT;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
  const { storeId, serviceIds, paidServiceIds, staffId, date, start, note, planned } = kept;
  return {
    storeId: text(storeId),
    serviceIds: texts(serviceIds),
    paidServiceIds: texts(paidServiceIds),
    staffId: text(staffId),
    date: text(date),
    start: text(start),
    note: text(note) ?? '',
    planned: plannedOf(planned),
  };
}

function plannedOf(kept: unknown): PlannedStep | undefined {
  if (!isRecord(kept)) return undefined;
  const { stepId, serviceId } = kept;
  if (typeof stepId !== 'string' || typeof serviceId !== 'string') return undefined;
  return { stepId, serviceId };
}

/** Chosen services that the store still offers, in the order chosen. */
export function chosenServices(serviceIds: string[], offered: ServiceView[]): ServiceView[] {
  return serviceIds.flatMap((id) =>
    offered.filter((service) => service.id === id && service.onlineBookable),
  );
}
