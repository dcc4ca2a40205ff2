export { AuditChainModule } from './audit-chain.module.js';
export { LinkAudit } from './link-audit.js';
export { LinkKeys } from './link-keys.js';
export { TipFiles } from './tip-files.js';
export { VerifyAudit, type AuditVerdict, type BadAuditRow } from './verify-audit.js';
