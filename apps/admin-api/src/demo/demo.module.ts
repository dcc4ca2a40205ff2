import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../modules/appointments/index.js';
import { CareModule } from '../modules/care/index.js';
import { CatalogModule } from '../modules/catalog/index.js';
import { CheckoutModule } from '../modules/checkout/index.js';
import { ClientViewModule } from '../modules/client-view/index.js';
import { CouponsModule } from '../modules/coupons/index.js';
import { CustomersModule } from '../modules/customers/index.js';
import { IdentityModule } from '../modules/identity/index.js';
import { MarketingModule } from '../modules/marketing/index.js';
import { MembershipModule } from '../modules/membership/index.js';
import { PaymentsModule } from '../modules/payments/index.js';
import { PricingModule } from '../modules/pricing/index.js';
import { PrivacyModule } from '../modules/privacy/index.js';
import { SchedulingModule } from '../modules/scheduling/index.js';
import { StaffModule } from '../modules/staff/index.js';
import { StoresModule } from '../modules/stores/index.js';
import { TreatmentsModule } from '../modules/treatments/index.js';
import { LoadDemoSalon } from './load-demo-salon.js';
import { AccountLoader } from './load/accounts.js';
import { AssessmentLoader } from './load/assessments.js';
import { BilledVisits } from './load/billed-visits.js';
import { BillLoader } from './load/bills.js';
import { BirthdayLoader } from './load/birthdays.js';
import { ClientLoader } from './load/clients.js';
import { CarePlanLoader } from './load/care-plans.js';
import { ConsentLoader } from './load/consents.js';
import { CouponLoader } from './load/coupons.js';
import { DemoMarker } from './load/demo-marker.js';
import { DutyLoader } from './load/duty.js';
import { FileLoader } from './load/files.js';
import { FilterLoader } from './load/filters.js';
import { HealthLoader } from './load/health.js';
import { HouseLoader } from './load/house.js';
import { ImportLoader } from './load/imports.js';
import { MemberLoader } from './load/members.js';
import { PackageLoader } from './load/packages.js';
import { PastOrders } from './load/past-orders.js';
import { QuestionnaireLoader } from './load/questionnaires.js';
import { ShelfLoader } from './load/shelves.js';
import { QualificationLoader } from './load/qualifications.js';
import { ShiftRequestLoader } from './load/shift-requests.js';
import { TagRuleLoader } from './load/tag-rules.js';
import { TreatmentLoader } from './load/treatments.js';
import { VisitLoader } from './load/visits.js';
import { WalletLoader } from './load/wallets.js';

/** The demo salon beside the app: it reaches the modules as any other caller does. */
@Module({
  imports: [
    StoresModule,
    StaffModule,
    CareModule,
    CatalogModule,
    CheckoutModule,
    ClientViewModule,
    CouponsModule,
    CustomersModule,
    IdentityModule,
    SchedulingModule,
    AppointmentsModule,
    MarketingModule,
    MembershipModule,
    PaymentsModule,
    PricingModule,
    PrivacyModule,
    TreatmentsModule,
  ],
  providers: [
    LoadDemoSalon,
    DemoMarker,
    HouseLoader,
    ShelfLoader,
    AccountLoader,
    AssessmentLoader,
    BilledVisits,
    BillLoader,
    BirthdayLoader,
    DutyLoader,
    ClientLoader,
    FileLoader,
    CarePlanLoader,
    FilterLoader,
    ConsentLoader,
    HealthLoader,
    QuestionnaireLoader,
    CouponLoader,
    ImportLoader,
    MemberLoader,
    VisitLoader,
    PackageLoader,
    PastOrders,
    QualificationLoader,
    ShiftRequestLoader,
    TagRuleLoader,
    TreatmentLoader,
    WalletLoader,
  ],
  exports: [LoadDemoSalon],
})
export class DemoModule {}
