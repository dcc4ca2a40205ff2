import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
import { templatesOfStore, type ShiftTemplate } from '../data/shift-templates.js';
import { WriteTemplate } from '../write-template.js';
import {
  NewShiftTemplateDto,
  ShiftTemplateChangeDto,
  ShiftTemplateDto,
  ShiftTemplateListDto,
  ShiftTemplatesQueryDto,
} from './dto/shift-template.dto.js';

/** Hours of a store that have a name. */
@Controller('staff/shift-templates')
export class StaffShiftTemplatesController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly writeTemplate: WriteTemplate,
  ) {}

  /** Retired ones too, as shifts carry their names. */
  @Get()
  @StaffRoute('shifts.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: ShiftTemplatesQueryDto,
  ): Promise<ShiftTemplateListDto> {
    requireStore(staff, storeId);
    return { items: (await templatesOfStore(this.database, storeId)).map(presentTemplate) };
  }

  @Post()
  @StaffRoute('shifts.write')
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, ...draft }: NewShiftTemplateDto,
  ): Promise<ShiftTemplateDto> {
    requireStore(staff, storeId);
    return this.idempotent.run(call, async (tx) =>
      presentTemplate(await this.writeTemplate.create(tx, storeId, draft)),
    );
  }

  /** Shifts that were made of it keep their hours. 409 SHIFT_TEMPLATE_CHANGED: look again. */
  @Post(':id')
  @HttpCode(200)
  @StaffRoute('shifts.write')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() change: ShiftTemplateChangeDto,
  ): Promise<ShiftTemplateDto> {
    return this.idempotent.run(call, async (tx) =>
      presentTemplate(await this.writeTemplate.change(tx, staff.storeIds, id, change)),
    );
  }
}

function presentTemplate(template: ShiftTemplate): ShiftTemplateDto {
  const { id, name, colour, startMinute, endMinute, breaks, state, version } = template;
  return { id, name, colour, startMinute, endMinute, breaks: [...breaks], state, version };
}
