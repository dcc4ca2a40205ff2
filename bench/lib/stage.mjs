import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inRoot, mysqlDriver } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startThrowawayDatabase } from '../../scripts/lib/testing/throwaway-database.mjs';
import { HttpConnection } from './http-connection.mjs';
import { isKept, keep, openKeptDatabase } from './kept-database.mjs';
import { seed } from './seed.mjs';
import { BLIND_INDEX_KEY, KEY } from './stage-keys.mjs';
import { v8Value } from './values.mjs';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const API = inRoot('apps/admin-api');
const READY_MS = 60_000;
const GIB = 2 ** 30;
/** Of the database while books are written: all of it in memory, and nothing flushed before it must be. */
const LOADING = {
  innodb_buffer_pool_size: 6 * GIB,
  innodb_log_file_size: 4 * GIB,
  innodb_flush_log_at_trx_commit: 0,
};
/** Pages that are not on the disk yet, from which on a server stops in a moment. */
const FEW_PAGES = 1_000;
export const POOL_SIZE = 16;

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {import('./measure.mjs').Measured} Measured
 * @typedef {{ port: number, url: string, child: ChildProcess }} Api
 *
 * A statement as capture.mjs tells it.
 * @typedef {{ connection: number, sql: string, values: unknown[] }} Sent
 */

/** The database, the API processes and the load makers of one run; close() ends all of them. */
export class Stage {
  /** @type {ChildProcess[]} */
  #children = [];
  /** @type {Map<string, ChildProcess>} */
  #workers = new Map();
  #schemas = 0;

  /** @param {import('../../scripts/lib/testing/throwaway-database.mjs').ThrowawayDatabase} database */
  constructor(database, /** @type {string} */ logs) {
    this.database = database;
    this.logs = logs;
  }

  /**
   * A durable server of its own: a commit is on the disk before it is answered.
   * @param {string} logs folder  @param {string} [kept] folder of the database, which then stays after the run
   */
  static async open(logs, kept) {
    mkdirSync(logs, { recursive: true });
    const database = kept ? openKeptDatabase(kept) : startThrowawayDatabase({ durable: true });
    return new Stage(await database, logs);
  }

  /**
   * A new schema, migrated and filled.
   * @param {import('./seed.mjs').SalonPlan} plan  @param {string} [name]  @returns {Promise<string>} its URL
   */
  async salon(plan, name = `bench_${process.pid}_${(this.#schemas += 1)}`) {
    await this.#admin(`DROP DATABASE IF EXISTS ${name}`);
    await this.#admin(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    const url = new URL(name, this.database.adminUrl).href;
    await this.#migrate(url);
    await seed(url, plan);
    return url;
  }

  /**
   * A salon that takes long to fill: with settings of the database that are good for that and nothing else. One that
   * an earlier run kept is taken as it is, with the migrations that came since.
   * @param {string} name  @param {import('./seed.mjs').SalonPlan} plan  @param {(url: string) => Promise<void>} fill
   * @returns {Promise<string>} its URL
   */
  async filledSalon(name, plan, fill) {
    const url = new URL(name, this.database.adminUrl).href;
    if (await isKept(this.database.adminUrl, name)) {
      await this.#migrate(url);
      return url;
    }
    for (const [setting, value] of Object.entries(LOADING))
      await this.#admin(`SET GLOBAL ${setting} = ${value}`);
    await fill(await this.salon(plan, name));
    await this.#restart();
    await keep(this.database.adminUrl, name);
    return url;
  }

  /** The server with its own settings again, once all it has in memory is on the disk. */
  async #restart() {
    await this.#admin('SET GLOBAL innodb_max_dirty_pages_pct = 0');
    await this.#admin('SET GLOBAL innodb_io_capacity = 5000');
    const dirty = async () => {
      const sql = "SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'";
      const [row] = /** @type {{ Value: string }[]} */ (await this.#admin(sql));
      return Number(row.Value);
    };
    while ((await dirty()) > FEW_PAGES) await pause(500);
    await this.database.stop();
    await this.database.start();
  }

