import { Module, type OnModuleInit } from '@nestjs/common';
import { CareModule } from '../care/index.js';
import { CustomersModule } from '../customers/index.js';
import { MembershipModule } from '../membership/index.js';
import { SchedulingModule } from '../scheduling/index.js';
import { StaffModule } from '../staff/index.js';
import { StoresModule } from '../stores/index.js';
import { TurnsModule } from '../turns/index.js';
import { AcceptOffer } from './accept-offer.js';
import { AdvanceAppointment } from './advance-appointment.js';
import { ApproveRequest } from './approve-request.js';
import { AppointmentQueries } from './appointment-queries.js';
import { BookAppointment } from './book-appointment.js';
import { CalendarLinks } from './calendar-links.js';
import { CancelAppointment } from './cancel-appointment.js';
import { ChangeMaker } from './change-maker.js';
import { ChangeQualifications } from './change-qualifications.js';
import { ClientStanding } from './client-standing.js';
import { CompletionChecks } from './completion-checks.js';
import { VisitWords } from './data/visit-words.js';
import { DeclineRequest } from './decline-request.js';
import { EscalateUnanswered } from './escalate-unanswered.js';
import { ExpireUnanswered } from './expire-unanswered.js';
import { FindBookableStaff } from './find-bookable-staff.js';
import { FindStandIns } from './find-stand-ins.js';
import { AvailabilityReader } from './http/availability-reader.js';
import { CalendarLinksController } from './http/calendar-links.controller.js';
import { ClientAppointmentsController } from './http/client-appointments.controller.js';
import { ClientAvailabilityController } from './http/client-availability.controller.js';
import { BookingPolicyController } from './http/booking-policy.controller.js';
import { DailyCapsController } from './http/daily-caps.controller.js';
import { PeakTimesController } from './http/peak-times.controller.js';
import { StaffAnswersController } from './http/staff-answers.controller.js';
import { StaffAppointmentsController } from './http/staff-appointments.controller.js';
import { StaffCalendarController } from './http/staff-calendar.controller.js';
import { PresentTouched } from './http/present-touched.js';
import { StaffQualificationChangesController } from './http/staff-qualification-changes.controller.js';
import { StaffRequestApprovalsController } from './http/staff-request-approvals.controller.js';
import { StaffStatisticsController } from './http/staff-statistics.controller.js';
import { StaffShiftPlanController } from './http/staff-shift-plan.controller.js';
import { StaffTurnQueueController } from './http/staff-turn-queue.controller.js';
import { StaffVisitPresenter } from './http/staff-visit-presenter.js';
import { MoveAppointment } from './move-appointment.js';
import { MoveVisits } from './move-visits.js';
import { OfferOtherTimes } from './offer-other-times.js';
import { STATE_TABLE, checkStateTable } from './rules/transitions.js';
import { ReadShiftPlan } from './read-shift-plan.js';
import { ReadTurnQueue } from './read-turn-queue.js';
import { SaveBookingPolicy } from './save-booking-policy.js';
import { SaveDailyCaps } from './save-daily-caps.js';
import { MemberTimes } from './member-times.js';
import { SavePeakTimes } from './save-peak-times.js';
import { VisitCaps } from './visit-caps.js';
import { StoreSetups } from './store-setups.js';
import { TellTreatments } from './tell-treatments.js';
import { TimeFinder } from './time-finder.js';
import { TouchedVisits } from './touched-visits.js';
import { TouchingChange } from './touching-change.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitPlanner } from './visit-planner.js';
import { VisitSessions } from './visit-sessions.js';
import { VisitStatistics } from './visit-statistics.js';

@Module({
  imports: [
    CareModule,
    CustomersModule,
    MembershipModule,
    SchedulingModule,
    StaffModule,
    StoresModule,
    TurnsModule,
  ],
  controllers: [
    CalendarLinksController,
    BookingPolicyController,
    DailyCapsController,
    PeakTimesController,
    ClientAppointmentsController,
    ClientAvailabilityController,
    StaffAnswersController,
    StaffAppointmentsController,
    StaffCalendarController,
    StaffQualificationChangesController,
    StaffRequestApprovalsController,
    StaffStatisticsController,
    StaffShiftPlanController,
    StaffTurnQueueController,
  ],
  providers: [
    AcceptOffer,
    AdvanceAppointment,
    ApproveRequest,
    AppointmentQueries,
    AvailabilityReader,
    BookAppointment,
    CalendarLinks,
    CancelAppointment,
    ChangeMaker,
    ChangeQualifications,
    ClientStanding,
    CompletionChecks,
    DeclineRequest,
    EscalateUnanswered,
    ExpireUnanswered,
    FindBookableStaff,
    FindStandIns,
    MemberTimes,
    MoveAppointment,
    MoveVisits,
    ReadShiftPlan,
    ReadTurnQueue,
    OfferOtherTimes,
    PresentTouched,
    SaveBookingPolicy,
    SaveDailyCaps,
    SavePeakTimes,
    StaffVisitPresenter,
    StoreSetups,
    TellTreatments,
    TimeFinder,
    TouchedVisits,
    TouchingChange,
    VisitCaps,
    VisitCare,
    VisitPlanned,
    VisitPlanner,
    VisitSessions,
    VisitStatistics,
    VisitWords,
  ],
  exports: [
    AdvanceAppointment,
    AppointmentQueries,
    BookAppointment,
    CancelAppointment,
    CompletionChecks,
    MoveAppointment,
    SaveBookingPolicy,
    VisitCare,
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
