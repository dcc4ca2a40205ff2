import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppointmentQueries, type VisitDetail } from '../appointments/index.js';
import type { AppointmentEventPayload, StoredEvent } from '../../events/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import {
  TEMPLATE_OF,
  appointmentMessage,
  type AppointmentMessageKind,
} from './rules/appointment-message.js';
import { SendMessage } from './send-message.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'tell-client' };

/** Which news are worth a message, unless the client made them herself. */
const KIND_OF: Readonly<Record<string, AppointmentMessageKind>> = {
  'appointment.confirmed': 'confirmed',
  'appointment.moved': 'changed',
  'appointment.cancelled': 'cancelled',
  'appointment.expired': 'expired',
};

/** Tells a client by subscribe message that her visit was confirmed, moved, cancelled or never answered. */
@Injectable()
export class TellClient implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly appointments: AppointmentQueries,
    private readonly sendMessage: SendMessage,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      name: 'tell-client',
      topics: Object.keys(KIND_OF),
      handle: (event) => this.handle(event),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const kind = KIND_OF[event.topic];
    const payload = event.payload as AppointmentEventPayload;
    const herOwnDoing = payload.byKind === 'client' && kind !== 'confirmed';
    if (!kind || herOwnDoing) return;
    const visit = await this.appointments.byId(SYSTEM, event.subjectId);
    // That a request was never answered is news although its time has come.
    const over = kind !== 'expired' && visit.startsAt < this.clock.now();
    if (over || isOutdated(visit, kind)) return;
    await this.sendMessage.execute({
      key: `${event.topic}:${visit.id}:${payload.version}`,
      customerId: visit.customerId,
      appointmentId: visit.id,
      kind,
      templateId: this.config.wechat.templates[TEMPLATE_OF[kind]],
      page: `packages/visit/detail/index?id=${visit.id}`,
      data: () => appointmentMessage(visit, kind),
    });
  }
}

/** News of a visit that was called off meanwhile: jobs come in no promised order, and this would be the last word. */
function isOutdated(visit: VisitDetail, kind: AppointmentMessageKind): boolean {
  const saysItIsOver = kind === 'cancelled' || kind === 'expired';
  return !saysItIsOver && ['cancelled', 'no_show', 'expired'].includes(visit.state);
}
