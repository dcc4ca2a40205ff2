import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { Idempotent, type IdempotentCall } from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { ShowSecondPerson } from '../show-second-person.js';
import { CareLookDto, CareLookInputDto } from './dto/care-look.dto.js';
import { presentFindings } from './present-care.js';

/** The second person's look at what she is asked to answer for. */
@Controller('staff/clients/:id/care-looks')
export class CareLooksController {
  constructor(private readonly show: ShowSecondPerson) {}

  @Post()
  @HttpCode(200)
  @StaffRoute('care.check')
  async look(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) clientId: string,
    @Body() body: CareLookInputDto,
    @Idempotent() call: IdempotentCall,
  ): Promise<CareLookDto> {
    const { findings, ...look } = await this.show.execute(staff, { ...body, clientId }, call);
    return { ...look, ...presentFindings(findings) };
  }
}
