import { randomInt } from 'node:crypto';
import path from 'node:path';
import type { MerchantSettings } from '@yance/wechat-sandbox';
import { aSealFolder, TEST_ENVIRONMENT } from '../../src/platform/testing/a-config.js';
import { copyDemo } from './database/index.js';
import { aSandboxFolder } from './merchant.js';
import { payEnvironment } from './pay-environment.js';
import { RunningProcess, freePort, type Exit } from './running-process.js';
import { send, type Answer, type Call, type Reachable } from './wire.js';

const API_FOLDER = path.resolve(import.meta.dirname, '../..');
const SANDBOX_FOLDER = path.resolve(API_FOLDER, '../../packages/wechat-sandbox');
const NOWHERE = '/nowhere';

export interface SystemPlan {
  /** A schema; see `migrate` for one without tables. */
  readonly databaseUrl: string;
  /** Runs the migrations first. */
  readonly migrate?: boolean;
  /** Puts the demo salon into the schema first, whatever it held. */
  readonly demo?: boolean;
  /** How long a stopping API still takes requests; 0 unless told. */
  readonly stopGraceMs?: number;
  /** Serves the built console and preview. */
  readonly screens?: boolean;
  /** Settings of both processes that the test is about. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** The product as it runs in a salon: the built API and the sandbox, each a process of its own, on free ports. */
export class RunningSystem implements Reachable {
  readonly #planted: string[] = [];

  readonly #twins: ApiTwin[] = [];

