import { Module } from '@nestjs/common';
import { PrivacyAuditModule } from './audit/privacy-audit.module.js';
import { PrivacyDuplicatesModule } from './duplicates/privacy-duplicates.module.js';
import { PrivacyExportModule } from './export/privacy-export.module.js';
import { PrivacyImportModule } from './import/privacy-import.module.js';
import { PrivacyMergeModule } from './merge/privacy-merge.module.js';

/** Each part is a folder with the layout of a module. */
@Module({
  imports: [
    PrivacyAuditModule,
    PrivacyDuplicatesModule,
    PrivacyExportModule,
    PrivacyImportModule,
    PrivacyMergeModule,
  ],
  exports: [PrivacyDuplicatesModule, PrivacyExportModule, PrivacyImportModule],
})
export class PrivacyModule {}
