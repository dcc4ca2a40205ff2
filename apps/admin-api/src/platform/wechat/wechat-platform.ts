import { Injectable } from '@nestjs/common';
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
