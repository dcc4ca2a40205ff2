import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { instantOf } from '../../src/platform/clock/index.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { minutesOf } from '../support/given/store.js';
import { RunningSystem, type ApiTwin } from '../support/running-system.js';
import type { Reachable } from '../support/wire.js';

const MOVED_CLOCK = pathToFileURL(path.resolve(import.meta.dirname, '../support/moved-clock.mjs'));
const ZONE = 'Asia/Shanghai';
/** Who is still at the same work after so long is dead. */
const DEAD_MS = 1_500;
const LONGEST_MS = 90_000;
const LOOK_EVERY_MS = 8;
/** A worker that has not done its part by then may have lost a lease; time goes on for it. */
const STALLED_MS = 2_000;

/** What a house of two workers is about. */
export interface Work {
  /** Settings of all of them, such as the templates of what they send. */
  readonly settings: Readonly<Record<string, string>>;
  /** The sweep or the queue of jobs in which a kill counts as one in the middle of a run. */
  readonly run: { readonly sweep: string } | { readonly queue: string };
}

/** Two processes of the built API and one inside the test, on one database and one clock that the test moves. */
export class TwoWorkers {
  #time = new Date(0);
  /** What waits for each to come up again. */
  readonly #comingUp: [Promise<void>, Promise<void>] = [Promise.resolve(), Promise.resolve()];
  readonly #dead = new Set<string>();
  kills = 0;
  /** Kills in the middle of a run. */
  brokenOff = 0;

  private constructor(
    private readonly schema: FreshSchema,
    private readonly folder: string,
    private readonly clock: number,
    /** Works off nothing: it looks, and does what the desk does. */
    readonly desk: TestApi,
    private readonly system: RunningSystem,
    private readonly twin: ApiTwin,
    private readonly run: Work['run'],
  ) {}

  /** Starts them at a time. */
  static async start(date: string, time: string, work: Work): Promise<TwoWorkers> {
    const schema = await freshSchema();
    const folder = mkdtempSync(path.join(tmpdir(), 'yance-year-'));
    const clock = path.join(folder, 'clock');
    const settings = {
      ...{ YANCE_MOVED_CLOCK: clock, NODE_OPTIONS: `--import ${MOVED_CLOCK.href}` },
      ...work.settings,
      ...{ LOG_LEVEL: 'warn', YANCE_SEAL_DIR: path.join(folder, 'seals') },
    };
    const at = instantOf(date, minutesOf(time), ZONE);
    writeFileSync(clock, written(at));
    const system = await RunningSystem.start({ databaseUrl: schema.url, settings });
    const twin = await system.startTwin();
    const desk = await anApi(schema.url, {
      ...{ WECHAT_API_ORIGIN: system.sandboxOrigin, SMS_ORIGIN: system.sandboxOrigin },
      YANCE_SEAL_DIR: settings.YANCE_SEAL_DIR,
      ...work.settings,
    });
    const two = new TwoWorkers(schema, folder, openSync(clock, 'r+'), desk, system, twin, work.run);
    two.#time = at;
    desk.clock.set(at);
    return two;
  }

  /** Whichever of the two is up first, as staff reach it; the other one when both are. */
  async worker(): Promise<Reachable> {
    const up = this.#comingUp.map(async (coming, which) => coming.then(() => which));
    return (await Promise.race([...up].reverse())) === 0 ? this.system : this.twin;
  }

  async untilBothAreUp(): Promise<void> {
    await Promise.all(this.#comingUp);
  }

  /** Moves everybody's time on, once nobody is in the middle of something; leases, which the database times by a clock of its own, grow as much older. */
  async moveTo(date: string, time: string): Promise<void> {
    await this.#untilIdle();
    await this.#move(instantOf(date, minutesOf(time), ZONE));
  }

  /** No sweep and no job is at work but those that died: they do not stir. */
  async #untilIdle(): Promise<void> {
    const { database } = this.desk;
    const end = performance.now() + LONGEST_MS;
    let [seen, since] = ['', performance.now()];
    while (performance.now() < end) {
      const leases = await database.rows<{ owner: string }>(
        `SELECT lease_owner AS owner FROM sweep WHERE lease_owner IS NOT NULL
         UNION ALL SELECT lease_owner FROM job WHERE lease_owner IS NOT NULL ORDER BY 1`,
      );
      const owners = leases.map(({ owner }) => owner).filter((owner) => !this.#dead.has(owner));
      if (owners.length === 0) return;
      if (owners.join() !== seen) [seen, since] = [owners.join(), performance.now()];
      if (performance.now() > since + DEAD_MS) for (const owner of owners) this.#dead.add(owner);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
    throw new Error('somebody is never done');
  }

  async advance(minutes: number): Promise<void> {
    await this.#move(new Date(this.#time.getTime() + minutes * 60_000));
  }

  /** Waits, while time goes on for whoever waits for a lease. @throws Error when it never happens */
  async patiently(what: string, condition: () => Promise<boolean>): Promise<void> {
    const end = performance.now() + LONGEST_MS;
    let stalledAt = performance.now() + STALLED_MS;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`never happened: ${what}`);
      if (performance.now() > stalledAt) {
        await this.advance(2);
        stalledAt = performance.now() + STALLED_MS;
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  async #move(to: Date): Promise<void> {
    const seconds = Math.ceil((to.getTime() - this.#time.getTime()) / 1000);
    this.#time = to;
    const older = (column: string): string => `${column} = DATE_SUB(${column}, INTERVAL ? SECOND)`;
    await this.desk.unitOfWork.run(async (tx) => {
      await tx.run(
        `UPDATE sweep SET ${older('started_at')}, ${older('finished_at')}, ${older('lease_until')}`,
        [seconds, seconds, seconds],
      );
      await tx.run(`UPDATE job SET ${older('lease_until')} WHERE lease_until IS NOT NULL`, [
        seconds,
      ]);
    });
    this.desk.clock.set(to);
    // In place: a file that is written anew is empty for a moment.
    writeSync(this.clock, written(to), 0);
  }

  /** kill -9; they come up again while the rest goes on. */
  async kill(workers: readonly (0 | 1)[]): Promise<void> {
    const isAtWork = await this.#isAtWork();
    for (const which of workers) {
      await this.#comingUp[which];
      const process = which === 0 ? this.system.api : this.twin.process;
      await process.end('SIGKILL');
      this.kills += 1;
      this.#comingUp[which] = which === 0 ? this.system.startApi() : this.twin.start();
    }
    if (isAtWork) this.brokenOff += 1;
    // The lease of whoever died runs out.
    await this.advance(2);
  }

  async #isAtWork(): Promise<boolean> {
    const sweep = 'SELECT 1 FROM sweep WHERE lease_owner IS NOT NULL AND name = ?';
    const jobs = 'SELECT 1 FROM job WHERE lease_owner IS NOT NULL AND queue = ? LIMIT 1';
    const [sql, name] = 'sweep' in this.run ? [sweep, this.run.sweep] : [jobs, this.run.queue];
    return (await this.desk.database.row(sql, [name])) !== undefined;
  }

  /** The WeChat that all of them know. @returns the desk as phones reach it */
  get phones(): Reachable {
    return {
      call: (below, call) => this.desk.call(below, call),
      control: (below, body) => this.system.control(below, body),
    };
  }

  get logs(): string {
    return this.system.logs;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#comingUp);
    await this.desk.close();
    await this.system.stop();
    await this.schema.drop();
    closeSync(this.clock);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A time and the moment at which it was that time, as `moved-clock.mjs` reads them. */
const written = (time: Date): string => `${time.getTime()} ${Date.now()}`.padEnd(40, ' ');
