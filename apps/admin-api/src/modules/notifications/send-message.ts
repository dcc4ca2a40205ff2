import { Injectable } from '@nestjs/common';
import { ClientIdentities } from '../identity/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { WechatPlatform, WechatRefused, WechatUnavailable } from '../../platform/wechat/index.js';
import { spendConsent } from './data/message-credits.js';
import { insertMessage, lockMessage, setMessageState, type MessageState } from './data/messages.js';

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
  readonly kind: string;
  readonly templateId: string;
  /** Where a tap on it leads. */
  readonly page: string;
  /** Every field of the template, within WeChat's limits; asked for when the message is really sent. */
  readonly data: () => Readonly<Record<string, string>>;
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

  /** @throws WechatRefused, WechatUnavailable where trying again later may help */
  async execute(news: News): Promise<void> {
    const [openid] = await this.identities.openidsOf(this.database, news.customerId);
    const ready = await this.#begin(news, openid);
    if (!ready || openid === undefined) return;
    await this.#send(news, openid);
  }

  /** Writes the message down; false when it was already dealt with or cannot be sent. */
  async #begin(news: News, openid: string | undefined): Promise<boolean> {
    const { key, customerId, appointmentId, kind } = news;
    const at = this.clock.now();
    const fresh = {
      ...{ id: newId(), key, customerId, appointmentId, kind, at },
      ...(openid
        ? { channel: 'subscribe' as const, state: 'sending' as const, reason: null }
        : {
            channel: 'none' as const,
            state: 'not_allowed' as const,
            reason: '顾客没有用小程序登录',
          }),
    };
    return this.unitOfWork.run(async (tx) => {
      if (await insertMessage(tx, fresh)) return openid !== undefined;
      const before = await lockMessage(tx, key);
      if (before?.state === 'failed') {
        await setMessageState(tx, key, { state: 'sending', reason: null, at });
        return true;
      }
      // A run that died between asking WeChat and writing the answer down.
      if (before?.state === 'sending') {
        await setMessageState(tx, key, { state: 'unknown', reason: '发送结果未知', at });
      }
      return false;
    });
  }

  async #send({ key, templateId, page, data }: News, openid: string): Promise<void> {
    const delivery = { key, openid, templateId };
    try {
      await this.wechat.sendSubscribeMessage({ openid, templateId, page, data: data() });
      await this.#settle(delivery, 'sent', null, 'one-less');
    } catch (error) {
      await this.#settleFailure(delivery, error);
    }
  }

  async #settleFailure(delivery: Delivery, error: unknown): Promise<void> {
    if (error instanceof WechatRefused) {
      if (NOT_ALLOWED.has(error.errcode)) {
        return this.#settle(delivery, 'not_allowed', '顾客没有允许这类消息', 'none');
      }
      await this.#settle(delivery, 'failed', `微信拒绝（${error.errcode}）`);
      if (TRY_AGAIN.has(error.errcode)) throw error;
      return undefined;
    }
    if (error instanceof WechatUnavailable && error.fault === 'busy') {
      await this.#settle(delivery, 'failed', '微信繁忙，稍后再试');
      throw error;
    }
    // Whatever else broke, the message may have gone out.
    await this.#settle(delivery, 'unknown', '发送结果未知');
    if (!(error instanceof WechatUnavailable)) throw error;
    return undefined;
  }

  async #settle(
    { key, openid, templateId }: Delivery,
    state: MessageState,
    reason: string | null,
    consent?: 'one-less' | 'none',
  ): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await setMessageState(tx, key, { state, reason, at });
      if (consent) await spendConsent(tx, openid, templateId, consent, at);
    });
  }
}
