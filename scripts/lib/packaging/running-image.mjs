import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, chownSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const NOBODY = 65_534;
const READY_MS = 60_000;
const STOP_MS = 20_000;
const POLL_MS = 100;
const isRoot = process.getuid?.() === 0;

/**
 * @typedef {{ code: number | null, output: string }} Finished
 */

/** Whom the image's processes run as here: somebody who owns none of its files, where we may choose. */
export const USER = isRoot ? NOBODY : process.getuid?.();

/**
 * Writes secrets as files that only the image's user may read.
 * @param {string} folder  @param {Record<string, string>} secrets
 * @returns {Record<string, string>} the `_FILE` variables
 */
export function secretFiles(folder, secrets) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => {
      const file = path.join(folder, name.toLowerCase());
      writeFileSync(file, `${value}\n`, { mode: 0o400 });
      if (isRoot) chownSync(file, NOBODY, NOBODY);
      return [`${name}_FILE`, file];
    }),
  );
}

/** Processes of a built image: as its user, in its working folder, with its environment and nothing of ours. */
export class RunningImage {
  /** @param {import('./image-steps.mjs').Built} image  @param {Record<string, string>} env */
  constructor(image, env) {
    this.image = image;
    this.env = env;
  }

  /**
   * Runs a command of the image to its end.
   * @param {readonly string[]} command  @param {{ env?: Record<string, string>, input?: string }} [options]
   * @returns {Promise<Finished>}
   */
  async run(command, { env = {}, input = '' } = {}) {
    const child = this.#spawn(command, env);
    child.process.stdin?.end(input);
    const [code] = await once(child.process, 'close');
    return { code, output: child.output() };
  }

  /** Starts the image's CMD. @param {Record<string, string>} env */
  start(env) {
    return this.#spawn(this.image.command, env);
  }

  /** @param {readonly string[]} command  @param {Record<string, string>} env */
  #spawn([program, ...args], env) {
    const { image } = this;
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      cwd: path.join(image.root, image.workdir),
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', ...image.env, ...this.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-20_000)));
    }
    return { process: child, output: () => output };
  }
}

/** @param {() => Promise<boolean>} condition  @returns {Promise<boolean>} */
export async function becomesTrue(condition) {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await pause(POLL_MS);
  }
  return false;
}

/**
 * SIGTERM, then how it ended; Nest raises the signal again once everything is closed.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<{ inGoodOrder: boolean, how: string }>}
 */
export async function terminate(child) {
  const ended = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  const [code, signal] = await ended;
  clearTimeout(timer);
  return { inGoodOrder: code === 0 || signal === 'SIGTERM', how: signal ?? `exit ${code}` };
}
