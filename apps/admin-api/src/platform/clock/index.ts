export * from './clock.js';
export * from './store-zones.js';
export * from './zoned.js';
export * from './clock.module.js';
