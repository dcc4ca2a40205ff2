import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppointmentQueries, type WordedVisit } from '../appointments/index.js';
import type { AppointmentEventPayload, StoredEvent } from '../../events/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock, toRfc3339 } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import { reminderRulesOf } from './data/reminder-rules.js';
import type { VisitNewsKind } from './rules/appointment-message.js';
import { MOST_TRIES } from './tell-by-ways.js';
import { TellVisit } from './tell-visit.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'tell-client' };

/** Which news are worth a message, unless the client made them herself. */
const KIND_OF: Readonly<Record<string, VisitNewsKind>> = {
  'appointment.confirmed': 'confirmed',
  'appointment.moved': 'changed',
  'appointment.cancelled': 'cancelled',
  'appointment.expired': 'expired',
  'appointment.offered': 'offered',
  'appointment.declined': 'declined',
};

/** Tells a client that her visit was confirmed, moved, given to another person, cancelled or never answered. */
@Injectable()
export class TellClient implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly appointments: AppointmentQueries,
    private readonly tell: TellVisit,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      ...{ name: 'tell-client', topics: Object.keys(KIND_OF), maxAttempts: MOST_TRIES },
      handle: (event, { attempt }) => this.handle(event, attempt),
    });
  }

  async handle(event: StoredEvent, attempt: number): Promise<void> {
    const topicKind = KIND_OF[event.topic];
    const { byKind, version } = event.payload as AppointmentEventPayload;
    const isHerDoing = byKind === 'client';
    if (!topicKind || (isHerDoing && topicKind !== 'confirmed')) return;
    const visit = await this.appointments.byId(SYSTEM, event.subjectId);
    const kind = topicKind === 'changed' ? whatChanged(visit, version) : topicKind;
    // That a request was never answered is news although its time has come.
    const over = kind !== 'expired' && kind !== 'offered' && visit.startsAt < this.clock.now();
    if (over || isOff(visit, kind)) return;
    const rules = await reminderRulesOf(this.database, visit.storeId);
    await this.tell.execute(
      {
        ...{ key: `${event.topic}:${visit.id}:${version}`, kind, visit },
        // What booked itself stands before her eyes: she has it in writing on her phone, and nowhere else.
        rules: isHerDoing ? { bySms: false, byCall: false } : rules,
        off: (now) => (isOff(now, kind) ? WHY_OFF[kind === 'offered' ? 'chosen' : 'over'] : null),
      },
      attempt,
    );
  }
}

const WHY_OFF = { chosen: '已不用选时间', over: '预约已取消' } as const;

/** A visit that only changed hands stays when it was. */
function whatChanged(visit: WordedVisit, version: number): 'changed' | 'staff_changed' {
  const change = visit.changes.find(({ seq }) => seq === version);
  const from = change?.detail && 'startsAt' in change.detail ? change.detail.startsAt : null;
  const stayed = from === toRfc3339(visit.startsAt, visit.timeZone);
  return stayed ? 'staff_changed' : 'changed';
}

/** News of a visit that was called off meanwhile: jobs come in no promised order, and this would be the last word. */
function isOff(visit: Pick<WordedVisit, 'state'> | undefined, kind: VisitNewsKind): boolean {
  // She chose already, or somebody else decided for her.
  if (kind === 'offered') return visit?.state !== 'held';
  const saysItIsOver = kind === 'cancelled' || kind === 'expired' || kind === 'declined';
  return !saysItIsOver && (!visit || ['cancelled', 'no_show', 'expired'].includes(visit.state));
}
