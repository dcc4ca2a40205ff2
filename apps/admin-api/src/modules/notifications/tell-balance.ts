import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WalletQueries } from '../membership/index.js';
import {
  VALUE_TOPICS,
  type StoredEvent,
  type ValueEventPayload,
  type ValueTopic,
} from '../../events/index.js';
import { HOME_ZONE } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import { balanceMessage, type BalanceChangeKind } from './rules/balance-message.js';
import { SendMessage } from './send-message.js';

/** Whose wallet it is, and what it was for. */
interface Told {
  readonly customerId: string;
  readonly title: string;
}

/** Tells a client by subscribe message what others did to her wallet: the desk, the house, whoever gave her value. */
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
      topics: VALUE_TOPICS,
      handle: (event) => this.handle(event),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const templateId = this.config.wechat.templates.balance;
    const topic = event.topic as ValueTopic;
    const { customerId, amountFen } = event.payload as ValueEventPayload;
    const told = await this.#told(topic, event.subjectId, customerId);
    if (templateId === undefined || !told) return;
    const kind = topic.slice('value.'.length) as BalanceChangeKind;
    const { value } = await this.wallets.sight(told.customerId);
    await this.sendMessage.execute({
      key: `${topic}:${event.subjectId}`,
      customerId: told.customerId,
      appointmentId: null,
      kind: `balance_${kind}`,
      templateId,
      page: 'packages/wallet/statement/index',
      data: () =>
        balanceMessage({
          ...{ kind, title: told.title, amountFen, at: event.at },
          ...{ balanceFen: value.principalFen + value.bonusFen, timeZone: HOME_ZONE },
        }),
    });
  }

  /** Undefined for what she did herself: she has paid on her phone, and looked at it. */
  async #told(topic: ValueTopic, id: string, customerId: string): Promise<Told | undefined> {
    switch (topic) {
      case 'value.spent':
      case 'value.spend_reversed':
        return this.wallets.spend(id);
      case 'value.credited':
      case 'value.credit_reversed': {
        const sale = await this.wallets.topUp(id);
        return sale?.tender === 'wechat' ? undefined : sale;
      }
      case 'value.refunded':
        return { customerId, title: '储值退款' };
      case 'value.given':
      case 'value.received':
        return { customerId, title: '储值转赠' };
    }
  }
}
