export * from './config.js';
export * from './config.module.js';
export type { SecretSource } from './read-environment.js';
export type { SmsConfig, TencentSmsConfig } from './sms.js';
export type { WechatPayConfig } from './wechat-pay.js';
