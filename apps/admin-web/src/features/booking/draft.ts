import type { AppointmentDraft } from '../../shared/api/contract';
import type { BookingPreset } from '../../shared/ui-commands';

/** What is on the sheet so far. */
export interface BookingForm {
  readonly client: { id: string; name: string; phoneMasked: string | null } | null;
  /** In the order in which they follow each other. */
  readonly serviceIds: readonly string[];
  /** Absent: anybody who can. */
  readonly staffId?: string;
  readonly date: string;
  readonly start: string | null;
  readonly note: string;
  readonly channel: AppointmentDraft['channel'];
}

/** A fresh sheet with what was already known when it was opened. A day that is over becomes today. */
export function emptyForm(preset: BookingPreset, today: string): BookingForm {
  const { customer = null, staffId, date = today } = preset;
  return {
    client: customer,
    serviceIds: [],
    staffId,
    date: date < today ? today : date,
    start: null,
    note: '',
    channel: 'desk',
  };
}

/** The request, once everything that it needs is there; otherwise null. */
export function draftOf(form: BookingForm, storeId: string): AppointmentDraft | null {
  const { client, serviceIds, staffId, start, channel } = form;
  const note = form.note.trim();
  if (!client || serviceIds.length === 0 || !start) return null;
  return {
    storeId,
    customerId: client.id,
    start,
    services: serviceIds.map((serviceId) => (staffId ? { serviceId, staffId } : { serviceId })),
    channel,
    ...(note ? { note } : {}),
  };
}

/** What is still to be chosen, in the order of the sheet. */
export function missingWords({ client, serviceIds, start }: BookingForm): string {
  if (!client) return '请先选顾客';
  if (serviceIds.length === 0) return '请选择项目';
  return start ? '' : '请选择时间';
}

/** Whether somebody has put anything on the sheet that would be a loss. */
export const hasChoice = ({ client, serviceIds, start, note }: BookingForm): boolean =>
  client !== null || serviceIds.length > 0 || start !== null || note.trim() !== '';

const kept = new Map<string, BookingForm>();

/** Keeps an unfinished sheet for one person in one store until the page is left; an empty one is forgotten. */
export function keepForm(owner: string, form: BookingForm): void {
  if (hasChoice(form)) kept.set(owner, form);
  else kept.delete(owner);
}

export const forgetForm = (owner: string): void => void kept.delete(owner);

/** The unfinished sheet when nothing new was asked for; otherwise, or when there is none, a fresh one. */
export function openForm(owner: string, preset: BookingPreset, today: string): BookingForm {
  const before = Object.keys(preset).length === 0 ? kept.get(owner) : undefined;
  if (!before) return emptyForm(preset, today);
  return before.date < today ? { ...before, date: today, start: null } : before;
}
