import { Module } from '@nestjs/common';
import { ClientViewModule } from '../../client-view/index.js';
import { CustomersModule } from '../../customers/index.js';
import { AskForExport } from './ask-for-export.js';
import { BuildExport } from './build-export.js';
import { DecideExport } from './decide-export.js';
import { ExportSeals } from './export-seals.js';
import { StaffExportsController } from './http/staff-exports.controller.js';
import { ReadExports } from './read-exports.js';
import { StillAsAsked } from './still-as-asked.js';

/** The way out for lists of clients. */
@Module({
  imports: [CustomersModule, ClientViewModule],
  controllers: [StaffExportsController],
  providers: [AskForExport, BuildExport, DecideExport, ExportSeals, ReadExports, StillAsAsked],
  exports: [AskForExport, BuildExport, DecideExport],
})
export class PrivacyExportModule {}
