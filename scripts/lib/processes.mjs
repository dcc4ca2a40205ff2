import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createInterface } from 'node:readline';
import { Explained, Interrupted, lastLines } from './explained.mjs';

const LOG_TAIL_LINES = 30;
const LAST_WORDS_LINES = 12;
const OUTPUT_LIMIT_CHARACTERS = 200_000;
const POLL_MS = 25;
const UNREAPED_MS = 1_000;

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} Finished
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, timeoutMs?: number }} RunOptions
 * @typedef {{ name: string, pid: number, tail: () => string }} Service
 */

/**
 * Every process that a command starts. Each gets a process group of its own: a Ctrl-C in the terminal reaches only
 * us, and we stop them in order, with all their descendants.
 */
export class Processes {
  /** @type {Map<import('node:child_process').ChildProcess, string>} */
  #running = new Map();
  #stopping = false;
  /** @type {(error: Error) => void} */
  #reportDeath = () => {};

  /** Rejects when a service ends without having been asked to. @type {Promise<never>} */
  died = new Promise((_, reject) => (this.#reportDeath = reject));

  constructor() {
    this.died.catch(() => {});
  }

  /** True once stopAll was called: nothing may be started any more. */
  get stopping() {
    return this.#stopping;
  }

  /**
   * Runs a program to its end and keeps what it printed (both streams, in order, the last 200,000 characters).
   * @param {string} command  @param {readonly string[]} args  @param {RunOptions} [options]
   * @returns {Promise<Finished>} code is null when it was killed or could not be found
   */
  async run(command, args, options = {}) {
    const child = this.#spawn(command, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ text) => {
        output = (output + text).slice(-OUTPUT_LIMIT_CHARACTERS);
        if (options.show) process.stdout.write(text);
      });
    }
    const timer = options.timeoutMs
      ? setTimeout(() => killGroup(child, 'SIGKILL'), options.timeoutMs)
      : undefined;
    const finished = await ending(child);
    clearTimeout(timer);
    if (this.#stopping) throw new Interrupted();
    return { ...finished, output: finished.failure ? `${output}${finished.failure}` : output };
  }

  /**
   * Runs a program to its end; a failure becomes one sentence with the last lines it printed.
   * @param {string} sentence  @param {string} command  @param {readonly string[]} args  @param {RunOptions} [options]
   */
  async mustRun(sentence, command, args, options = {}) {
    const finished = await this.run(command, args, options);
    if (finished.code !== 0)
      throw new Explained(sentence, { details: options.show ? '' : lastLines(finished.output) });
    return finished;
  }

  /**
   * Starts a program that stays. All its lines go to the log file; `show` decides which of them people see.
   * @param {string} name  @param {readonly string[]} nodeArgs
   * @param {{ env: NodeJS.ProcessEnv, cwd: string, logFile: string, show: (line: string, onStderr: boolean) => string | undefined }} options
   * @returns {Service}
   */
  serve(name, nodeArgs, options) {
    if (existsSync(options.logFile)) renameSync(options.logFile, `${options.logFile}.1`);
    const log = createWriteStream(options.logFile);
    const child = this.#spawn(process.execPath, nodeArgs, options);
    /** @type {string[]} */
    const tail = [];
    /** @type {string[]} what people saw of it */
    const words = [];
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        log.write(`${line}\n`);
        tail.push(line);
        if (tail.length > LOG_TAIL_LINES) tail.shift();
        const shown = options.show(line, stream === child.stderr);
        if (shown === undefined) return;
        words.push(shown);
        if (words.length > LAST_WORDS_LINES) words.shift();
        console.log(`[${name}] ${shown}`);
      });
    }
    void ending(child).then(({ code, signal }) => {
      log.end();
      if (this.#stopping) return;
      this.#reportDeath(
        new Explained(
          `${name} 意外退出（${signal ?? `退出码 ${code}`}），完整日志在 ${options.logFile}。`,
          { details: words.join('\n') },
        ),
      );
    });
    return { name, pid: child.pid ?? 0, tail: () => tail.join('\n') };
  }

  /**
   * Asks everything to end, waits, and after the grace ends what is left by force. Safe to call more than once.
   * @param {{ graceMs?: number }} [options]
   */
  async stopAll({ graceMs = 15_000 } = {}) {
    this.#stopping = true;
    const children = [...this.#running.keys()];
    for (const child of children) killGroup(child, 'SIGTERM');
    await Promise.all(children.map((child) => groupGone(child.pid ?? 0, graceMs)));
  }

  /** Ends everything at once: the second Ctrl-C. */
  killAll() {
    this.#stopping = true;
    for (const child of this.#running.keys()) killGroup(child, 'SIGKILL');
  }

  /** @param {string} command  @param {readonly string[]} args  @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options */
  #spawn(command, args, options) {
    if (this.#stopping) throw new Interrupted();
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.set(child, command);
    void ending(child).then(() => this.#running.delete(child));
    return child;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, failure?: string }>}
 */
async function ending(child) {
  try {
    const [code, signal] = await once(child, 'close');
    return { code, signal };
  } catch (error) {
    return { code: null, signal: null, failure: String(error) };
  }
}

/** @param {import('node:child_process').ChildProcess} child  @param {NodeJS.Signals} signal */
function killGroup(child, signal) {
  if (child.pid) signalGroup(child.pid, signal);
}

/** @param {number} groupId  @param {NodeJS.Signals | 0} signal  @returns {boolean} false when the group is gone */
function signalGroup(groupId, signal) {
  try {
    process.kill(-groupId, signal);
    return true;
  } catch (error) {
    // EPERM is macOS's answer for a group that only has unreaped members left.
    if (['ESRCH', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      return false;
    throw error;
  }
}

/** @param {number} groupId  @param {number} graceMs */
async function groupGone(groupId, graceMs) {
  const deadline = Date.now() + graceMs;
  // A dead member that nobody reaps keeps its group visible for ever, so waiting ends shortly after the force.
  while (groupId && signalGroup(groupId, 0) && Date.now() < deadline + UNREAPED_MS) {
    if (Date.now() > deadline) signalGroup(groupId, 'SIGKILL');
    await pause(POLL_MS);
  }
}

/** Whether a process with this id is alive. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * The command line of a process, empty when it is gone: a stored process id may meanwhile belong to something else.
 * @param {number} pid
 */
export function commandLineOf(pid) {
  try {
    if (existsSync('/proc/self/cmdline'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Asks one process, by its id, to end and waits for it; after the grace it is ended by force.
 * @param {number} pid  @param {{ graceMs?: number }} [options]
 */
export async function stopProcess(pid, { graceMs = 15_000 } = {}) {
  const deadline = Date.now() + graceMs;
  signalOne(pid, 'SIGTERM');
  // A dead process that nobody reaps has no command line any more.
  while (isAlive(pid) && commandLineOf(pid) !== '') {
    if (Date.now() > deadline) signalOne(pid, 'SIGKILL');
    await pause(POLL_MS);
  }
}

/** @param {number} pid  @param {NodeJS.Signals} signal */
function signalOne(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
