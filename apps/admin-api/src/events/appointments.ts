import type { AppointmentState } from '@yance/shared-types';
import type { DomainEvent } from './domain-event.js';

/** What every event of a visit tells; whoever needs more reads the visit. */
export interface AppointmentEventPayload {
  readonly customerId: string;
  readonly state: AppointmentState;
  /** RFC 3339, UTC. */
  readonly startsAt: string;
  readonly byKind: 'client' | 'staff' | 'system';
  /** The version of the visit that this change made: two changes of one visit are two events. */
  readonly version: number;
}

export const APPOINTMENT_TOPICS = [
  'appointment.requested',
  'appointment.confirmed',
  'appointment.moved',
  'appointment.arrived',
  'appointment.started',
  'appointment.completed',
  'appointment.cancelled',
  'appointment.no_show',
  'appointment.expired',
  'appointment.offered',
  'appointment.declined',
  'appointment.escalated',
] as const;
export type AppointmentTopic = (typeof APPOINTMENT_TOPICS)[number];

/** What goes on beside a visit's states: she said a word while she was served, and somebody has seen it. */
export const FEEDBACK_TOPICS = ['appointment.told', 'appointment.heard'] as const;
export type FeedbackTopic = (typeof FEEDBACK_TOPICS)[number];

/** The event of a word at a visit, which is its subject. */
export type FeedbackEvent = DomainEvent<FeedbackTopic, { readonly feedbackId: string }>;

export type AppointmentEvent = DomainEvent<AppointmentTopic, AppointmentEventPayload>;
