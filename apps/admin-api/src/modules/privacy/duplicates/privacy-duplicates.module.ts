import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { FindDuplicates } from './find-duplicates.js';
import { StaffDuplicatesController } from './http/staff-duplicates.controller.js';
import { ReadDuplicates } from './read-duplicates.js';

/** Finds files that may be one person's. */
@Module({
  imports: [CustomersModule],
  controllers: [StaffDuplicatesController],
  providers: [FindDuplicates, ReadDuplicates],
  exports: [FindDuplicates],
})
export class PrivacyDuplicatesModule {}
