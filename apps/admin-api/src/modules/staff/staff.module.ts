import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import {
  SkillEntity,
  StaffMemberEntity,
  StaffSkillEntity,
  StaffStoreEntity,
} from './data/staff.entity.js';
import { HireStaff } from './hire-staff.js';
import { StaffMembersController } from './http/staff-members.controller.js';
import { StaffQualificationsController } from './http/staff-qualifications.controller.js';
import { KeepQualifications } from './keep-qualifications.js';
import { NameSkill } from './name-skill.js';

const ENTITIES = [SkillEntity, StaffMemberEntity, StaffStoreEntity, StaffSkillEntity];

@Module({
  imports: [TypeOrmModule.forFeature(ENTITIES)],
  controllers: [StaffMembersController, StaffQualificationsController],
  providers: [HireStaff, KeepQualifications, NameSkill],
  exports: [HireStaff, KeepQualifications, NameSkill],
})
export class StaffModule {}
