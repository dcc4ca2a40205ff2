export * from './create-app.js';
export * from './openapi.js';
export * from './problem.filter.js';
export * from './request-id.js';
