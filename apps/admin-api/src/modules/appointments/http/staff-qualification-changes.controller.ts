import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Idempotent, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ChangeQualifications } from '../change-qualifications.js';
import type { Touch } from '../touching-change.js';
import {
  CertificateRuleDto,
  ChangeSkillDto,
  RecordCertificateDto,
} from './dto/qualification.dto.js';
import { TouchedVisitListDto } from './dto/shift-plan.dto.js';
import { PresentTouched } from './present-touched.js';

/**
 * Certificates, skills, and the rule of a store. Each answers with the visits that somebody may not, or cannot, do any
 * more; 409 SHIFT_TOUCHES_VISITS: one came that was not shown yet.
 */
@Controller('staff')
export class StaffQualificationChangesController {
  constructor(
    private readonly changes: ChangeQualifications,
    private readonly presentTouched: PresentTouched,
  ) {}

  @Post('qualifications/:id/certificate')
  @HttpCode(200)
  @StaffRoute('staff.qualify')
  async certificate(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: RecordCertificateDto,
  ): Promise<TouchedVisitListDto> {
    return this.#show(staff, await this.changes.certificate(call, staff, id, body));
  }

  @Post('qualifications/:id/skills')
  @HttpCode(200)
  @StaffRoute('staff.qualify')
  async skill(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeSkillDto,
  ): Promise<TouchedVisitListDto> {
    return this.#show(staff, await this.changes.skill(call, staff, id, body));
  }

  @Post('certificate-rule')
  @HttpCode(200)
  @StaffRoute('staff.qualify')
  async rule(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, ...body }: CertificateRuleDto,
  ): Promise<TouchedVisitListDto> {
    requireStore(staff, storeId);
    return this.#show(staff, await this.changes.rule(call, staff, storeId, body));
  }

  async #show(staff: StaffPrincipal, { touched }: Touch<object>): Promise<TouchedVisitListDto> {
    return { items: await this.presentTouched.execute(staff, touched) };
  }
}
