import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { allSkills, membersOfStore } from '../data/staff-rows.js';
import { StaffMemberListDto, StaffOfStoreQueryDto } from './dto/staff-member.dto.js';
import { presentStaffMember } from './present-staff-member.js';

@Controller('staff/staff')
export class StaffMembersController {
  constructor(private readonly database: Database) {}

  /** Everybody who works in the store now. */
  @Get()
  @StaffRoute('staff.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: StaffOfStoreQueryDto,
  ): Promise<StaffMemberListDto> {
    requireStore(staff, storeId);
    const [members, skills] = await Promise.all([
      membersOfStore(this.database, storeId),
      allSkills(this.database),
    ]);
    const names = new Map(skills.map((skill) => [skill.id, skill.name]));
    return { items: members.map((member) => presentStaffMember(member, names)) };
  }
}
