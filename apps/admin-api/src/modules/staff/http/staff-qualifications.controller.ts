import { Controller, Get, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, StoreZones, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { certificatesOfStore, isCertificateRequired } from '../data/certificates.js';
import { allSkills, membersOfStore } from '../data/staff-rows.js';
import { KeepQualifications } from '../keep-qualifications.js';
import { certificateStanding, treats } from '../rules/certificate.js';
import { QualificationsDto } from './dto/qualification.dto.js';
import { StaffOfStoreQueryDto } from './dto/staff-member.dto.js';

/** Certificates and skills of a store's people. Changing them touches visits and is served with them. */
@Controller('staff/qualifications')
export class StaffQualificationsController {
  constructor(
    private readonly keep: KeepQualifications,
    private readonly zones: StoreZones,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Get()
  @StaffRoute('staff.qualify')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: StaffOfStoreQueryDto,
  ): Promise<QualificationsDto> {
    requireStore(staff, storeId);
    const [members, certificates, skills, isRequired, zoneOf] = await Promise.all([
      membersOfStore(this.database, storeId),
      certificatesOfStore(this.database, storeId),
      allSkills(this.database),
      isCertificateRequired(this.database, storeId),
      this.zones.of([storeId]),
    ]);
    const today = localDate(this.clock.now(), zoneOf(storeId));
    const held = new Map(certificates.map((each) => [each.staffId, each]));
    const people = members.map((member) => {
      const own = held.get(member.id);
      return {
        ...{ staffId: member.id, name: member.displayName, title: member.title },
        treats: treats(member),
        certificate: own
          ? {
              ...{ numberEnd: this.keep.endOf(own), validUntil: own.validUntil },
              version: own.version,
            }
          : null,
        standing: certificateStanding(own?.validUntil ?? null, today),
        skillIds: [...member.skillIds],
      };
    });
    return { isRequired, people, skills: skills.map(({ id, name }) => ({ id, name })) };
  }
}
