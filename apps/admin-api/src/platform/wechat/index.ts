export * from './pay/index.js';
export * from './wechat-errors.js';
export * from './wechat-platform.js';
export * from './wechat.module.js';
