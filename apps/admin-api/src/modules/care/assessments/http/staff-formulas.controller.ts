import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { UnitOfWork } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { WriteFormula } from '../write-formula.js';
import { AssessmentScreens } from './assessment-screens.js';
import { FormulaListDto, FormulaWrittenDto, WriteFormulaDto } from './dto/formula.dto.js';

/** What clients' hair was coloured with, for those who mix it again. */
@Controller('staff/clients/:id/formulas')
export class StaffFormulasController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly screens: AssessmentScreens,
    private readonly writeFormula: WriteFormula,
  ) {}

  @Get()
  @StaffRoute('health.read')
  ofClient(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<FormulaListDto> {
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.customers.summary(tx, id))) refuse('CLIENT_NOT_FOUND');
      return this.screens.formulas(tx, staff, id);
    });
  }

  @Post()
  @StaffRoute('health.write')
  write(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: WriteFormulaDto,
  ): Promise<FormulaWrittenDto> {
    return this.idempotent.run(call, async (tx) => ({
      id: await this.writeFormula.execute(tx, staff, id, body),
    }));
  }
}
