import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from '../lib/explained.mjs';
import { Processes, commandLineOf, isAlive } from '../lib/processes.mjs';
import { shownLine } from '../lib/service-log.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-processes-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @param {string} program  @param {Processes} processes  @param {typeof shownLine} [show] */
function serve(program, processes, show = () => /** @type {string | undefined} */ (undefined)) {
  const logFile = path.join(folder, `${Math.random()}.log`);
  const options = { env: process.env, cwd: folder, logFile, show };
  return { ...processes.serve('service', ['-e', program], options), logFile };
}

/** @param {() => boolean} condition */
async function until(condition) {
  const deadline = Date.now() + 10_000;
  while (!condition() && Date.now() < deadline) await pause(10);
  assert.ok(condition());
}

const gone = (/** @type {number} */ pid) => !isAlive(pid) || commandLineOf(pid) === '';

test('stopping ends a service and what it started, also one that does not listen', async () => {
  const processes = new Processes();
  const parent = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    process.on('SIGTERM', () => {});
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const service = serve(parent, processes);
  await until(() => /\d+/.test(service.tail()));
  const grandchild = Number(service.tail());
  await processes.stopAll({ graceMs: 200 });
  assert.ok(gone(service.pid));
  assert.ok(gone(grandchild));
});

test('a service that dies is reported with its last warnings and errors and the log that has the rest', async () => {
  const processes = new Processes();
  const program = `
    for (let line = 0; line < 50; line++) console.log('{"level":30,"msg":"mapped a route"}');
    console.log('{"level":50,"msg":"no room left"}');
    console.log('{"level":30,"msg":"closing"}');
    process.exitCode = 3;`;
  const { logFile } = serve(program, processes, shownLine);
  await assert.rejects(processes.died, (error) => {
    assert.ok(error instanceof Explained);
    assert.ok(error.message.includes(logFile));
    assert.equal(error.details, 'no room left');
    return true;
  });
});

test('a service that was asked to stop is no accident, and its lines are in the log', async () => {
  const processes = new Processes();
  const service = serve(`console.log('up'); setInterval(() => {}, 1000)`, processes);
  await until(() => service.tail() === 'up');
  await processes.stopAll();
  const outcome = await Promise.race([processes.died.catch(() => 'accident'), pause(50, 'quiet')]);
  assert.equal(outcome, 'quiet');
  assert.equal(readFileSync(service.logFile, 'utf8'), 'up\n');
});

test('a program that is missing or hangs counts as failed', async () => {
  const processes = new Processes();
  assert.equal((await processes.run('no-such-program', [])).code, null);
  const hanging = await processes.run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    timeoutMs: 200,
  });
  assert.equal(hanging.code, null);
});
