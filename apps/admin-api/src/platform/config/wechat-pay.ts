import type { EnvironmentReader, SecretSource } from './read-environment.js';

/** A salon's account with WeChat Pay. What is secret is named by where it stands, because it may change while we run. */
export interface WechatPayConfig {
  /** WeChat Pay's host; the sandbox's in a demo. */
  readonly origin: string;
  readonly merchantId: string;
  /** Where WeChat reaches us with notifications. */
  readonly notifyOrigin: string;
  /** Number of the merchant's API certificate, upper-case hex. */
  readonly merchantSerial: SecretSource;
  /** The merchant's RSA key, PEM. */
  readonly privateKey: SecretSource;
  /** 32 characters; several with commas while the key is being changed, the newest first. */
  readonly apiV3Key: SecretSource;
  /** WeChat Pay's public keys, each PEM after its id; absent where only platform certificates are used. */
  readonly publicKeys: SecretSource | undefined;
}

const LOOPBACK = /localhost|127\.0\.0\.1/;

/** Undefined without WECHAT_MCHID; with it, everything that payments need must be there. */
export function readWechatPay(
  read: EnvironmentReader,
  publicOrigin: string,
  production: boolean,
): WechatPayConfig | undefined {
  const merchantId = read.optional('WECHAT_MCHID');
  if (merchantId === undefined) return undefined;
  const required = (name: string): SecretSource => {
    const source = read.source(name);
    read.require(source !== undefined, name, 'is missing although WECHAT_MCHID is given');
    return source ?? { name, text: '' };
  };
  const protocols = ['http', 'https'];
  const origin = read.url('WECHAT_PAY_ORIGIN', protocols, 'https://api.mch.weixin.qq.com');
  const notifyOrigin = read.url('WECHAT_PAY_NOTIFY_ORIGIN', protocols, publicOrigin);
  if (production) {
    const real = origin.startsWith('https://') && !LOOPBACK.test(origin);
    read.require(real, 'WECHAT_PAY_ORIGIN', 'must be WeChat’s own host in production');
    const secure = notifyOrigin.startsWith('https://');
    read.require(secure, 'WECHAT_PAY_NOTIFY_ORIGIN', 'must be https in production');
  }
  return {
    origin,
    merchantId,
    notifyOrigin,
    merchantSerial: required('WECHAT_PAY_MERCHANT_SERIAL'),
    privateKey: required('WECHAT_PAY_PRIVATE_KEY'),
    apiV3Key: required('WECHAT_PAY_API_V3_KEY'),
    publicKeys: read.source('WECHAT_PAY_PUBLIC_KEYS'),
  };
}
