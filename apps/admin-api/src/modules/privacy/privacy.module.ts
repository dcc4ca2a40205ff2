import { Module } from '@nestjs/common';
import { PrivacyAuditModule } from './audit/privacy-audit.module.js';
import { PrivacyImportModule } from './import/privacy-import.module.js';

/** Each part is a folder with the layout of a module. */
@Module({ imports: [PrivacyAuditModule, PrivacyImportModule], exports: [PrivacyImportModule] })
export class PrivacyModule {}
