export * from './drain.js';
export * from './graceful-shutdown.js';
export * from './lifecycle.js';
export * from './shutdown.module.js';
