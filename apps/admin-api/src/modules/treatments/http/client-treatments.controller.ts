import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { TreatmentsQueryDto } from './dto/treatment-input.dto.js';
import { ClientTreatmentListDto } from './dto/treatment.dto.js';
import { TreatmentScreens } from './treatment-screens.js';

/** A client's own records. */
@Controller('client/treatments')
export class ClientTreatmentsController {
  constructor(private readonly screens: TreatmentScreens) {}

  /** What was done at her visits, latest first. */
  @Get()
  @ClientRoute()
  mine(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { cursor }: TreatmentsQueryDto,
  ): Promise<ClientTreatmentListDto> {
    return this.screens.mine(customerId, cursor);
  }
}
