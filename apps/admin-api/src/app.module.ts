import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AppointmentsModule } from './modules/appointments/index.js';
import { CareModule } from './modules/care/index.js';
import { CatalogModule } from './modules/catalog/index.js';
import { ClientViewModule } from './modules/client-view/index.js';
import { CouponsModule } from './modules/coupons/index.js';
import { CheckoutModule } from './modules/checkout/index.js';
import { CustomersModule } from './modules/customers/index.js';
import { IdentityModule } from './modules/identity/index.js';
import { LedgerModule } from './modules/ledger/index.js';
import { MarketingModule } from './modules/marketing/index.js';
import { MembershipModule } from './modules/membership/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { PaymentsModule } from './modules/payments/index.js';
import { PrivacyModule } from './modules/privacy/index.js';
import { PricingModule } from './modules/pricing/index.js';
import { SchedulingModule } from './modules/scheduling/index.js';
import { StaffModule } from './modules/staff/index.js';
import { StoresModule } from './modules/stores/index.js';
import { TurnsModule } from './modules/turns/index.js';
import { VisitProgressModule } from './modules/visit-progress/index.js';
import { TreatmentsModule } from './modules/treatments/index.js';
import { AuditModule } from './platform/audit/index.js';
import { AuditChainModule } from './platform/audit-chain/index.js';
import { AccessGuard } from './platform/auth/index.js';
import { ClientDataModule } from './platform/client-data/index.js';
import { ClockModule, SystemClock, type Clock } from './platform/clock/index.js';
import { ConfigModule, type Config } from './platform/config/index.js';
import { CryptoModule } from './platform/crypto/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HealthModule } from './platform/health/index.js';
import { PreviewController } from './platform/http/preview.controller.js';
import { IdempotencyModule } from './platform/idempotency/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { LiveModule } from './platform/live/index.js';
import { LoggingModule } from './platform/logging/index.js';
import { MetricsModule } from './platform/metrics/index.js';
import { OutboxModule } from './platform/outbox/index.js';
import { RateLimitModule } from './platform/rate-limit/index.js';
import { ShutdownModule } from './platform/shutdown/index.js';
import { SmsModule } from './platform/sms/index.js';
import { WechatModule } from './platform/wechat/index.js';

/** Guards run in the order of imports: who is asking comes before how often. */
@Module({ providers: [{ provide: APP_GUARD, useClass: AccessGuard }] })
class AccessModule {}

const PLATFORM = [
  LoggingModule,
  ShutdownModule,
  DatabaseModule,
  OutboxModule,
  JobsModule,
  IdempotencyModule,
  CryptoModule,
  AuditModule,
  AuditChainModule,
  ClientDataModule,
  WechatModule,
  SmsModule,
  AccessModule,
  RateLimitModule,
  LiveModule,
  HealthModule,
  MetricsModule,
];

const MODULES = [
  StoresModule,
  StaffModule,
  CatalogModule,
  CustomersModule,
  CareModule,
  IdentityModule,
  SchedulingModule,
  TurnsModule,
  VisitProgressModule,
  LedgerModule,
  CouponsModule,
  PaymentsModule,
  MembershipModule,
  PricingModule,
  AppointmentsModule,
  CheckoutModule,
  TreatmentsModule,
  MarketingModule,
  NotificationsModule,
  PrivacyModule,
  ClientViewModule,
];

@Module({})
export class AppModule {
  /** The whole application for one configuration; tests and the demo loader bring a clock of their own. */
  static with(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.with(config), ClockModule.with(clock), ...PLATFORM, ...MODULES],
      controllers: [PreviewController],
    };
  }
}
