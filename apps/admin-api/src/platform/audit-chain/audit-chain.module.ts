import { Global, Module } from '@nestjs/common';
import { LinkAudit } from './link-audit.js';
import { LinkKeys } from './link-keys.js';
import { TipFiles } from './tip-files.js';
import { VerifyAudit } from './verify-audit.js';

@Global()
@Module({
  providers: [LinkKeys, TipFiles, LinkAudit, VerifyAudit],
  exports: [LinkAudit, VerifyAudit],
})
export class AuditChainModule {}
