import { Injectable } from '@nestjs/common';
import { ContactPhones } from '../customers/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  SmsRefused,
  SmsSender,
  SmsUnanswered,
  type TextMessage,
} from '../../platform/sms/index.js';
import { beginMessage } from './begin-message.js';
import { setMessageState, type MessageState } from './data/messages.js';

/** Why a text message does not go out. */
export interface Kept {
  readonly state: 'not_allowed' | 'withheld';
  readonly reason: string;
}

/** One piece of news for one client, as a text message. */
export interface TextNews {
  /** What it is about; two with one key are one message. */
  readonly key: string;
  readonly customerId: string;
  /** The visit that it is about, if it is about one. */
  readonly appointmentId: string | null;
  /** What else it is about, and what had it sent. */
  readonly aboutId?: string;
  readonly sentForId?: string;
  readonly kind: string;
  readonly message: (phone: string) => TextMessage;
  /** Why it may not go out, looked at in the transaction that writes it down; null when it may. */
  readonly kept: (tx: Tx) => Promise<Kept | null>;
}

/** Sends text messages, at most once each: written down before the provider is asked, `unknown` where it was silent. */
@Injectable()
export class SendText {
  constructor(
    private readonly phones: ContactPhones,
    private readonly sms: SmsSender,
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal SMS_UNAVAILABLE, RATE_LIMITED where trying again later may help; it is `failed` until then */
  async execute(news: TextNews): Promise<MessageState> {
    const phone = await this.phones.of(this.database, news.customerId);
    const { state, isMine } = await this.unitOfWork.run(async (tx) => {
      const { key, customerId, appointmentId, aboutId, sentForId, kind } = news;
      return beginMessage(tx, {
        ...{ id: newId(), key, customerId, appointmentId, aboutId, sentForId, kind },
        ...{ channel: 'sms', at: this.clock.now(), ...(await this.#standing(tx, news, phone)) },
      });
    });
    if (!isMine || phone === undefined) return state;
    return this.#send(news, phone);
  }

  async #standing(
    tx: Tx,
    news: TextNews,
    phone: string | undefined,
  ): Promise<{ state: MessageState; reason: string | null }> {
    const kept = await news.kept(tx);
    if (kept) return kept;
    if (phone === undefined) return { state: 'not_allowed', reason: '顾客没有留手机号' };
    if (this.config.sms.provider === 'off') return { state: 'failed', reason: '门店没有开通短信' };
    return { state: 'sending', reason: null };
  }

  async #send({ key, message }: TextNews, phone: string): Promise<MessageState> {
    try {
      await this.sms.send(message(phone));
      return await this.#settle(key, 'sent', null);
    } catch (error) {
      if (error instanceof SmsRefused) return this.#settle(key, 'failed', error.why);
      if (error instanceof SmsUnanswered) return this.#settle(key, 'unknown', '发送结果未知');
      if (!(error instanceof Refusal)) {
        await this.#settle(key, 'unknown', '发送结果未知');
        throw error;
      }
      await this.#settle(key, 'failed', '短信服务没有接收');
      throw error;
    }
  }

  async #settle(key: string, state: MessageState, reason: string | null): Promise<MessageState> {
    const at = this.clock.now();
    await this.unitOfWork.run((tx) => setMessageState(tx, key, { state, reason, at }));
    return state;
  }
}
