export { copyDemo } from './demo-copy.js';
export { onceARun } from './once-a-run.js';
export { freshSchema, type FreshSchema } from '../fresh-schema.js';
export { migratedSchema, type MigratedSchema } from './migrated-schema.js';
export { workerDatabaseUrl } from './worker-schema.js';
export {
  startThrowawayDatabase,
  type ThrowawayDatabase,
} from '../../../../../scripts/lib/testing/throwaway-database.mjs';
