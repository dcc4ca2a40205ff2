export * from './blind-index.js';
export * from './crypto.module.js';
export * from './customer-word-seal.js';
export * from './field-cipher.js';
export * from './phone.js';
export * from './platform-cipher.js';
export { DecryptionFailed } from './sealed.js';
export * from './subject-keys.js';
