import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { DataFolder } from '../lib/data-folder.mjs';
import { openDatabase } from '../lib/database/index.mjs';
import { PrivateInstance, socketPath } from '../lib/database/private-instance.mjs';
import { mysqlDriver } from '../lib/paths.mjs';
import { Processes } from '../lib/processes.mjs';
import { fastestFolder, startThrowawayDatabase } from '../lib/testing/throwaway-database.mjs';

let folder = '';
/** @type {PrivateInstance} */
let instance;
beforeEach(() => {
  folder = mkdtempSync(path.join(fastestFolder(), 'yance-instance-'));
  instance = new PrivateInstance(path.join(folder, 'mariadb'));
});
afterEach(async () => {
  await instance.kill();
  rmSync(folder, { recursive: true, force: true });
});

const open = async () => {
  const data = new DataFolder(folder);
  data.open();
  // This test is about the private instance, also on a machine with Docker.
  if (!data.readJson('database.json'))
    data.writeJson('database.json', { kind: 'private', port: 0 });
  return openDatabase({ data, env: {}, processes: new Processes(), say: () => {} });
};

/** @param {string} url  @param {string} sql */
async function ask(url, sql) {
  const connection = await mysqlDriver().createConnection(url);
  try {
    const [rows] = await connection.query(sql);
    return rows;
  } finally {
    await connection.end();
  }
}

test('what was stored is there after stopping and starting again, on the same port', async () => {
  const first = await open();
  await ask(first.migrationUrl, 'CREATE TABLE kept (id INT PRIMARY KEY)');
  await ask(first.migrationUrl, 'INSERT INTO kept VALUES (7)');
  await first.stop();
  const second = await open();
  assert.equal(second.appUrl, first.appUrl);
  assert.deepEqual(await ask(second.migrationUrl, 'SELECT id FROM kept'), [{ id: 7 }]);
  await second.stop();
});

test('an instance that was left running is adopted, not started twice', async () => {
  await open();
  const pid = instance.runningPid();
  assert.ok(pid > 0);
  const second = await open();
  assert.equal(instance.runningPid(), pid);
  await second.stop();
  assert.equal(instance.runningPid(), 0);
});

test('the application has no rights but what it is given; root needs its password', async () => {
  const database = await open();
  await ask(database.migrationUrl, 'CREATE TABLE given (id INT)');
  await assert.rejects(ask(database.appUrl, 'SELECT 1'), { code: 'ER_DBACCESS_DENIED_ERROR' });
  await ask(database.migrationUrl, "GRANT SELECT ON yance.given TO 'yance_app'@'127.0.0.1'");
  assert.deepEqual(await ask(database.appUrl, 'SELECT id FROM given'), []);
  await assert.rejects(ask(database.appUrl, 'INSERT INTO given VALUES (1)'), {
    code: 'ER_TABLEACCESS_DENIED_ERROR',
  });
  const { port } = new URL(database.appUrl);
  await assert.rejects(ask(`mysql://root@127.0.0.1:${port}/`, 'SELECT 1'));
  await database.stop();
});

test('a process id that meanwhile belongs to another program is not taken for the server', async () => {
  const database = await open();
  await database.stop();
  writeFileSync(instance.pidFile, String(process.pid));
  assert.equal(instance.runningPid(), 0);
  const again = await open();
  await again.stop();
});

test('a data folder whose path is too long for a socket has its socket elsewhere', () => {
  assert.equal(socketPath('/short'), '/short/server.sock');
  const long = socketPath(`/${'deep/'.repeat(30)}`);
  assert.ok(long.length < 107 && long.startsWith(os.tmpdir()));
  assert.notEqual(long, socketPath(`/${'deep/'.repeat(31)}`));
});

test('a throwaway database comes back after a crash and is gone when discarded', async () => {
  const database = await startThrowawayDatabase({ durable: true });
  await ask(database.adminUrl, 'CREATE DATABASE crash');
  await ask(database.adminUrl, 'CREATE TABLE crash.t (id INT)');
  await database.kill();
  await database.start();
  assert.deepEqual(await ask(database.adminUrl, 'SELECT COUNT(*) AS n FROM crash.t'), [{ n: 0 }]);
  await database.discard();
  await assert.rejects(ask(database.adminUrl, 'SELECT 1'));
});
