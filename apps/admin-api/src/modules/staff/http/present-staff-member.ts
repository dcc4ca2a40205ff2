import type { StaffMember } from '../data/staff-rows.js';
import type { StaffMemberDto } from './dto/staff-member.dto.js';

/** @param skillNames name of each skill by id; a skill without one is not shown */
export function presentStaffMember(
  member: StaffMember,
  skillNames: ReadonlyMap<string, string>,
): StaffMemberDto {
  return {
    id: member.id,
    name: member.name,
    displayName: member.displayName,
    gender: member.gender,
    position: member.position,
    grade: member.grade,
    title: member.title,
    bio: member.bio,
    avatarUrl: member.avatarUrl,
    onlineBookable: member.onlineBookable,
    skills: member.skillIds.flatMap((id) => {
      const name = skillNames.get(id);
      return name === undefined ? [] : [{ id, name }];
    }),
  };
}
