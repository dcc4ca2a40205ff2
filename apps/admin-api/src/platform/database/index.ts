export * from './data-source.js';
export * from './database.js';
export * from './database.module.js';
export { setupVersion } from './setup-version.js';
export * from './sql.js';
export * from './sql-errors.js';
export * from './tx.js';
export * from './unit-of-work.js';
