export * from './idempotent-call.js';
export * from './idempotent-work.js';
export * from './idempotency.module.js';