  private constructor(
    readonly origin: string,
    readonly sandboxOrigin: string,
    readonly api: RunningProcess,
    private readonly sandbox: RunningProcess,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Starts one; ends when both processes answer. */
  static async start(plan: SystemPlan): Promise<RunningSystem> {
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const sandbox = await startSandbox(plan, port, sandboxPort);
    const env = {
      ...environment(plan, port, sandboxPort),
      ...(await payKeysOf(sandboxPort, port)),
    };
    const inApi = (name: string, entry: string, also = {}): RunningProcess =>
      new RunningProcess({ name, folder: API_FOLDER, args: [entry], env: { ...env, ...also } });
    if (plan.migrate) await inApi('migrate', 'dist/commands/migrate.js').finish();
    if (plan.demo)
      await copyDemo(plan.databaseUrl, (url) =>
        inApi('load-demo', 'dist/commands/load-demo.js', { DATABASE_URL: url }).finish(),
      );
    const system = new RunningSystem(
      `http://127.0.0.1:${port}`,
      `http://127.0.0.1:${sandboxPort}`,
      inApi('api', 'dist/main.js'),
      sandbox,
      env,
    );
    await system.startApi();
    return system;
  }

  call(path: string, call?: Call): Promise<Answer> {
    return send(`${this.origin}/api${path}`, call);
  }

  async control(path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await send(`${this.sandboxOrigin}/_sandbox/${path}`, { body });
    return answer.body as Record<string, unknown>;
  }

  /** Starts the API again after a crash or a stop, and waits until it can serve. */
  async startApi(): Promise<void> {
    this.api.start();
    await this.untilReady();
  }

  /** Waits until the API says that it can serve. */
  untilReady(): Promise<void> {
    return this.api.untilAnswers(`${this.origin}/health/ready`);
  }

  /**
   * Starts one more API process on the same database and sandbox; it is stopped with the system.
   * @param settings what it has of its own, such as another node of the database
   */
  async startTwin(settings: Readonly<Record<string, string>> = {}): Promise<ApiTwin> {
    const port = await freePort();
    const env = { ...this.env, PORT: String(port), ...settings };
    const plan = { name: 'api twin', folder: API_FOLDER, args: ['dist/main.js'], env };
    const twin = new ApiTwin(`http://127.0.0.1:${port}`, new RunningProcess(plan), this);
    this.#twins.push(twin);
    await twin.start();
    return twin;
  }

  /** kill -9: no handler of the API runs. */
  async crashApi(): Promise<void> {
    await this.api.end('SIGKILL');
  }

  /** A phone number that nobody has and that must never be seen in a log. */
  plantedPhone(): string {
    const phone = `138${String(randomInt(100_000_000)).padStart(8, '0')}`;
    this.watchFor(phone);
    return phone;
  }

  /** A number that somebody has already and that must not be seen in a log either. */
  watchFor(phone: string): void {
    this.#planted.push(phone);
  }

  /** What all processes printed since they were started first. */
  get logs(): string {
    const processes = [this.api, this.sandbox, ...this.#twins.map((twin) => twin.process)];
    return processes.map((each) => each.output).join('\n');
  }

  /** The newest code that was sent to a phone. */
  async smsCode(phone: string): Promise<string> {
    const { items } = (await this.control(`sms?phone=${phone}`)) as {
      items: { params: { code: string } }[];
    };
    return items[0]?.params.code ?? '';
  }

  /**
   * Stops all of it in good order.
   * @throws Error when a planted phone number stands in a log
   */
  async stop(): Promise<Exit> {
    const processes = [this.api, this.sandbox, ...this.#twins.map((twin) => twin.process)];
    const [exit] = await Promise.all(processes.map((each) => each.end('SIGTERM')));
    const { logs } = this;
    const seen = this.#planted.filter((phone) => logs.includes(phone));
    if (seen.length > 0) {
      const lines = logs.split('\n').filter((line) => seen.some((phone) => line.includes(phone)));
      throw new Error(`phone numbers in the log:\n${lines.slice(0, 5).join('\n')}`);
    }
    return exit ?? { code: null, signal: null };
  }
}

/** Another API process of the same salon. */
export class ApiTwin implements Reachable {
  constructor(
    readonly origin: string,
    readonly process: RunningProcess,
    private readonly system: Pick<RunningSystem, 'control'>,
  ) {}

  call(path: string, call?: Call): Promise<Answer> {
    return send(`${this.origin}/api${path}`, call);
  }

  control(path: string, body?: object): Promise<Record<string, unknown>> {
    return this.system.control(path, body);
  }

  /** Starts it, or starts it again, and waits until it can serve. */
  async start(): Promise<void> {
    this.process.start();
    await this.process.untilAnswers(`${this.origin}/health/ready`);
  }
}

async function startSandbox(
  plan: SystemPlan,
  port: number,
  sandboxPort: number,
): Promise<RunningProcess> {
  const env = { ...environment(plan, port, sandboxPort), YANCE_DATA: await aSandboxFolder() };
  const run = { name: 'sandbox', folder: SANDBOX_FOLDER, args: ['dist/main.js'], env };
  const sandbox = new RunningProcess(run);
  sandbox.start();
  await sandbox.untilAnswers(`http://127.0.0.1:${sandboxPort}/_sandbox/templates`);
  return sandbox;
}

/** The sandbox knows the merchant's keys, so it has to run before the API. */
async function payKeysOf(sandboxPort: number, port: number): Promise<Record<string, string>> {
  const origin = `http://127.0.0.1:${sandboxPort}`;
  const { body } = await send(`${origin}/_sandbox/merchant`);
  return payEnvironment(body as MerchantSettings, origin, `http://127.0.0.1:${port}`);
}

function environment(
  { databaseUrl, screens, stopGraceMs, settings }: SystemPlan,
  port: number,
  sandboxPort: number,
): Record<string, string> {
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  return {
    ...{ ...TEST_ENVIRONMENT, YANCE_SEAL_DIR: aSealFolder() },
    NODE_ENV: 'production',
    YANCE_STOP_GRACE_MS: String(stopGraceMs ?? 0),
    // What is only logged while looking for a fault must not tell phone numbers either.
    LOG_LEVEL: 'debug',
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_URL: databaseUrl,
    WECHAT_API_ORIGIN: sandbox,
    SMS_PROVIDER: 'sandbox',
    SMS_ORIGIN: sandbox,
    ...(screens ? {} : { YANCE_CONSOLE_DIR: NOWHERE, YANCE_PREVIEW_DIR: NOWHERE }),
    ...settings,
  };
}
