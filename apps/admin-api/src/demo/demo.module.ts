import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../modules/appointments/index.js';
import { CatalogModule } from '../modules/catalog/index.js';
import { CustomersModule } from '../modules/customers/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { SchedulingModule } from '../modules/scheduling/index.js';
import { StaffModule } from '../modules/staff/index.js';
import { StoresModule } from '../modules/stores/index.js';
import { LoadDemoSalon } from './load-demo-salon.js';
import { AccountLoader } from './load/accounts.js';
import { ClientLoader } from './load/clients.js';
import { DemoMarker } from './load/demo-marker.js';
import { DutyLoader } from './load/duty.js';
import { HouseLoader } from './load/house.js';
import { VisitLoader } from './load/visits.js';

/** The demo salon beside the app: it reaches the modules as any other caller does. */
@Module({
  imports: [
    StoresModule,
    StaffModule,
    CatalogModule,
    CustomersModule,
    IdentityModule,
    SchedulingModule,
    AppointmentsModule,
  ],
  providers: [
    LoadDemoSalon,
    DemoMarker,
    HouseLoader,
    AccountLoader,
    DutyLoader,
    ClientLoader,
    VisitLoader,
  ],
  exports: [LoadDemoSalon],
})
export class DemoModule {}
