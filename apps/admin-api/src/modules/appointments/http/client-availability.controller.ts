import { Controller, Get, Query } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  ServiceListDto,
  ServicesQueryDto,
  presentService,
  servicesOfStore,
} from '../../catalog/index.js';
import { AppointmentQueries } from '../appointment-queries.js';
import { FindBookableStaff } from '../find-bookable-staff.js';
import { AvailabilityReader } from './availability-reader.js';
import {
  AvailabilityDto,
  AvailabilityQueryDto,
  BookableStaffListDto,
  BookableStaffQueryDto,
} from './dto/availability.dto.js';

@Controller('client')
export class ClientAvailabilityController {
  constructor(
    private readonly availability: AvailabilityReader,
    private readonly bookableStaff: FindBookableStaff,
    private readonly queries: AppointmentQueries,
    private readonly database: Database,
  ) {}

  /** The store's menu, in its order; empty for a store that offers nothing. */
  @Get('services')
  @ClientRoute()
  async services(@Query() { storeId }: ServicesQueryDto): Promise<ServiceListDto> {
    const store = await this.queries.store(storeId);
    return { items: (await servicesOfStore(this.database, store.id)).map(presentService) };
  }

  /** Free times of some days for some services in a row. */
  @Get('availability')
  @ClientRoute()
  read(
    @CurrentClient() client: ClientPrincipal,
    @Query() query: AvailabilityQueryDto,
  ): Promise<AvailabilityDto> {
    return this.availability.read(query, client);
  }

  /** Whom a client can ask for, with the next free start for a service. */
  @Get('staff')
  @ClientRoute()
  async staff(
    @Query() { storeId, serviceId }: BookableStaffQueryDto,
  ): Promise<BookableStaffListDto> {
    const found = await this.bookableStaff.execute(storeId, serviceId);
    return {
      items: found.map(({ member, nextFreeAt }) => ({
        id: member.id,
        name: member.displayName,
        title: member.title,
        grade: member.grade,
        position: member.position,
        bio: member.bio,
        avatarUrl: member.avatarUrl,
        nextFreeAt,
      })),
    };
  }
}
