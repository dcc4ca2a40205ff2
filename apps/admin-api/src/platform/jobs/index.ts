export * from './job-types.js';
export * from './job-queue.js';
export * from './job-queries.js';
export * from './job-worker.js';
export * from './jobs.module.js';
export * from './registry.js';
export * from './sweep-runner.js';
