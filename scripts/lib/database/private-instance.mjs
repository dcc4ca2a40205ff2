import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../debian-packages.mjs';
import { Explained, lastLines } from '../explained.mjs';
import { mysqlDriver } from '../paths.mjs';
import { freePort, isFree } from '../ports.mjs';
import { commandLineOf, isAlive, stopProcess } from '../processes.mjs';

const SOCKET_PATH_LIMIT = 107;
const START_MS = 60_000;
const STOP_MS = 120_000;
const PORT_MS = 2_000;
const POLL_MS = 25;

/** The server's program on this machine, if it has one. */
export const findServer = () => findProgram(['mariadbd', 'mysqld']);

/**
 * A database server of our own in one folder, reachable from this machine only. It is started detached, so that a
 * Ctrl-C in the terminal does not reach it before the API has finished; one that was left running is adopted.
 */
export class PrivateInstance {
  /**
   * @param {string} folder absolute; everything of the instance lives in it
   * @param {{ port?: number, durable?: boolean, args?: readonly string[] }} [options]
   *   port: wanted, another one is taken when it is not free; durable: false gives up crash safety for speed;
   *   args: what the server is told besides
   */
  constructor(folder, { port, durable = true, args = [] } = {}) {
    this.folder = folder;
    this.durable = durable;
    this.args = args;
    this.port = port ?? 0;
    this.dataFolder = path.join(folder, 'data');
    this.pidFile = path.join(folder, 'server.pid');
    this.logFile = path.join(folder, 'server.log');
    this.socket = socketPath(folder);
  }

  /**
   * Starts the server, or adopts the running one, and waits until it answers.
   * @param {import('../processes.mjs').Processes} processes  runs the one-time initialisation
   * @throws Explained with the server's last log lines
   */
  async start(processes) {
    const server = findServer();
    if (!server) throw new Explained('没有找到 mariadbd 或 mysqld。');
    if (this.runningPid()) {
      this.port = portIn(commandLineOf(this.runningPid())) || this.port;
    } else {
      await this.#initialise(processes, server);
      this.port = (await this.#portIsOursAgain()) ? this.port : await freePort();
      this.#launch(server);
    }
    await this.#untilItAnswers();
  }

  /** Stops the server in good order, whoever started it. Never by force unless it hangs for two minutes. */
  async stop() {
    const pid = this.runningPid();
    if (pid) await stopProcess(pid, { graceMs: STOP_MS });
    rmSync(this.pidFile, { force: true });
    rmSync(this.socket, { force: true });
  }

  /** Differs when the data was made anew. */
  identity() {
    const { ino, birthtimeMs } = statSync(path.join(this.dataFolder, 'mysql'));
    return `${ino}-${birthtimeMs}`;
  }

  /** Ends the server as a crash would, for tests. */
  async kill() {
    const pid = this.runningPid();
    if (pid) {
      process.kill(pid, 'SIGKILL');
      await stopProcess(pid);
    }
    rmSync(this.pidFile, { force: true });
  }

  /** The id of the server that runs on this folder, 0 when none does. */
  runningPid() {
    if (!existsSync(this.pidFile)) return 0;
    const pid = Number(readFileSync(this.pidFile, 'utf8'));
    // The file outlives a crash; its number may belong to another program by now.
    return pid && isAlive(pid) && commandLineOf(pid).includes(this.dataFolder) ? pid : 0;
  }

  /** @param {import('../processes.mjs').Processes} processes  @param {string} server */
  async #initialise(processes, server) {
    if (existsSync(this.dataFolder)) return;
    // Under another name until it is whole: what an interrupted start leaves behind is not mistaken for a database.
    const unfinished = `${this.dataFolder}.new`;
    mkdirSync(this.folder, { recursive: true });
    rmSync(unfinished, { recursive: true, force: true });
    const sentence = '数据库初始化失败。';
    const installer = findProgram(['mariadb-install-db']);
    const tmp = `--tmpdir=${this.#ownTemp()}`;
    const common = ['--no-defaults', ...asRoot(), `--datadir=${unfinished}`, tmp];
    if (installer && path.basename(realpathSync(server)) === 'mariadbd') {
      // --force: it otherwise stops where the machine's own name cannot be looked up.
      const own = ['--auth-root-authentication-method=normal', '--skip-test-db', '--force'];
      await processes.mustRun(sentence, installer, [...common, ...own]);
    } else {
      await processes.mustRun(sentence, server, [...common, '--initialize-insecure']);
    }
    chmodSync(unfinished, 0o700);
    renameSync(unfinished, this.dataFolder);
  }

  /** A server that starts deletes what looks like its own left-overs: in a shared folder they are another's. */
  #ownTemp() {
    const temp = path.join(this.folder, 'tmp');
    mkdirSync(temp, { recursive: true, mode: 0o700 });
    return temp;
  }

  /** @param {string} server */
  #launch(server) {
    rmSync(this.pidFile, { force: true });
    const log = openSync(this.logFile, 'a');
    const speed = [
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
      '--innodb-flush-method=nosync',
    ];
    const child = spawn(
      server,
      [
        ...[
          '--no-defaults',
          ...asRoot(),
          `--datadir=${this.dataFolder}`,
          `--tmpdir=${this.#ownTemp()}`,
          `--socket=${this.socket}`,
        ],
        ...[`--port=${this.port}`, '--bind-address=127.0.0.1', `--pid-file=${this.pidFile}`],
        ...['--skip-log-bin', '--skip-name-resolve', '--max-connections=400'],
        ...['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci'],
        ...(this.durable ? [] : speed),
        ...this.args,
      ],
      { detached: true, stdio: ['ignore', log, log] },
    );
    closeSync(log);
    child.on('error', () => {});
    child.unref();
    this.startedPid = child.pid ?? 0;
  }

  /** Whether the port of last time can be had; a server that just ended gives it back a moment later. */
  async #portIsOursAgain() {
    const deadline = Date.now() + PORT_MS;
    while (this.port && !(await isFree(this.port)) && Date.now() < deadline) await pause(POLL_MS);
    return this.port !== 0 && (await isFree(this.port));
  }

  async #untilItAnswers() {
    const deadline = Date.now() + START_MS;
    const pid = this.runningPid() || this.startedPid || 0;
    while (!(await this.#answers())) {
      if (!isAlive(pid) || commandLineOf(pid) === '' || Date.now() > deadline) {
        const log = existsSync(this.logFile) ? readFileSync(this.logFile, 'utf8') : '';
        throw new Explained(`数据库没有启动成功，日志在 ${this.logFile}。`, {
          details: lastLines(log, 15),
        });
      }
      await pause(POLL_MS);
    }
  }

  /** A server that refuses our password answers too. */
  async #answers() {
    try {
      const connection = await mysqlDriver().createConnection({
        socketPath: this.socket,
        user: 'root',
      });
      await connection.end();
      return true;
    } catch (error) {
      return /** @type {{ errno?: number }} */ (error).errno === 1045;
    }
  }
}

/** The server refuses to run as root unless it is told to. */
function asRoot() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}

/** A socket beside the data, or, where that path is too long for a socket, a short one that belongs to this folder. */
export function socketPath(/** @type {string} */ folder) {
  const beside = path.join(folder, 'server.sock');
  if (Buffer.byteLength(beside) <= SOCKET_PATH_LIMIT) return beside;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  return path.join(os.tmpdir(), `yance-${name}.sock`);
}

/** @param {string} commandLine */
function portIn(commandLine) {
  return Number(/--port=(\d+)/.exec(commandLine)?.[1] ?? 0);
}
