export * from './bounded-line.js';
export * from './limits.js';
export * from './rate-limit.decorators.js';
export * from './rate-limit.guard.js';
export * from './rate-limit.module.js';
export * from './shared-counter.js';
export * from './limit-token-guesses.js';
