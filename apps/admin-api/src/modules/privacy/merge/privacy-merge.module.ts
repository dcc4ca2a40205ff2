import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { StaffMergesController } from './http/staff-merges.controller.js';
import { LookAtFiles } from './look-at-files.js';
import { MergeFiles } from './merge-files.js';

@Module({
  imports: [CustomersModule],
  controllers: [StaffMergesController],
  providers: [MergeFiles, LookAtFiles],
})
export class PrivacyMergeModule {}
