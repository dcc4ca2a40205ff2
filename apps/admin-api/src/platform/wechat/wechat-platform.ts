import { Injectable } from '@nestjs/common';
import { toRfc3339 } from '../clock/index.js';
import { Config } from '../config/index.js';
import { AccessToken } from './access-token.js';
import { WechatRefused, WechatUnavailable } from './wechat-errors.js';
import { callWechat, textOf, type WechatAnswer } from './wechat-http.js';

/** Token invalid (40001), malformed (40014) or expired (42001): ask for another once and repeat. */
const TOKEN_REJECTED = new Set([40001, 40014, 42001]);

/** Who opened the mini-program. The session key stays at the server; nothing here needs it, so it is not handed on. */
export interface WechatIdentity {
  readonly openid: string;
  readonly unionid?: string;
}

/** One subscribe message; `data` holds every field of the template, already within WeChat's limits. */
export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Page of the mini-program that a tap opens. */
  readonly page?: string;
  readonly data: Readonly<Record<string, string>>;
}

/** What WeChat is told of a paid order, where it manages the mini-program's trade: nothing is sent by mail. */
export interface VirtualShipment {
  readonly transactionId: string;
  readonly openid: string;
  /** What was bought; at most 120 characters. */
  readonly what: string;
  readonly at: Date;
}

/** WeChat's own zone. */
const ZONE = 'Asia/Shanghai';
/** 3: nothing is sent, it is there at once. */
const VIRTUAL = 3;
/** By transaction id. */
const BY_TRANSACTION = 2;
/** In one piece. */
const UNIFIED = 1;

/** The server side of the mini-program platform, at the origin of the configuration. */
@Injectable()
export class WechatPlatform {
  readonly #token: AccessToken;

  constructor(private readonly config: Config) {
    this.#token = new AccessToken(config.wechat);
  }

  /**
   * Exchanges the code of wx.login, once.
   * @throws WechatRefused 40029 code invalid or used, 40226 blocked as a risk, 45011 too often; WechatUnavailable
   */
  async codeToSession(code: string): Promise<WechatIdentity> {
    const path = '/sns/jscode2session';
    const { apiOrigin, appId, secret } = this.config.wechat;
    const query = { appid: appId, secret, js_code: code, grant_type: 'authorization_code' };
    const answer = await callWechat(apiOrigin, { path, query });
    const unionid = answer['unionid'];
    return {
      openid: textOf(path, answer, 'openid'),
      unionid: typeof unionid === 'string' && unionid !== '' ? unionid : undefined,
    };
  }

  /**
   * Exchanges the code of the phone button, once. The answer is the number without country code.
   * @throws WechatRefused 40029 code invalid or used, 45011 too often; WechatUnavailable
   */
  async phoneNumber(code: string): Promise<{ phone: string }> {
    const path = '/wxa/business/getuserphonenumber';
    const answer = await this.#withToken(path, { code });
    const info = answer['phone_info'];
    if (typeof info !== 'object' || info === null) throw new WechatUnavailable(path, 'malformed');
    return { phone: textOf(path, info as WechatAnswer, 'purePhoneNumber') };
  }

  /**
   * Sends one message, which uses up one consent.
   * @throws WechatRefused 43101 no consent left, 40003 openid, 47003 a field; WechatUnavailable (sent or not)
   */
  async sendSubscribeMessage(message: SubscribeMessage): Promise<void> {
    await this.#withToken('/cgi-bin/message/subscribe/send', {
      touser: message.openid,
      template_id: message.templateId,
      page: message.page,
      data: Object.fromEntries(
        Object.entries(message.data).map(([name, value]) => [name, { value }]),
      ),
      miniprogram_state: this.config.kind === 'production' ? 'formal' : 'developer',
      lang: 'zh_CN',
    });
  }

  /**
   * Whether WeChat freezes what clients pay until it is told that they got it. @throws WechatRefused, WechatUnavailable
   */
  async isTradeManaged(): Promise<boolean> {
    const path = '/wxa/sec/order/is_trade_managed';
    const answer = await this.#withToken(path, { appid: this.config.wechat.appId });
    return answer['is_trade_managed'] === true;
  }

  /**
   * Tells that a paid order was delivered.
   * @throws WechatRefused 10060001 not known there yet, 10060002/10060003 told before; WechatUnavailable (told or not)
   */
  async uploadShipping({ transactionId, openid, what, at }: VirtualShipment): Promise<void> {
    await this.#withToken('/wxa/sec/order/upload_shipping_info', {
      order_key: { order_number_type: BY_TRANSACTION, transaction_id: transactionId },
      logistics_type: VIRTUAL,
      delivery_mode: UNIFIED,
      shipping_list: [{ item_desc: what.slice(0, 120) }],
      upload_time: toRfc3339(at, ZONE).replace(/([+-]\d\d:\d\d)$/, `${millisecondsOf(at)}$1`),
      payer: { openid },
    });
  }

  async #withToken(path: string, body: object): Promise<WechatAnswer> {
    const { apiOrigin } = this.config.wechat;
    const token = await this.#token.get();
    try {
      return await callWechat(apiOrigin, { path, query: { access_token: token }, body });
    } catch (error) {
      if (!(error instanceof WechatRefused) || !TOKEN_REJECTED.has(error.errcode)) throw error;
      const other = await this.#token.instead(token);
      return callWechat(apiOrigin, { path, query: { access_token: other }, body });
    }
  }
}

const millisecondsOf = (instant: Date): string => instant.toISOString().slice(19, 23);
