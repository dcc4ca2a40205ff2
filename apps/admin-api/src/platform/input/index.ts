export * from './if-given.js';
export * from './list-of.js';
export * from './validation.pipe.js';
export * from './validators.js';
export * from './clean-text.js';
export * from './decimal-text.js';
export * from './signature.dto.js';
