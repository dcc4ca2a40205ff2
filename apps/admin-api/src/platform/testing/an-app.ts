import cookie from '@fastify/cookie';
import { Global, Module, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditModule } from '../audit/index.js';
import {
  AccessGuard,
  permissionsOf,
  SessionReader,
  type ClientPrincipal,
  type StaffPrincipal,
  type StaffSession,
} from '../auth/index.js';
import { ClockModule, TestClock } from '../clock/index.js';
import { ConfigModule, type Config } from '../config/index.js';
import { CryptoModule } from '../crypto/index.js';
import { DatabaseModule } from '../database/index.js';
import { HealthModule } from '../health/index.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { requestIdOf } from '../http/request-id.js';
import { inputPipe } from '../input/index.js';
import { IdempotencyModule } from '../idempotency/index.js';
import { JobsModule } from '../jobs/index.js';
import { LiveModule } from '../live/index.js';
import { LoggingModule } from '../logging/index.js';
import { MetricsModule } from '../metrics/index.js';
import { OutboxModule } from '../outbox/index.js';
import { RateLimitModule } from '../rate-limit/index.js';
import { ShutdownModule } from '../shutdown/index.js';

/** Sessions as the test writes them: the platform knows no accounts, identity brings those. */
export class TestSessions extends SessionReader {
  readonly staff = new Map<string, StaffPrincipal>();

  override readClient(): Promise<ClientPrincipal | undefined> {
    return Promise.resolve(undefined);
  }

  override readStaff(token: string): Promise<StaffSession | undefined> {
    const principal = this.staff.get(token);
    return Promise.resolve(principal && { principal, csrfToken: 'csrf' });
  }

  /** Signs a manager of the store in; returns the token. */
  manager(staffId: string, storeId: string): string {
    const token = `token-of-${staffId}`;
    const roles = ['manager'] as const;
    this.staff.set(token, {
      ...{ kind: 'staff', staffId, name: '店长', roles, storeIds: [storeId] },
      ...{ permissions: permissionsOf(roles), sessionId: staffId },
    });
    return token;
  }
}

/** The platform's modules behind a listening server, without a salon. */
export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly sessions: TestSessions;
  readonly clock: TestClock;
}

export async function anApp(config: Config, controllers: Type[] = []): Promise<TestApp> {
  const sessions = new TestSessions();
  const clock = new TestClock(new Date('2026-11-22T02:00:00Z'));
  const app = await NestFactory.create<NestFastifyApplication>(
    moduleOf(config, clock, sessions, controllers),
    new FastifyAdapter({ genReqId: requestIdOf }),
    { logger: false, abortOnError: false },
  );
  app.setGlobalPrefix('api', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(inputPipe());
  app.useGlobalFilters(new ProblemFilter());
  await app.register(cookie);
  await app.listen(0, '127.0.0.1');
  return { url: await app.getUrl(), app, sessions, clock };
}

function moduleOf(
  config: Config,
  clock: TestClock,
  sessions: TestSessions,
  controllers: Type[],
): Type {
  const reader: Provider = { provide: SessionReader, useValue: sessions };

  @Global()
  @Module({
    providers: [reader, { provide: APP_GUARD, useClass: AccessGuard }],
    exports: [SessionReader],
  })
  class SessionsModule {}

  @Module({
    imports: [
      ConfigModule.with(config),
      ClockModule.with(clock),
      ...[LoggingModule, DatabaseModule, CryptoModule, ShutdownModule, OutboxModule, AuditModule],
      ...[IdempotencyModule, SessionsModule, RateLimitModule, JobsModule, LiveModule],
      ...[HealthModule, MetricsModule],
    ],
    controllers,
  })
  class TestModule {}
  return TestModule;
}
