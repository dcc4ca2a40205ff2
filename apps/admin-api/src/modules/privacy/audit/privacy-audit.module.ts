import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { StaffAuditController } from './http/staff-audit.controller.js';
import { ReadAudit } from './read-audit.js';

@Module({
  imports: [CustomersModule],
  controllers: [StaffAuditController],
  providers: [ReadAudit],
})
export class PrivacyAuditModule {}
