import { Injectable } from '@nestjs/common';
import { lockVisit, type WordedVisit } from '../appointments/index.js';
import { CustomerQueries } from '../customers/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { beginMessage } from './begin-message.js';
import { messagesOfKeys, type MessageChannel, type MessageState } from './data/messages.js';
import type { ReminderRules } from './rules/reminders.js';
import {
  TEMPLATE_OF,
  appointmentMessage,
  type AppointmentMessageKind,
} from './rules/appointment-message.js';
import { isWorthACall, visitText } from './rules/told-visit.js';
import { SendMessage } from './send-message.js';
import { SendText } from './send-text.js';
import { MOST_TRIES, tellByWays, type Way } from './tell-by-ways.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'tell-client' };

/** What a client is to be told of a visit. */
export interface VisitNews {
  /** What it is about; two with one key are one message on each way. */
  readonly key: string;
  readonly kind: AppointmentMessageKind;
  readonly visit: WordedVisit;
  /** By which ways the store tells where WeChat does not reach her. */
  readonly rules: Pick<ReminderRules, 'bySms' | 'byCall'>;
  /** Why it is not told after all; looked at with the visit as it stands, when a message is written down. */
  readonly off: (visit: VisitNow | undefined) => string | null;
}
type VisitNow = Pick<WordedVisit, 'state' | 'startsAt'>;

/** Each way has a key of its own, the first one that of the news. */
export const keyOfWay = (key: string, way: MessageChannel): string =>
  way === 'subscribe' ? key : `${key}:${way}`;

/**
 * Tells a client of a visit: by subscribe message; where none reaches her by text message; where that does not, and the
 * news is worth it, by a call of the desk. Each way that was tried is a message of the visit with its fate.
 */
@Injectable()
export class TellVisit {
  constructor(
    private readonly sendMessage: SendMessage,
    private readonly sendText: SendText,
    private readonly files: CustomerQueries,
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * @param attempt of the job; on the last one a way that does not work is given up for the next
   * @throws WechatRefused, WechatUnavailable, Refusal where trying again later may help
   */
  async execute(news: VisitNews, attempt: number): Promise<void> {
    const { bySms, byCall } = news.rules;
    const ways: Way[] = [{ channel: 'subscribe', go: () => this.#bySubscribe(news) }];
    if (bySms) ways.push({ channel: 'sms', go: () => this.#bySms(news) });
    if (byCall && isWorthACall(news.kind))
      ways.push({ channel: 'call', go: () => this.#byCall(news) });
    const keys = ways.map(({ channel }) => keyOfWay(news.key, channel));
    const tried = new Set(
      (await messagesOfKeys(this.database, keys)).map(({ channel }) => channel),
    );
    await tellByWays(ways, tried, attempt >= MOST_TRIES);
  }

  /** Writes down that a reminder is not told, and why. */
  async withhold({ key, kind, visit }: Omit<VisitNews, 'off'>, reason: string): Promise<void> {
    const fate = { channel: 'none', state: 'withheld', reason, at: this.clock.now() } as const;
    await this.unitOfWork.run((tx) =>
      beginMessage(tx, { ...about(visit, kind), id: newId(), key, ...fate }),
    );
  }

  #bySubscribe(news: VisitNews): Promise<MessageState> {
    const { key, kind, visit } = news;
    return this.sendMessage.execute({
      ...about(visit, kind),
      key,
      templateId: this.config.wechat.templates[TEMPLATE_OF[kind]],
      page: `packages/visit/detail/index?id=${visit.id}`,
      data: () => appointmentMessage(visit, kind, this.clock.now()),
      withheld: (tx) => this.#off(tx, news),
    });
  }

  #bySms(news: VisitNews): Promise<MessageState> {
    const { key, kind, visit } = news;
    return this.sendText.execute({
      ...about(visit, kind),
      key: keyOfWay(key, 'sms'),
      message: (phone) => visitText(visit, kind, phone),
      kept: async (tx) => {
        const reason = await this.#off(tx, news);
        return reason === null ? null : { state: 'withheld', reason };
      },
    });
  }

  /** Puts her on the list of those whom the desk of the visit's store calls. */
  async #byCall(news: VisitNews): Promise<MessageState> {
    const { key, kind, visit } = news;
    const file = await this.files.file(this.database, visit.customerId);
    return this.unitOfWork.run(async (tx) => {
      const off = await this.#off(tx, news);
      const fate =
        off !== null
          ? ({ state: 'withheld', reason: off } as const)
          : file?.phoneMasked
            ? ({ state: 'to_call', reason: null } as const)
            : ({ state: 'not_allowed', reason: '顾客没有留手机号' } as const);
      const { state } = await beginMessage(tx, {
        ...about(visit, kind),
        ...{ id: newId(), key: keyOfWay(key, 'call'), channel: 'call', at: this.clock.now() },
        ...{ storeId: visit.storeId, ...fate },
      });
      return state;
    });
  }

  /** The row of the visit orders this with what is done to it: after that nobody is told of what is no more. */
  async #off(tx: Tx, { visit, off }: VisitNews): Promise<string | null> {
    return off(await lockVisit(tx, SYSTEM, visit.id));
  }
}

const about = (visit: WordedVisit, kind: AppointmentMessageKind) => ({
  ...{ customerId: visit.customerId, appointmentId: visit.id, kind },
});
