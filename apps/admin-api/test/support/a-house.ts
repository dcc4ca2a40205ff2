import { randomInt, randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createSandbox, type Sandbox } from '@yance/wechat-sandbox';
import { AuditModule } from '../../src/platform/audit/index.js';
import { ClientDataModule } from '../../src/platform/client-data/index.js';
import { ClockModule, TestClock } from '../../src/platform/clock/index.js';
import { ConfigModule, type Config } from '../../src/platform/config/index.js';
import { CryptoModule } from '../../src/platform/crypto/index.js';
import { Database, DatabaseModule, UnitOfWork } from '../../src/platform/database/index.js';
import { IdempotencyModule, idempotentCall } from '../../src/platform/idempotency/index.js';
import { newId } from '../../src/platform/ids/index.js';
import { JobsModule } from '../../src/platform/jobs/index.js';
import { LoggingModule } from '../../src/platform/logging/index.js';
import { OutboxModule } from '../../src/platform/outbox/index.js';
import { SmsModule } from '../../src/platform/sms/index.js';
import { WechatModule } from '../../src/platform/wechat/index.js';
import { aConfig } from '../../src/platform/testing/a-config.js';
import { StaffModule } from '../../src/modules/staff/index.js';
import { IdentityModule } from '../../src/modules/identity/index.js';

const APPID = 'wx0000000000000000';
const SECRET = '0123456789abcdef0123456789abcdef';

@Module({})
class House {
  static of(config: Config, clock: TestClock): DynamicModule {
    return {
      module: House,
      imports: [
        ConfigModule.with(config),
        ClockModule.with(clock),
        LoggingModule,
        DatabaseModule,
        CryptoModule,
        AuditModule,
        ClientDataModule,
        OutboxModule,
        JobsModule,
        IdempotencyModule,
        WechatModule,
        SmsModule,
        StaffModule,
        IdentityModule,
      ],
    };
  }
}

/** Customers and identity on the real database and the real sandbox, without HTTP. */
export interface TestHouse {
  readonly clock: TestClock;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  readonly sandbox: Sandbox;
  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T;
  /** A code of wx.login for this WeChat account. */
  loginCode(openid: string): Promise<string>;
  /** A code of the phone button. */
  phoneCode(phone: string): Promise<string>;
  /** The newest code that was sent to a phone. */
  smsCode(phone: string): Promise<string>;
  close(): Promise<void>;
}

/** A call without an Idempotency-Key: every send is a new write. */
export const UNKEYED = idempotentCall('test', 'POST /test', undefined, null);

/** A phone that no other test has. */
export function aPhone(): string {
  return `139${String(randomInt(100_000_000)).padStart(8, '0')}`;
}

export function anOpenid(): string {
  return `o${randomUUID().replaceAll('-', '')}`;
}

async function control<T>(sandbox: Sandbox, path: string, body?: object): Promise<T> {
  const response = await fetch(`${sandbox.url}/_sandbox/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  return (await response.json()) as T;
}

/** Starts one. `clock` stands still until the test moves it. */
export async function aHouse(url: string): Promise<TestHouse> {
  const clock = new TestClock(new Date());
  const sandbox = createSandbox({
    appid: APPID,
    secret: SECRET,
    clock: { now: () => clock.now() },
  });
  const origin = await sandbox.listen();
  const config = aConfig({
    DATABASE_URL: url,
    WECHAT_API_ORIGIN: origin,
    SMS_PROVIDER: 'sandbox',
    SMS_ORIGIN: origin,
  });
  const app: INestApplicationContext = await NestFactory.createApplicationContext(
    House.of(config, clock),
    {
      logger: false,
      abortOnError: false,
    },
  );
  await app.init();
  const code = async (path: string, body: object): Promise<string> =>
    (await control<{ code: string }>(sandbox, path, body)).code;
  return {
    clock,
    sandbox,
    database: app.get(Database),
    unitOfWork: app.get(UnitOfWork),
    get: (type) => app.get(type, { strict: false }),
    loginCode: (openid) => code('login-code', { openid }),
    phoneCode: (phone) => code('phone-code', { phone }),
    async smsCode(phone) {
      const path = `sms?phone=${phone}`;
      const { items } = await control<{ items: { params: { code: string } }[] }>(sandbox, path);
      return items[0]?.params.code ?? '';
    },
    async close() {
      await app.close();
      await sandbox.close();
    },
  };
}

/** Somebody who works here, written as a row because stores and hiring are not what these tests are about. */
export async function aStaffMember(house: TestHouse): Promise<string> {
  const id = newId();
  await house.unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO staff_member (id, name, display_name, gender, position, grade, title, bio, state,
         online_bookable, created_at)
       VALUES (?, '李娜', '娜娜', 'female', 'front_desk', 'senior', '前台', '', 'active', 0, ?)`,
      [id, house.clock.now()],
    ),
  );
  return id;
}
