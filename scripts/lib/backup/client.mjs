import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findProgram } from '../debian-packages.mjs';
import { Explained, lastLines } from '../explained.mjs';

/**
 * Runs one of the database's own clients with its input or output connected to streams of ours. The password goes in a
 * file that only we may read: arguments stand in everybody's process list.
 * @param {readonly string[]} programs  the first one that is there is taken
 * @param {URL} url  @param {readonly string[]} args
 * @param {{ from?: NodeJS.ReadableStream[], to?: (NodeJS.WritableStream | NodeJS.ReadWriteStream)[] }} streams
 *   from: a pipe into the program; to: a pipe out of it
 * @throws Explained with the program's last words
 */
export async function runClient(programs, url, args, { from, to }) {
  const program = findProgram(programs);
  if (!program) throw new Explained(`没有找到 ${programs.join(' 或 ')}：请安装 mariadb-client。`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-client-'));
  const options = path.join(folder, 'client.cnf');
  writeFileSync(options, optionFile(url), { mode: 0o600 });
  try {
    const child = spawn(program, [`--defaults-file=${options}`, ...args], {
      stdio: [from ? 'pipe' : 'ignore', to ? 'pipe' : 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    const ended = once(child, 'close');
    // A client that gives up closes its end first; what it said is the better sentence.
    const flow = Promise.all([
      from && child.stdin ? pipeline([...from, child.stdin]) : undefined,
      to && child.stdout ? pipeline([child.stdout, ...to]) : undefined,
    ]).then(
      () => undefined,
      (error) => error,
    );
    const [code] = await ended;
    const failure = await flow;
    if (code !== 0 || failure) {
      throw new Explained(`${path.basename(program)} 没有成功。`, {
        details: lastLines(complaint) || String(failure),
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {URL} url */
function optionFile(url) {
  const quoted = (/** @type {string} */ text) =>
    `"${decodeURIComponent(text).replaceAll(/["\\]/g, '\\$&')}"`;
  return [
    '[client]',
    'protocol=tcp',
    `host=${url.hostname}`,
    `port=${url.port || 3306}`,
    `user=${quoted(url.username)}`,
    `password=${quoted(url.password)}`,
    'default-character-set=utf8mb4',
    '',
  ].join('\n');
}