  async #migrate(/** @type {string} */ url) {
    const { code, output } = await this.command('migrate.js', url);
    if (code !== 0) throw new Error(`migrate failed, see ${this.logs}: ${output}`);
  }

  /** @param {string} sql  @param {unknown[]} [values]  @returns {Promise<unknown>} rows */
  async #admin(sql, values = []) {
    const admin = await mysqlDriver().createConnection(this.database.adminUrl);
    try {
      const [rows] = await admin.query(sql, values);
      return rows;
    } finally {
      await admin.end();
    }
  }

  /**
   * Starts a built API process on a schema and waits until it can serve. Jobs are left to others (YANCE_WORKERS=off),
   * as the baseline has none either.
   * @param {string} url  @param {{ capture?: boolean, args?: string[], env?: Record<string, string> }} [options]
   * @returns {Promise<Api>}
   */
  async api(url, { capture = false, args = [], env = {} } = {}) {
    const port = await freePort();
    const execArgv = capture ? ['--import', here('capture.mjs'), ...args] : args;
    const child = this.#start('api', path.join(API, 'dist/main.js'), {
      env: { ...environment(url, port), ...env },
      execArgv,
    });
    await untilOk(port, '/health/ready', child);
    return { port, url, child };
  }

  /** Another server of ours, for a baseline. @param {string} file in bench/lib  @param {Record<string, string>} env */
  async server(file, env) {
    const port = await freePort();
    const child = this.#start('bare', here(file), { env: { ...env, PORT: String(port) } });
    await untilOk(port, '/ready', child);
    return { port, url: '', child };
  }

  /** Ends a process that is needed no more. @param {{ child: ChildProcess }} of */
  async end({ child }) {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  /**
   * What the API sends to the database for one call, in order. The second call of its kind is taken, when nothing has
   * to be made any more.
   * @param {string} url  @param {readonly import('./http-connection.mjs').Call[]} calls  the last one is captured
   */
  async statementsOf(url, calls) {
    const [one] = await this.statementsOfEach(url, [calls]);
    if (!one) throw new Error('there is no call');
    return one;
  }

  /** The same for many kinds of calls, by one process. @param {string} url  @param {readonly (readonly import('./http-connection.mjs').Call[])[]} kinds */
  async statementsOfEach(url, kinds) {
    const api = await this.api(url, { capture: true });
    const connection = new HttpConnection(api.port);
    /** @type {Sent[]} */
    let statements = [];
    api.child.on('message', (/** @type {{ statement: string }} */ { statement }) =>
      statements.push(/** @type {Sent} */ (v8Value(statement))),
    );
    const told = [];
    for (const calls of kinds) {
      let answer;
      for (const call of calls) {
        await pause(100);
        statements = [];
        answer = await connection.send(call);
        if (answer.status >= 300) throw new Error(`${call.path}: ${answer.status} ${answer.body}`);
      }
      await pause(100);
      const asked = statements.filter(({ sql }) => !sql.startsWith('SET SESSION'));
      told.push({ statements: asked, answer: JSON.parse(String(answer?.body)) });
    }
    connection.close();
    await this.end(api);
    return told;
  }

  /**
   * Runs one of the API's commands to its end.
   * @param {string} command  a file in dist/commands  @param {string} url
   * @returns {Promise<{ code: number, output: string, seconds: number, peakMiB: number }>}
   */
  async command(command, url) {
    const began = performance.now();
    const child = this.#start('command', path.join(API, 'dist/commands', command), {
      env: environment(url, 0),
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += String(chunk)));
    let peakMiB = 0;
    const watch = setInterval(() => (peakMiB = peakMemory(child.pid) || peakMiB), 100);
    const [code] = await once(child, 'close').finally(() => clearInterval(watch));
    const seconds = (performance.now() - began) / 1_000;
    return { code, output: output.trim(), seconds, peakMiB };
  }

  /** Gives the database this much memory for its pages: it starts with what its makers think fit. */
  async pages(/** @type {number} */ bytes) {
    await this.#admin('SET GLOBAL innodb_buffer_pool_size = ?', [bytes]);
  }

  /**
   * A load maker that has the API's own use cases in its process.
   * @param {string} url  @param {Record<string, string>} [env]
   */
  house(url, env = {}) {
    const settings = { ...environment(url, 0), ...env };
    return this.#start('load-house', here('worker.mjs'), { env: settings });
  }

  /**
   * Has a process of its own make load. Each kind of task has one, unless another is named.
   * @param {Record<string, unknown> & { kind: 'http' | 'sql' | 'letters' | 'transfers' }} task  see worker.mjs
   * @param {ChildProcess} [by]
   * @returns {Promise<Measured>}
   */
  async load(task, by) {
    const worker =
      by ??
      this.#workers.get(task.kind) ??
      this.#start(`load-${task.kind}`, here('worker.mjs'), {});
    if (!by) this.#workers.set(task.kind, worker);
    worker.send(task);
    const over = new AbortController();
    const { signal } = over;
    const [answer] = await Promise.race([
      once(worker, 'message', { signal }),
      once(worker, 'exit', { signal }),
    ]).finally(() => over.abort());
    if (!answer?.measured) throw new Error(answer?.error ?? 'the load maker ended');
    return answer.measured;
  }

  /** @param {string} name  @param {string} file  @param {{ env?: Record<string, string>, execArgv?: string[] }} options */
  #start(name, file, { env, execArgv = [] }) {
    const child = fork(file, [], {
      cwd: API,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
      execArgv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log = createWriteStream(path.join(this.logs, `${name}-${child.pid}.log`));
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    this.#children.push(child);
    return child;
  }

  async close() {
    for (const child of this.#children) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
    await this.database.discard();
  }
}

/** The most memory that a process has had, in MiB; 0 once it is gone. @param {number | undefined} pid */
function peakMemory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
  } catch {
    return 0;
  }
}

/** As in a salon: logs of each request are written. @param {string} url  @param {number} port */
function environment(url, port) {
  return {
    YANCE_ENV: 'test',
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    PORT: String(port),
    WECHAT_API_ORIGIN: 'http://127.0.0.1:1',
    WECHAT_APPID: 'wx0000000000000000',
    WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'confirmed',
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'changed',
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'cancelled',
    YANCE_KEYS: `1:${KEY.toString('base64')}`,
    YANCE_BLIND_INDEX_KEY: BLIND_INDEX_KEY.toString('base64'),
    YANCE_SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
    YANCE_WORKERS: 'off',
    YANCE_CONSOLE_DIR: '/nowhere',
    YANCE_PREVIEW_DIR: '/nowhere',
    LOG_LEVEL: 'info',
  };
}

/** @param {number} port  @param {string} url  @param {ChildProcess} child */
async function untilOk(port, url, child) {
  const deadline = Date.now() + READY_MS;
  while (true) {
    const answer = await fetch(`http://127.0.0.1:${port}${url}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`${child.spawnargs.at(-1)} does not answer`);
    }
    await pause(50);
  }
}
