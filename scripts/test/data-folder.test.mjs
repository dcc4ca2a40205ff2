import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { DataFolder, secretsOf } from '../lib/data-folder.mjs';
import { Explained } from '../lib/explained.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'yance-folder-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a folder with foreign files is neither used nor emptied', () => {
  writeFileSync(path.join(folder, 'thesis.doc'), 'years of work');
  const data = new DataFolder(folder);
  assert.throws(() => data.open(), Explained);
  assert.throws(() => data.empty());
  assert.equal(readFileSync(path.join(folder, 'thesis.doc'), 'utf8'), 'years of work');
});

test('a missing or an empty folder becomes ours', () => {
  for (const name of ['', 'deep/inside']) {
    const data = new DataFolder(path.join(folder, name));
    data.open();
    data.open();
    data.empty();
  }
});

test('a fresh start removes everything of ours and keeps the folder ours', () => {
  const data = new DataFolder(folder);
  data.open();
  mkdirSync(data.path('mariadb/data'), { recursive: true });
  secretsOf(data);
  data.empty();
  assert.equal(existsSync(data.path('mariadb')), false);
  assert.equal(existsSync(data.path('secrets.json')), false);
  data.open();
});

test('a fresh start follows no link out of the folder', async () => {
  const { symlinkSync } = await import('node:fs');
  const outside = mkdtempSync(path.join(os.tmpdir(), 'yance-outside-'));
  writeFileSync(path.join(outside, 'kept'), '');
  const data = new DataFolder(folder);
  data.open();
  symlinkSync(outside, data.path('link'));
  data.empty();
  assert.equal(existsSync(path.join(outside, 'kept')), true);
  rmSync(outside, { recursive: true });
});

test('secrets are made once, stay the same and are for the owner only', () => {
  const data = new DataFolder(folder);
  data.open();
  const first = secretsOf(data);
  assert.deepEqual(secretsOf(data), first);
  assert.equal(statSync(data.path('secrets.json')).mode & 0o777, 0o600);
  const [version, key] = first.keys.split(':');
  assert.equal(version, '1');
  assert.equal(Buffer.from(key, 'base64').length, 32);
  assert.equal(Buffer.from(first.blindIndexKey, 'base64').length, 32);
  assert.equal(Buffer.from(first.sealKey, 'base64').length, 32);
});

test('a lock that a dead start left behind does not keep the next one out', () => {
  const data = new DataFolder(folder);
  data.open();
  writeFileSync(data.path('start.lock'), '2147483646');
  const unlock = data.lock();
  unlock();
  assert.equal(existsSync(data.path('start.lock')), false);
});

test('a place where no folder can be is refused in one sentence, at once', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const impossible = [
    file,
    path.join(file, 'below'),
    ...(existsSync('/proc') ? ['/proc/nope'] : []),
  ];
  for (const place of impossible) {
    assert.throws(
      () => new DataFolder(place).open(),
      (error) => error instanceof Explained && !error.message.includes('\n'),
    );
  }
});
