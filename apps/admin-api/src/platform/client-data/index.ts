export * from './client-data-handlers.js';
export * from './client-data.module.js';
export * from './moved-rows.js';
