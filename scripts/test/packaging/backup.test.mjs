import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { backup, manifestOf } from '../../lib/backup/backup.mjs';
import { restore } from '../../lib/backup/restore.mjs';
import { connected, tablesIn } from '../../lib/backup/target.mjs';
import { inRoot } from '../../lib/paths.mjs';
import { startThrowawayDatabase } from '../../lib/testing/throwaway-database.mjs';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-backup-'));
const KEY = Buffer.alloc(32, 3).toString('base64');

/** @type {Awaited<ReturnType<typeof startThrowawayDatabase>>} */
let database;
/** @type {URL} a salon with a few months behind it */
let salon;

before(async () => {
  database = await startThrowawayDatabase();
  salon = await aDatabase('salon');
  const env = {
    ...{ PATH: process.env.PATH, YANCE_ENV: 'demo', DATABASE_URL: salon.href },
    ...{
      YANCE_KEYS: `1:${KEY}`,
      YANCE_BLIND_INDEX_KEY: KEY,
      YANCE_SEAL_KEY: KEY,
      WECHAT_APPID: 'a',
      WECHAT_SECRET: 'b',
    },
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'c',
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'd',
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'e',
  };
  const cwd = inRoot('apps/admin-api');
  await run(process.execPath, ['dist/commands/migrate.js'], { cwd, env });
  await run(process.execPath, ['dist/commands/load-demo.js'], { cwd, env });
});
after(async () => {
  await database?.discard();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name */
async function aDatabase(name) {
  const url = new URL(name, database.adminUrl);
  await connected(new URL(database.adminUrl), (admin) =>
    admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`),
  );
  return url;
}

/** The server's own checksum of every table's content, by table. @param {URL} url  @returns {Promise<Record<string, number>>} */
const checksums = (url) =>
  connected(url, async (connection) => {
    /** @type {Record<string, number>} */
    const sums = {};
    for (const table of await tablesIn(connection)) {
      const [rows] = await connection.query('CHECKSUM TABLE ?? EXTENDED', [table]);
      sums[table] = /** @type {{ Checksum: number }[]} */ (rows)[0].Checksum;
    }
    return sums;
  });

test('every table is after a restore what it was before the backup', async () => {
  const before = await checksums(salon);
  const { file, manifest } = await backup(salon, path.join(folder, 'whole'));
  const target = await aDatabase('whole');
  await restore(target, file, { force: false });
  const restored = await checksums(target);
  console.log(
    `${Object.keys(before).length} tables, checksums equal: ${JSON.stringify(before) === JSON.stringify(restored)}`,
  );
  assert.deepEqual(restored, before);
  assert.deepEqual(manifest.tables, Object.keys(before));
  assert.ok(Object.values(before).filter((sum) => sum !== 0).length > 20);
});

test('keys between tables, checks and defaults come along', async () => {
  const definitions = (/** @type {URL} */ url) =>
    connected(url, async (connection) => {
      const all = [];
      for (const table of await tablesIn(connection)) {
        const [rows] = await connection.query('SHOW CREATE TABLE ??', [table]);
        all.push(/** @type {Record<string, string>[]} */ (rows)[0]['Create Table']);
      }
      return all.map((one) => one.replace(/ AUTO_INCREMENT=\d+/, ''));
    });
  assert.deepEqual(
    await definitions(new URL('whole', database.adminUrl)),
    await definitions(salon),
  );
});

test('a backup is one moment: of what is written together meanwhile it has both or neither', async () => {
  const source = await aDatabase('busy');
  await connected(source, async (connection) => {
    for (const table of ['a_first', 'z_last'])
      await connection.query(
        `CREATE TABLE ${table} (id INT PRIMARY KEY AUTO_INCREMENT, filler CHAR(200))`,
      );
    const rows = Array.from({ length: 20_000 }, () => '("x")').join();
    for (const table of ['a_first', 'z_last'])
      await connection.query(`INSERT INTO ${table} (filler) VALUES ${rows}`);
  });
  let writing = true;
  let pairs = 0;
  const writer = connected(source, async (connection) => {
    for (; writing; pairs += 1) {
      await connection.beginTransaction();
      await connection.query('INSERT INTO z_last (filler) VALUES ("pair")');
      await connection.query('INSERT INTO a_first (filler) VALUES ("pair")');
      await connection.commit();
    }
  });
  const { file } = await backup(source, path.join(folder, 'busy'));
  writing = false;
  await writer;
  const target = await aDatabase('busy_restored');
  await restore(target, file, { force: false });
  const counts = await connected(target, async (connection) => {
    const [rows] = await connection.query(
      'SELECT (SELECT COUNT(*) FROM a_first) AS first, (SELECT COUNT(*) FROM z_last) AS last',
    );
    return /** @type {{ first: number, last: number }[]} */ (rows)[0];
  });
  assert.ok(pairs > 0);
  assert.equal(counts.first, counts.last);
});

test('a backup and its manifest are for their owner only, and hold no password', async () => {
  const { file, manifest } = await backup(salon, path.join(folder, 'modes'));
  for (const one of [file, manifestOf(file)]) assert.equal(statSync(one).mode & 0o777, 0o600);
  assert.ok(!JSON.stringify(manifest).includes(salon.password));
  assert.equal(manifest.bytes, statSync(file).size);
});

test('a database that holds something is only replaced by force, and then wholly', async () => {
  const { file } = await backup(salon, path.join(folder, 'force'));
  const target = await aDatabase('full');
  await connected(target, (connection) => connection.query('CREATE TABLE newer (id INT)'));
  await assert.rejects(restore(target, file, { force: false }), { name: 'Explained' });
  assert.deepEqual(Object.keys(await checksums(target)), ['newer']);
  await restore(target, file, { force: true });
  assert.deepEqual(await checksums(target), await checksums(salon));
});

test('a damaged file, or one without its manifest, is refused before anything is touched', async () => {
  const { file } = await backup(salon, path.join(folder, 'damaged'));
  const target = await aDatabase('untouched');
  appendFileSync(file, 'x');
  await assert.rejects(restore(target, file, { force: true }), { name: 'Explained' });
  rmSync(manifestOf(file));
  await assert.rejects(restore(target, file, { force: true }), { name: 'Explained' });
  assert.deepEqual(await checksums(target), {});
});

test('a backup that fails leaves nothing that could be taken for one', async () => {
  const nowhere = new URL(salon.href);
  nowhere.pathname = '/nowhere';
  const empty = path.join(folder, 'failed');
  await assert.rejects(backup(nowhere, empty));
  assert.ok(!existsSync(empty) || readdirSync(empty).length === 0);
});
