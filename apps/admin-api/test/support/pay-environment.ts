import type { MerchantSettings } from '@yance/wechat-sandbox';

/** What the API has to know to be this merchant at the simulated WeChat Pay, and where it is told of payments. */
export function payEnvironment(
  merchant: MerchantSettings,
  payOrigin: string,
  notifyOrigin: string,
): Record<string, string> {
  return {
    WECHAT_PAY_ORIGIN: payOrigin,
    WECHAT_PAY_NOTIFY_ORIGIN: notifyOrigin,
    WECHAT_MCHID: merchant.mchid,
    WECHAT_PAY_MERCHANT_SERIAL: merchant.merchantSerial,
    WECHAT_PAY_PRIVATE_KEY: merchant.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: merchant.apiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: `${merchant.publicKeyId}\n${merchant.publicKeyPem}`,
  };
}
