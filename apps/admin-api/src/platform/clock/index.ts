export * from './clock.js';
export * from './zoned.js';
export * from './clock.module.js';
