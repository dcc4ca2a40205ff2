import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { servicesOfStore } from '../../catalog/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { templatesOf } from '../data/templates.js';
import { SaveTemplate } from '../save-template.js';
import {
  SaveTreatmentTemplateDto,
  TemplatesQueryDto,
  TreatmentTemplateDto,
  TreatmentTemplateListDto,
} from './dto/template.dto.js';
import { presentTemplate } from './present-treatment.js';

/** What records of services begin with. A brand's templates are one list. */
@Controller('staff/treatment-templates')
export class TreatmentTemplatesController {
  constructor(
    private readonly saveTemplate: SaveTemplate,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
  ) {}

  /** One for each service of a store, also where none was set up yet. */
  @Get()
  @StaffRoute('care-rules.write')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: TemplatesQueryDto,
  ): Promise<TreatmentTemplateListDto> {
    requireStore(staff, storeId);
    const ids = (await servicesOfStore(this.database, storeId)).map(({ id }) => id);
    const templates = new Map(
      (await templatesOf(this.database, ids)).map((one) => [one.serviceId, one]),
    );
    return { items: ids.map((id) => presentTemplate(id, templates.get(id))) };
  }

  @Put(':serviceId')
  @StaffRoute('care-rules.write')
  async save(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('serviceId', IdPipe) serviceId: string,
    @Idempotent() call: IdempotentCall,
    @Body() { version, ...draft }: SaveTreatmentTemplateDto,
  ): Promise<TreatmentTemplateDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.saveTemplate.execute(tx, staff, serviceId, version, draft);
      return { serviceId };
    });
    const [template] = await templatesOf(this.database, [serviceId]);
    return presentTemplate(serviceId, template);
  }
}
