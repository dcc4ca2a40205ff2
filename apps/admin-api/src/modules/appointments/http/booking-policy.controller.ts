import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { policyOf, type VersionedPolicy } from '../data/booking-policy.js';
import { SaveBookingPolicy } from '../save-booking-policy.js';
import { BookingPolicyDto } from './dto/answer.dto.js';

const present = (policy: VersionedPolicy, freeCancelHours: number): BookingPolicyDto => ({
  ...{ answerMinutes: policy.answerMinutes, offerMinutes: policy.offerMinutes, freeCancelHours },
  ...{ historyMonths: policy.historyMonths, mostNoShows: policy.mostNoShows },
  mostLateCancels: policy.mostLateCancels,
});

/** In a path, a store of others is no store. @throws Refusal STORE_NOT_FOUND */
function requireOwn(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('STORE_NOT_FOUND');
}

/** How a store books. */
@Controller('staff/stores/:id/booking-policy')
export class BookingPolicyController {
  constructor(
    private readonly save: SaveBookingPolicy,
    private readonly queries: AppointmentQueries,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Get()
  @StaffRoute('appointments.read')
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
  ): Promise<BookingPolicyDto> {
    requireOwn(staff, storeId);
    const { settings } = await this.queries.store(storeId);
    return present(await policyOf(this.database, storeId), settings.freeCancelHours);
  }

  /** Holds for requests and offers from now on. */
  @Put()
  @StaffRoute('appointments.policy')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) storeId: string,
    @Body() body: BookingPolicyDto,
  ): Promise<BookingPolicyDto> {
    requireOwn(staff, storeId);
    const saved = await this.unitOfWork.run((tx) => this.save.execute(tx, staff, storeId, body));
    return present(saved, body.freeCancelHours);
  }
}
