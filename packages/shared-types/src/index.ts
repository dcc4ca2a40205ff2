export * from './coupons.js';
export * from './enums.js';
export * from './error-codes.js';
export * from './money.js';
export * from './price-rules.js';
export * from './packages.js';
export * from './stored-value.js';
export type * from './generated/openapi.js';
