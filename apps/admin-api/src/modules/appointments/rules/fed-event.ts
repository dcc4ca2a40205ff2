import type { CalendarEvent } from '@yance/shared-types';
import type { FedStep } from '../data/calendar-feeds.js';

/**
 * A step as a calendar shows it: the first character of the client's name, what is done, where. A calendar lies with
 * strangers and on locked screens, so it holds nothing by which a client is known.
 */
export function fedEvent(step: FedStep, clientName: string | undefined): CalendarEvent {
  const first = [...(clientName ?? '').trim()][0];
  const client = first === undefined ? '顾客' : `${first}*`;
  const waits = step.state === 'requested' ? '待确认 ' : '';
  return {
    uid: `${step.appointmentId}-${step.seq}@yance`,
    ...{ startsAt: step.startsAt, endsAt: step.endsAt, changedAt: step.changedAt },
    sequence: step.version,
    title: `${waits}${client} ${step.serviceName}`,
    place: step.rooms === null ? step.storeName : `${step.storeName} ${step.rooms}`,
  };
}
