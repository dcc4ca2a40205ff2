export * from './amount.js';
export * from './split.js';
