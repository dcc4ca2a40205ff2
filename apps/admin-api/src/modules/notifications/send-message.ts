import { Injectable } from '@nestjs/common';
import { ClientIdentities } from '../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { WechatPlatform, WechatRefused, WechatUnavailable } from '../../platform/wechat/index.js';
import { beginMessage, type Begun } from './begin-message.js';
import { spendConsent } from './data/message-credits.js';
import { setMessageState, type MessageState } from './data/messages.js';

/** WeChat: 43101 no consent left; 40003 an openid it does not know (any more). Neither gets better by trying again. */
const NOT_ALLOWED = new Set([43101, 40003]);
/** WeChat: system busy, and too often; the message was not sent. */
const TRY_AGAIN = new Set([-1, 45009, 45011]);

/** One piece of news for one client. */
export interface News {
  /** What it is about; two with one key are one message. */
  readonly key: string;
  readonly customerId: string;
  /** The visit that it is about, if it is about one. */
  readonly appointmentId: string | null;
  /** What else it is about, and what had it sent. */
  readonly aboutId?: string;
  readonly sentForId?: string;
  readonly kind: string;
  /** Undefined where the salon has no such template. */
  readonly templateId: string | undefined;
  /** Where a tap on it leads. */
  readonly page: string;
  /** Every field of the template, within WeChat's limits; asked for when the message is really sent. */
  readonly data: () => Readonly<Record<string, string>>;
  /** Why it may not go out after all, looked at in the transaction that writes it down; null when it may. */
  readonly withheld?: (tx: Tx) => Promise<string | null>;
}

/** Where a message goes. */
interface Delivery {
  readonly key: string;
  readonly openid: string;
  readonly templateId: string;
}

/**
 * Sends subscribe messages. At most once: the message is written down before WeChat is asked, and where the answer is
 * lost it stays `unknown` rather than being sent twice.
 */
@Injectable()
export class SendMessage {
  constructor(
    private readonly identities: ClientIdentities,
    private readonly wechat: WechatPlatform,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what became of it, also where an earlier run settled it
   * @throws WechatRefused, WechatUnavailable where trying again later may help; it is `failed` until then
   */
  async execute(news: News): Promise<MessageState> {
    const [openid] = await this.identities.openidsOf(this.database, news.customerId);
    const { state, isMine } = await this.unitOfWork.run((tx) => this.#begin(tx, news, openid));
    const { templateId } = news;
    if (!isMine || openid === undefined || templateId === undefined) return state;
    return this.#send(news, { key: news.key, openid, templateId });
  }

  async #begin(tx: Tx, news: News, openid: string | undefined): Promise<Begun> {
    const { key, customerId, appointmentId, aboutId, sentForId, kind, templateId } = news;
    const at = this.clock.now();
    const fresh = { id: newId(), key, customerId, appointmentId, aboutId, sentForId, kind, at };
    const unsent = (state: MessageState, reason: string) =>
      beginMessage(tx, { ...fresh, channel: 'none', state, reason });
    const withheld = (await news.withheld?.(tx)) ?? null;
    if (withheld !== null) return unsent('withheld', withheld);
    if (openid === undefined) return unsent('not_allowed', '顾客没有用小程序登录');
    if (templateId === undefined) return unsent('not_allowed', '门店没有设置这类订阅消息');
    return beginMessage(tx, { ...fresh, channel: 'subscribe', state: 'sending', reason: null });
  }

  async #send({ page, data }: News, delivery: Delivery): Promise<MessageState> {
    const { openid, templateId } = delivery;
    try {
      await this.wechat.sendSubscribeMessage({ openid, templateId, page, data: data() });
      return await this.#settle(delivery, 'sent', null, 'one-less');
    } catch (error) {
      return this.#settleFailure(delivery, error);
    }
  }

  async #settleFailure(delivery: Delivery, error: unknown): Promise<MessageState> {
    if (error instanceof WechatRefused) {
      if (NOT_ALLOWED.has(error.errcode)) {
        return this.#settle(delivery, 'not_allowed', '顾客没有允许这类消息', 'none');
      }
      const state = await this.#settle(delivery, 'failed', `微信拒绝（${error.errcode}）`);
      if (TRY_AGAIN.has(error.errcode)) throw error;
      return state;
    }
    if (error instanceof WechatUnavailable && error.fault === 'busy') {
      await this.#settle(delivery, 'failed', '微信繁忙，稍后再试');
      throw error;
    }
    // Whatever else broke, the message may have gone out.
    const state = await this.#settle(delivery, 'unknown', '发送结果未知');
    if (!(error instanceof WechatUnavailable)) throw error;
    return state;
  }

  async #settle(
    { key, openid, templateId }: Delivery,
    state: MessageState,
    reason: string | null,
    consent?: 'one-less' | 'none',
  ): Promise<MessageState> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await setMessageState(tx, key, { state, reason, at });
      if (consent) await spendConsent(tx, openid, templateId, consent, at);
    });
    return state;
  }
}
