export * from './create-app.js';
export * from './openapi.js';
export * from './problem.filter.js';
export * from './request-id.js';
export * from './validation.pipe.js';
export * from './validators.js';
