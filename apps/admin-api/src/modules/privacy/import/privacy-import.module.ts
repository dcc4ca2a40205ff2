import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { MembershipModule } from '../../membership/index.js';
import { CheckImport } from './check-import.js';
import { ForgetImports } from './forget-imports.js';
import { StaffImportsController } from './http/staff-imports.controller.js';
import { ImportJob } from './import-job.js';
import { ImportQueries } from './import-queries.js';
import { ImportSeals } from './import-seals.js';
import { OpenImport } from './open-import.js';
import { ReadImport } from './read-import.js';
import { StartImport } from './start-import.js';
import { UndoRows } from './undo-rows.js';
import { WriteOpenings } from './write-openings.js';
import { WriteRows } from './write-rows.js';

/** The way in for files of clients from elsewhere. */
@Module({
  imports: [CustomersModule, MembershipModule],
  controllers: [StaffImportsController],
  providers: [
    CheckImport,
    ForgetImports,
    ImportJob,
    ImportQueries,
    ImportSeals,
    OpenImport,
    ReadImport,
    StartImport,
    UndoRows,
    WriteOpenings,
    WriteRows,
  ],
  exports: [CheckImport, ImportJob, OpenImport, ReadImport, StartImport],
})
export class PrivacyImportModule {}
