export { CheckImport } from './import/check-import.js';
export { ImportJob } from './import/import-job.js';
export { OpenImport } from './import/open-import.js';
export { ReadImport } from './import/read-import.js';
export type { ImportField } from './import/rules/fields.js';
export { guessMapping } from './import/rules/headings.js';
export { StartImport } from './import/start-import.js';
export { PrivacyModule } from './privacy.module.js';
