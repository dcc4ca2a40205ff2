import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createSandbox, settingsOf, type Sandbox } from '@yance/wechat-sandbox';
import { AppModule } from '../../src/app.module.js';
import { TestClock } from '../../src/platform/clock/index.js';
import { Database, UnitOfWork } from '../../src/platform/database/index.js';
import { createApp } from '../../src/platform/http/index.js';
import { NestLog } from '../../src/platform/logging/index.js';
import { aConfig } from '../../src/platform/testing/a-config.js';
import { aMerchant } from './merchant.js';
import { payEnvironment } from './pay-environment.js';
import { freePort } from './running-process.js';
import { send, type Reachable } from './wire.js';

export type { Answer, Call } from './wire.js';

/** The whole API behind a listening port, on the real database and the real sandbox. */
export interface TestApi extends Reachable {
  readonly clock: TestClock;
  readonly sandbox: Sandbox;
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly unitOfWork: UnitOfWork;
  close(): Promise<void>;
}

const MERCHANT = await aMerchant();
/** What the API has to know to be this merchant. */
export const TEST_MERCHANT = settingsOf(MERCHANT);
const APPID = 'wx0000000000000000';
const SECRET = '0123456789abcdef0123456789abcdef';

/** Starts one on a free port. The clock stands still until the test moves it; no jobs run by themselves. */
export async function anApi(
  databaseUrl: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestApi> {
  const clock = new TestClock(new Date());
  const sandbox = createSandbox({ appid: APPID, secret: SECRET, clock, merchant: MERCHANT });
  const origin = await sandbox.listen();
  // Known before it listens, because WeChat is told where to send notifications.
  const port = await freePort();
  const config = aConfig({
    DATABASE_URL: databaseUrl,
    WECHAT_API_ORIGIN: origin,
    SMS_PROVIDER: 'sandbox',
    SMS_ORIGIN: origin,
    ...payEnvironment(TEST_MERCHANT, origin, `http://127.0.0.1:${port}`),
    // The built console and preview are for browser tests, which start real processes.
    YANCE_CONSOLE_DIR: '/nowhere',
    YANCE_PREVIEW_DIR: '/nowhere',
    ...environment,
  });
  const app = await createApp(AppModule.with(config, clock), config);
  app.useLogger(app.get(NestLog));
  await app.listen(port, '127.0.0.1');
  const base = await app.getUrl();
  return {
    clock,
    sandbox,
    app,
    database: app.get(Database),
    unitOfWork: app.get(UnitOfWork),
    call: (path, call) => send(`${base}/api${path}`, call),
    async control(path, body) {
      return (await send(`${origin}/_sandbox/${path}`, { body })).body as Record<string, unknown>;
    },
    async close() {
      await app.close();
      await sandbox.close();
    },
  };
}
