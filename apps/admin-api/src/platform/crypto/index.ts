export * from './blind-index.js';
export * from './crypto.module.js';
export * from './field-cipher.js';
export * from './phone.js';
export { DecryptionFailed } from './sealed.js';
export * from './subject-keys.js';
