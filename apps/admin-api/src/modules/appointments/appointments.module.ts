import { Module, type OnModuleInit } from '@nestjs/common';
import { CareModule } from '../care/index.js';
import { CustomersModule } from '../customers/index.js';
import { MembershipModule } from '../membership/index.js';
import { SchedulingModule } from '../scheduling/index.js';
import { AdvanceAppointment } from './advance-appointment.js';
import { AppointmentQueries } from './appointment-queries.js';
import { BookAppointment } from './book-appointment.js';
import { CancelAppointment } from './cancel-appointment.js';
import { ChangeMaker } from './change-maker.js';
import { VisitWords } from './data/visit-words.js';
import { ExpireUnanswered } from './expire-unanswered.js';
import { FindBookableStaff } from './find-bookable-staff.js';
import { AvailabilityReader } from './http/availability-reader.js';
import { ClientAppointmentsController } from './http/client-appointments.controller.js';
import { ClientAvailabilityController } from './http/client-availability.controller.js';
import { StaffAppointmentsController } from './http/staff-appointments.controller.js';
import { StaffCalendarController } from './http/staff-calendar.controller.js';
import { StaffVisitPresenter } from './http/staff-visit-presenter.js';
import { MoveAppointment } from './move-appointment.js';
import { MoveVisits } from './move-visits.js';
import { STATE_TABLE, checkStateTable } from './rules/transitions.js';
import { StoreSetups } from './store-setups.js';
import { TellTreatments } from './tell-treatments.js';
import { TimeFinder } from './time-finder.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanner } from './visit-planner.js';
import { VisitSessions } from './visit-sessions.js';

@Module({
  imports: [CareModule, CustomersModule, MembershipModule, SchedulingModule],
  controllers: [
    ClientAppointmentsController,
    ClientAvailabilityController,
    StaffAppointmentsController,
    StaffCalendarController,
  ],
  providers: [
    AdvanceAppointment,
    AppointmentQueries,
    AvailabilityReader,
    BookAppointment,
    CancelAppointment,
    ChangeMaker,
    ExpireUnanswered,
    FindBookableStaff,
    MoveAppointment,
    MoveVisits,
    StaffVisitPresenter,
    StoreSetups,
    TellTreatments,
    TimeFinder,
    VisitCare,
    VisitPlanner,
    VisitSessions,
    VisitWords,
  ],
  exports: [
    AdvanceAppointment,
    AppointmentQueries,
    BookAppointment,
    CancelAppointment,
    MoveAppointment,
  ],
})
export class AppointmentsModule implements OnModuleInit {
  /** A mistake in the table of states must stop the start, not a client. */
  onModuleInit(): void {
    checkStateTable(
      STATE_TABLE,
      ['held', 'requested'],
      ['completed', 'cancelled', 'no_show', 'expired'],
    );
  }
}
