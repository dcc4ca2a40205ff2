export * from './if-given.js';
export * from './validation.pipe.js';
export * from './validators.js';
export * from './clean-text.js';
export * from './decimal-text.js';
