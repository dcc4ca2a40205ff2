export * from './log-sms-sender.js';
export * from './off-sms-sender.js';
export * from './sandbox-sms-sender.js';
export * from './sms-sender.js';
export * from './sms.module.js';
