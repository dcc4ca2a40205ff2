export * from './live-feed.js';
export * from './live.module.js';
