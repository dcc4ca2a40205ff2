import { SkillDto } from './staff-member.dto.js';

export class CertificateDto {
  /** The last characters of its number. */
  numberEnd: string;
  /** Last day on which it holds. */
  validUntil: string;
  version: number;
}

/** What somebody is able and allowed to do. */
export class QualificationDto {
  staffId: string;
  name: string;
  title: string;
  /** Whether she works on clients with her hands, and so needs a certificate where the store asks for one. */
  treats: boolean;
  certificate: CertificateDto | null;
  /** `soon`: it ends within 30 days. */
  standing: 'none' | 'expired' | 'soon' | 'valid';
  skillIds: string[];
}

export class QualificationsDto {
  /** Whether nobody treats in the store without a valid certificate. */
  isRequired: boolean;
  people: QualificationDto[];
  /** All that the house knows. */
  skills: SkillDto[];
}
