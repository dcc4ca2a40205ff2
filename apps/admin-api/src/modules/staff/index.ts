export {
  allSkills,
  membersByIds,
  membersOfStore,
  storeIdsOf,
  type Skill,
  type StaffMember,
} from './data/staff-rows.js';
export { isCertificateRequired } from './data/certificates.js';
export { HireStaff, type StaffDraft } from './hire-staff.js';
export { KeepQualifications, type CertificateDraft } from './keep-qualifications.js';
export { lastDayToTreat } from './rules/certificate.js';
export { NameSkill } from './name-skill.js';
export { canDo, type Position, type StaffGrade, type WorkNeed } from './rules/member.js';
export { StaffModule } from './staff.module.js';
