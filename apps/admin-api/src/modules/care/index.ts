export { CareModule } from './care.module.js';
export * from './health/index.js';
