/** What a production process asks of its settings; nothing of it is called. */
export const PRODUCTION = {
  YANCE_ENV: 'production',
  YANCE_PUBLIC_ORIGIN: 'https://salon.example',
  WECHAT_API_ORIGIN: 'https://wechat.example',
  WECHAT_PAY_ORIGIN: 'https://api.mch.weixin.qq.com',
  WECHAT_PAY_NOTIFY_ORIGIN: 'https://salon.example',
  SMS_PROVIDER: 'off',
};
