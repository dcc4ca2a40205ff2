import { randomBytes } from 'node:crypto';
import WechatPayLibrary from 'wechatpay-node-v3';
import type { PayCredentials } from './pay-secrets.js';
import type { PayTransport } from './pay-transport.js';

/** When and under which number a cashier is opened: the same order under the same stamp is signed alike. */
export interface PayStamp {
  /** Seconds since 1970. */
  readonly timeStamp: string;
  readonly nonceStr: string;
}

/** What wx.requestPayment takes; signed, and good for the prepay id's two hours. */
export interface PayParams {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

/** Never read: the number of the merchant's certificate is given. */
const UNUSED_CERTIFICATE = Buffer.from('unused');
const secondsOf = (instant: Date): string => String(Math.floor(instant.getTime() / 1000));
/** The library draws its nonces with Math.random. */
const aNonce = (): string => randomBytes(16).toString('hex');

/** The library as far as we use it: it builds and signs requests. Sending, verifying and opening are ours. */
export class SigningClient extends WechatPayLibrary {
  constructor(
    private readonly account: { readonly appId: string; readonly merchantId: string },
    credentials: PayCredentials,
    transport: PayTransport,
    private readonly now: () => Date,
  ) {
    super({
      appid: account.appId,
      mchid: account.merchantId,
      publicKey: UNUSED_CERTIFICATE,
      privateKey: credentials.privateKey,
      serial_no: credentials.merchantSerial,
    });
    this.createHttp(transport);
  }

  /** The Authorization of a request to a path with its query, signed at our clock. */
  protected override buildAuthorization(
    method: string,
    url: string,
    params?: Record<string, unknown>,
  ): string {
    const [nonce, timestamp] = [aNonce(), secondsOf(this.now())];
    const path = url.replace(/^https:\/\/[^/]+/, '');
    const signature = this.getSignature(method, nonce, timestamp, path, params);
    return this.getAuthorization(nonce, timestamp, signature);
  }

  /** Headers of a GET for which the library has no method. */
  headersFor(url: string): Record<string, string> {
    return { accept: '*/*', authorization: this.buildAuthorization('GET', url) };
  }

  /** A stamp of this moment. */
  payStamp(): PayStamp {
    return { timeStamp: secondsOf(this.now()), nonceStr: aNonce() };
  }

  /** Signs what the phone hands to WeChat to open the cashier. */
  payParams(prepayId: string, { timeStamp, nonceStr }: PayStamp = this.payStamp()): PayParams {
    const order = `prepay_id=${prepayId}`;
    const paySign = this.sign([this.account.appId, timeStamp, nonceStr, order, ''].join('\n'));
    return { timeStamp, nonceStr, package: order, signType: 'RSA', paySign };
  }
}
