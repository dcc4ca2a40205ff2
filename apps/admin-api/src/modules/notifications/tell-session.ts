import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PackageQueries } from '../membership/index.js';
import { SESSION_TOPICS, type SessionTopic, type StoredEvent } from '../../events/index.js';
import { HOME_ZONE } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import { sessionMessage, type SessionNews } from './rules/session-message.js';
import { SendMessage } from './send-message.js';

const KINDS: Readonly<Record<SessionTopic, SessionNews['kind']>> = {
  'session.used': 'used',
  'session.reversed': 'reversed',
};

/** Tells a client by subscribe message that a session of hers was used; a tap leads to where she says it was not her. */
@Injectable()
export class TellSession implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly packages: PackageQueries,
    private readonly sendMessage: SendMessage,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      name: 'tell-session',
      topics: SESSION_TOPICS,
      handle: (event) => this.handle(event),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const templateId = this.config.wechat.templates.session;
    const told = await this.packages.use(event.subjectId);
    if (templateId === undefined || !told) return;
    const { use, left, expiresOn } = told;
    const kind = KINDS[event.topic as SessionTopic];
    await this.sendMessage.execute({
      key: `${event.topic}:${event.subjectId}`,
      customerId: use.customerId,
      appointmentId: null,
      ...{ kind: `session_${kind}`, templateId },
      page: `packages/cards/detail/index?id=${use.packageId}`,
      data: () =>
        sessionMessage({
          ...{ kind, title: use.title, left, expiresOn },
          ...{ at: event.at, timeZone: HOME_ZONE },
        }),
    });
  }
}
