import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WalletQueries } from '../membership/index.js';
import type { StoredEvent } from '../../events/index.js';
import { HOME_ZONE } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import { balanceMessage } from './rules/balance-message.js';
import { SendMessage } from './send-message.js';

const KIND_OF = { 'spend.made': 'spent', 'spend.reversed': 'reversed' } as const;
type SpendTopic = keyof typeof KIND_OF;

/** Tells a client by subscribe message what the desk took from her wallet, and what it gave back. */
@Injectable()
export class TellBalance implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly wallets: WalletQueries,
    private readonly sendMessage: SendMessage,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      name: 'tell-balance',
      topics: Object.keys(KIND_OF),
      handle: (event) => this.handle(event),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const templateId = this.config.wechat.templates.balance;
    const spend = await this.wallets.spend(event.subjectId);
    if (templateId === undefined || !spend) return;
    const kind = KIND_OF[event.topic as SpendTopic];
    const { value } = await this.wallets.sight(spend.customerId);
    await this.sendMessage.execute({
      key: `${event.topic}:${spend.id}`,
      customerId: spend.customerId,
      appointmentId: null,
      kind: `balance_${kind}`,
      templateId,
      page: 'packages/wallet/statement/index',
      data: () =>
        balanceMessage({
          ...{ kind, title: spend.title, amountFen: spend.amountFen, at: event.at },
          ...{ balanceFen: value.principalFen + value.bonusFen, timeZone: HOME_ZONE },
        }),
    });
  }
}
